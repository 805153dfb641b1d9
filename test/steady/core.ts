import { expect } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { answerText } from '../../src/answer/text.ts';
import { type Conversations, type Desk, openDesk } from '../../src/desk.ts';
import { renderAnswer as forDiscord } from '../../src/discord/render.ts';
import { loadRecord } from '../../src/record/load.ts';
import { renderAnswer as forSlack } from '../../src/slack/render.ts';

export const TODAY = '2026-11-21';

/** The longest that an answer may take on a machine that is busy with other tests, in milliseconds. */
const LONGEST_MS = 250;

export async function deskOf(folder: string, conversations?: Conversations): Promise<Desk> {
  return openDesk((await loadRecord(folder)).record, conversations);
}

/** What would ring or show somebody or something on Discord or on Slack. */
const LIVE = /@everyone|@here|<@[!&]?\w|<#\w|<![a-z]|<\/\w[^>]*:\d|<a?:\w+:\d+>|<t:\d/;

/** Asks, and fails unless an answer comes in time and can be shown everywhere without anything of the question live in it. */
export function expectSteady(desk: Desk, question: string): Answer {
  const { answer, milliseconds } = timed(desk, question);
  if (milliseconds > LONGEST_MS) expect(medianOf(desk, question), shortened(question)).toBeLessThanOrEqual(LONGEST_MS);
  const shown = [answerText(answer), ...textsOf(forDiscord(answer, PRIVATELY)), ...textsOf(forSlack(answer))];
  for (const text of shown) expect(text, shortened(question)).not.toMatch(LIVE);
  return answer;
}

const PRIVATELY = { private: false, shareable: true, asker: '1' };

function timed(desk: Desk, question: string): { answer: Answer; milliseconds: number } {
  const before = performance.now();
  const answer = desk.ask(question, { now: TODAY });
  return { answer, milliseconds: performance.now() - before };
}

// The garbage collector or another process may have come between once, hardly three times in five.
function medianOf(desk: Desk, question: string): number {
  const times = Array.from({ length: 5 }, () => timed(desk, question).milliseconds);
  return times.sort((a, b) => a - b)[2] ?? Number.POSITIVE_INFINITY;
}

/** Every text of a message that a platform would parse: not the ids and values that it hands back. */
function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return ['custom_id', 'action_id', 'block_id', 'value', 'url'].includes(key) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  // In Slack's plain text, in Discord's button labels and above its embeds nothing is ever live.
  if ('type' in value && value.type === 'plain_text') return [];
  return Object.entries(value).flatMap(([name, part]) =>
    ['label', 'author'].includes(name) ? [] : textsOf(part, name),
  );
}

function shortened(question: string): string {
  return question.length > 200 ? `${question.slice(0, 200)}… (${question.length} characters)` : question;
}
