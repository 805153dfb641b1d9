import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openDesk } from '../../src/desk.ts';
import { loadRecord } from '../../src/record/load.ts';
import { keptBySlack } from '../../src/slack/kept.ts';
import { manifestText } from '../../src/slack/manifest.ts';
import { about, fakeCommands } from './fake.ts';
import { FOLLOWING_SCOPES, SCOPES } from './harness.ts';

const schema = JSON.parse(
  readFileSync(new URL('../loopback/slack/recorded/manifest.schema.1.0.0.json', import.meta.url), 'utf8'),
);
// The schema spells a pattern `regex`, which is no keyword of JSON Schema.
const valid = new Ajv({ strict: false, allErrors: true }).compile(schema);

const url = 'https://attache.example/slack/events';

describe('the app manifest', () => {
  it.each([
    ['for Socket Mode', {}],
    ['for HTTP', { url }],
    ['with threads followed', { followThreads: true }],
  ])('%s is valid by the schema of Slack', (_, options) => {
    const manifest = JSON.parse(manifestText(commands, about, options));
    valid(manifest);
    expect(valid.errors).toBeNull();
  });

  it('has every command but those that Slack keeps for itself, with what to type after them', () => {
    const { features } = JSON.parse(manifestText(commands, about));
    const names = features.slash_commands.map(({ command }: { command: string }) => command);
    expect(names).toEqual(commands.filter(({ name }) => name !== 'who').map(({ name }) => `/${name}`));
    const when = features.slash_commands.find(({ command }: { command: string }) => command === '/when');
    expect(when.usage_hint).toBe('did she visit Petrovar');
  });

  it('asks for no scope that is not used, and for messages of channels only where threads are followed', () => {
    const plain = JSON.parse(manifestText(fakeCommands, about));
    expect(plain.oauth_config.scopes.bot).toEqual(SCOPES);
    expect(plain.settings.event_subscriptions.bot_events).toEqual(['app_home_opened', 'app_mention', 'message.im']);
    const following = JSON.parse(manifestText(fakeCommands, about, { followThreads: true }));
    expect(following.oauth_config.scopes.bot).toEqual(FOLLOWING_SCOPES);
    expect(following.settings.event_subscriptions.bot_events).toContain('message.channels');
  });

  it('names the address everywhere over HTTP, and none in Socket Mode', () => {
    const socket = manifestText(fakeCommands, about);
    expect(JSON.parse(socket).settings.socket_mode_enabled).toBe(true);
    expect(socket).not.toContain('url');
    const http = JSON.parse(manifestText(fakeCommands, about, { url }));
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url },
    });
    expect(http.features.slash_commands.every((command: { url?: string }) => command.url === url)).toBe(true);
  });

  it('offers four questions of the record in the agent pane', () => {
    const { features } = JSON.parse(manifestText(fakeCommands, about));
    expect(features.agent_view.suggested_prompts).toHaveLength(4);
    expect(features.agent_view.suggested_prompts[0]).toEqual({
      title: 'when did she visit Petrovar?',
      message: 'when did she visit Petrovar?',
    });
  });

  it('is not made from commands that Slack would refuse', () => {
    const [first] = fakeCommands;
    if (first === undefined) throw new Error('no command');
    expect(() => manifestText([{ ...first, name: 'Not_This' }], about)).toThrow('"/Not_This"');
    const many = Array.from({ length: 51 }, (_, index) => ({ ...first, name: `c${index}` }));
    expect(() => manifestText(many, about)).toThrow('51 slash commands');
  });
});

it('npm run commands -- slack prints the manifest of the record, and nothing else', { timeout: 30_000 }, async () => {
  const script = ['--import', 'tsx', 'scripts/commands.ts', 'slack'];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, script, { env: { PATH: process.env.PATH } });
  expect(stderr).toBe('');
  const manifest = JSON.parse(stdout);
  valid(manifest);
  expect(valid.errors).toBeNull();
  expect(manifest.features.slash_commands).toHaveLength(commands.length - 1);
  expect(manifest.oauth_config.scopes.bot).toEqual(SCOPES);
  const { record } = await loadRecord('seeds');
  const questions = openDesk(record).about().questions.slice(0, 4);
  expect(manifest.features.agent_view.suggested_prompts.map(({ message }: { message: string }) => message)).toEqual(
    questions,
  );
});

describe('the names that Slack keeps for itself', () => {
  it.each(['who', 'status', 'remind', 'SEARCH'])('have /%s among them', (name) => {
    expect(keptBySlack(name)).toBe(true);
  });
  it.each(['when', 'ask', 'help'])('do not have /%s among them', (name) => {
    expect(keptBySlack(name)).toBe(false);
  });
});
