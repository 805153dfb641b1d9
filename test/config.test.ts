import { describe, expect, it } from 'vitest';
import { ConfigFaults, readConfig } from '../src/config.ts';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing: then it is the shipped record in a terminal', () => {
    expect(readConfig({ HOME: '/home/someone' })).toEqual({
      seeds: 'seeds',
      discord: undefined,
      slack: undefined,
      health: { port: undefined, host: '127.0.0.1' },
      log: { level: 'info', questions: false },
      unanswered: undefined,
      answersPerMinute: 20,
    });
  });

  it('takes a variable that is empty or blank as not set', () => {
    expect(readConfig({ DISCORD_TOKEN: '', SLACK_BOT_TOKEN: '  ', PORT: '' }).discord).toBeUndefined();
  });

  it('reads what is set', () => {
    const config = readConfig({
      ATTACHE_SEEDS: 'other',
      DISCORD_TOKEN: 'token',
      DISCORD_APPLICATION_ID: '1234567890123456789',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'secret',
      SLACK_FOLLOW_THREADS: '1',
      PORT: '8080',
      HEALTH_PORT: '9090',
      HEALTH_HOST: '0.0.0.0',
      LOG_LEVEL: 'debug',
      LOG_QUESTIONS: 'true',
      ATTACHE_UNANSWERED: 'unanswered.jsonl',
      ANSWERS_PER_MINUTE: '5',
    });
    expect(config).toEqual({
      seeds: 'other',
      discord: { token: 'token', applicationId: '1234567890123456789' },
      slack: {
        botToken: 'xoxb-1',
        appToken: undefined,
        signingSecret: 'secret',
        port: 8080,
        followThreads: true,
      },
      health: { port: 9090, host: '0.0.0.0' },
      log: { level: 'debug', questions: true },
      unanswered: 'unanswered.jsonl',
      answersPerMinute: 5,
    });
  });

  it('names every variable at fault at once, in one line each', () => {
    expect(faultsOf({ PORT: '0', LOG_LEVEL: 'loud', LOG_QUESTIONS: 'maybe', ANSWERS_PER_MINUTE: '-1' })).toEqual([
      'PORT must be a whole number from 1 to 65535',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent',
      'LOG_QUESTIONS must be 1 or 0',
      'ANSWERS_PER_MINUTE must be a whole number from 1 to 10000',
    ]);
  });

  it('says what Slack needs beside what is there', () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it',
    ]);
    expect(faultsOf({ SLACK_APP_TOKEN: 'xapp-1' })).toEqual(['SLACK_APP_TOKEN needs SLACK_BOT_TOKEN beside it']);
  });

  it('never shows a secret', () => {
    const faults = faultsOf({
      DISCORD_TOKEN: 'hush hush',
      SLACK_APP_TOKEN: 'quite secret',
      SLACK_SIGNING_SECRET: 'a b',
    });
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).not.toMatch(/hush|quite|a b/);
  });
});
