import { startSlack } from '../../src/slack/app.ts';
import { APP_TOKEN, BOT_TOKEN } from '../loopback/slack/slack.ts';
import { fakeCommands, fakeDesk, keptLogger } from './fake.ts';

/** The adapter alone in a process, which ends when nothing keeps it alive any more: it is never told to exit. */

const { desk } = fakeDesk();
const adapter = await startSlack({
  botToken: BOT_TOKEN,
  appToken: APP_TOKEN,
  apiUrl: process.argv[2],
  desk: () => desk,
  commands: fakeCommands,
  logger: keptLogger().logger,
  followThreads: false,
});
process.once('SIGTERM', async () => {
  await adapter.stop();
  console.log('stopped');
});
console.log('connected');
