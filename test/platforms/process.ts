import { readConfig } from '../../src/config.ts';
import { serve } from '../../src/service/serve.ts';

/** What `npm start` runs where platforms are configured, against a Discord and a Slack on loopback: their addresses are given. */

const [restApi, apiUrl] = process.argv.slice(2);
const { discord, slack, ...others } = readConfig(process.env);
const config = {
  ...others,
  discord: discord && { ...discord, restApi },
  slack: slack && { ...slack, apiUrl },
};
const stopping = new AbortController();
process.once('SIGTERM', () => stopping.abort());
process.exit(await serve(config, stopping.signal));
