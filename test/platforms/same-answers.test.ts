import { beforeAll, describe, expect, it } from 'vitest';
import { newConversations, openDesk } from '../../src/desk.ts';
import { loadRecord } from '../../src/record/load.ts';
import type { AnswerJson } from '../../src/terminal/json.ts';
import { seenOnDiscord } from './discord.ts';
import { hundredQuestions, type Talk } from './questions.ts';
import { addressesOf, type Seen } from './seen.ts';
import { seenInSlack } from './slack.ts';
import { askJsonLines, askOnce, chat, seenInTerminal } from './terminal.ts';

/** One question asked everywhere. */
type Asked = { typed: string; talk: Talk; turn: number; json: AnswerJson; terminal: Seen; discord: Seen; slack: Seen };

const EXIT_CODES = { answered: 0, 'not-on-record': 1, ambiguous: 2, 'out-of-scope': 2 };
/** On Discord and in Slack a list of facts is shown as far as there is room for it, and so many there always is. */
const FACTS_SHOWN = 15;

const conversations = newConversations();
const { record } = await loadRecord('seeds');
const desk = openDesk(record, conversations);
const talks = hundredQuestions(desk.about());

describe('a hundred questions on Discord, in Slack and in a terminal', () => {
  let asked: Asked[];
  beforeAll(async () => {
    const addresses = addressesOf(record.sources);
    const lines = await askJsonLines(desk, talks);
    const [discord, slack] = await Promise.all([
      seenOnDiscord(desk, talks, addresses),
      seenInSlack(desk, talks, addresses),
    ]);
    asked = talks.flatMap((talk, at) =>
      talk.typed.map((typed, turn) => {
        const json = lines[at]?.[turn];
        const [onDiscord, inSlack] = [discord[at]?.[turn], slack[at]?.[turn]];
        if (!json || !onDiscord || !inSlack) throw new Error(`"${typed}" was not answered everywhere`);
        const terminal = seenInTerminal(json, addresses);
        return { typed, talk, turn, json, terminal, discord: onDiscord, slack: inSlack };
      }),
    );
  }, 60_000);

  it('are a hundred of every kind, with every status among the answers', () => {
    expect(asked).toHaveLength(100);
    expect(new Set(asked.map(({ typed }) => typed)).size).toBeGreaterThan(95);
    const count = (status: string) => asked.filter(({ terminal }) => terminal.status === status).length;
    expect(count('answered')).toBeGreaterThan(50);
    for (const status of ['not-on-record', 'ambiguous', 'out-of-scope']) expect(count(status)).toBeGreaterThan(1);
    for (const way of ['mention', 'direct', 'command'])
      expect(asked.filter(({ talk }) => talk.way === way).length).toBeGreaterThan(20);
    expect(asked.filter(({ turn }) => turn > 0).length).toBeGreaterThan(5);
  });

  it('have the same status', () => {
    for (const { typed, terminal, discord, slack } of asked)
      expect([typed, discord.status, slack.status]).toEqual([typed, terminal.status, terminal.status]);
  });

  it('have the same first sentence', () => {
    for (const { typed, terminal, discord, slack } of asked) {
      expect(terminal.sentence).not.toBe('');
      expect([typed, discord.sentence, slack.sentence]).toEqual([typed, terminal.sentence, terminal.sentence]);
    }
  });

  it('state the same facts in the same order', () => {
    for (const { typed, terminal, discord, slack } of asked) {
      for (const { facts } of [discord, slack]) {
        const least = Math.min(FACTS_SHOWN, terminal.facts.count);
        expect([typed, facts.count, facts.shown.length >= least]).toEqual([typed, terminal.facts.count, true]);
        expect([typed, facts.shown]).toEqual([typed, terminal.facts.shown.slice(0, facts.shown.length)]);
      }
    }
  });

  it('rest on the same sources, of which some stand beside the answer itself', () => {
    for (const { typed, terminal, discord, slack } of asked) {
      expect([typed, discord.sources, slack.sources]).toEqual([typed, terminal.sources, terminal.sources]);
      for (const { cited } of [terminal, discord, slack]) {
        expect([typed, cited.filter((id) => !terminal.sources.includes(id))]).toEqual([typed, []]);
        expect([typed, cited.length > 0]).toEqual([typed, terminal.sources.length > 0]);
      }
    }
  });

  it('are answered in the chat in the words of the terminal’s JSON', async () => {
    for (const [at, talk] of talks.entries()) {
      const texts = asked.filter((one) => one.talk === talk).map(({ json }) => json.text);
      expect([at, await chat(desk, conversations, talk)]).toEqual([at, texts]);
    }
  });

  it('are answered one by one as they are line by line, with the exit code of their status', async () => {
    for (const { talk, turn, json } of asked.filter(({ talk }) => talk.typed.length === 1)) {
      const { answer, code } = await askOnce(desk, talk);
      expect([turn, answer, code]).toEqual([0, { ...json, id: undefined }, EXIT_CODES[json.status]]);
    }
  });
});
