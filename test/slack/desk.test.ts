import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { type Desk, openDesk } from '../../src/desk.ts';
import { loadRecord } from '../../src/record/load.ts';
import { messageFaults } from '../../src/slack/check.ts';
import { citation } from '../../src/slack/citations.ts';
import { escapeText } from '../../src/slack/escape.ts';
import { helpPage } from '../../src/slack/help.ts';
import { sourcesNote } from '../../src/slack/notes.ts';
import { pagesOf } from '../../src/slack/pages.ts';
import { renderAnswer } from '../../src/slack/render.ts';
import { answer as builtAnswer } from './fake.ts';
import { asView, type Block, buttons, type Running, running, words } from './harness.ts';

// The record itself, shown in Slack: nothing that the desk says is lost or changed on the way.

const places = ['Moscow', 'Russia', 'China', 'Belarus', 'India', 'Thailand', 'Kazan', 'Beijing', 'France', 'moskow'];
const suppliers = ['Russia', 'China', 'India', 'Pakistan', 'Serbia', 'North Korea', 'Israel'];
const questions = [
  ...places.flatMap((place) => [
    `when did he visit ${place}?`,
    `how many times did he visit ${place}`,
    `did he visit ${place} in 2022`,
    `who did he meet in ${place}`,
    `what came of his visits to ${place}`,
  ]),
  ...suppliers.flatMap((supplier) => [
    `how much did ${supplier} sell to Myanmar`,
    `what did ${supplier} deliver`,
    `how did ${supplier} vote`,
    `list deliveries from ${supplier} since 2021`,
    `did ${supplier} sell aircraft in 2019`,
  ]),
  'list all visits',
  'who sold the most arms',
  'who is Putin',
  'what is the SAC',
  'which countries did he visit in 2021',
  'timeline of 2021',
  'is there an arms embargo',
  'how much',
  'when was he there',
  'hello',
  'thanks',
  'what is the weather',
  '<!channel> when did he visit <@U1>?',
  'x'.repeat(400),
  '?',
];

let desk: Desk;
beforeAll(async () => {
  const { record } = await loadRecord('seeds');
  desk = openDesk(record);
}, 30_000);

const today = { now: '2026-11-21' };

/** All pages of an answer as Slack shows them. */
function shownPages(answer: Answer) {
  return pagesOf(answer).map((_, page) => renderAnswer(answer, { page, by: 'Ann', share: true }));
}

describe('a hundred questions to the record', () => {
  it.each(questions)('%s', (question) => {
    const answer = desk.ask(question, today);
    const pages = shownPages(answer);
    for (const message of pages) {
      expect(messageFaults(message)).toEqual([]);
      expect(message.text.startsWith(escapeText(answer.headline.text, 500).replace(/…$/, ''))).toBe(true);
      expect(words(message as { blocks: Block[] })).toContain('Record kept to 31 May 2026');
    }
    const all = pages.map((message) => words(message as { blocks: Block[] })).join('\n');
    for (const line of [...answer.lines, ...answer.nearest])
      expect(all).toContain(escapeText(line.text, 500).replace(/…$/, ''));
    for (const choice of answer.choices) expect(all).toContain(escapeText(choice.label));
    for (const qualification of answer.qualifications.slice(0, 2)) expect(all).toContain(escapeText(qualification));
  });

  it.each(questions)('%s, with all its sources behind one button', (question) => {
    const answer = desk.ask(question, today);
    const notes = Array.from({ length: 15 }, (_, page) => sourcesNote(answer, page));
    for (const note of notes) expect(messageFaults(note)).toEqual([]);
    const all = notes.map((note) => words(note as { blocks: Block[] })).join('\n');
    for (const source of answer.sources) expect(all).toContain(citation(source));
  });

  it('an answer that states something shows a source of it on its first page', () => {
    const answered = questions
      .map((question) => desk.ask(question, today))
      .filter(({ status }) => status === 'answered');
    expect(answered.length).toBeGreaterThan(40);
    for (const answer of answered)
      expect(renderAnswer(answer).text).toMatch(/(?:^|\n)(?:\[\d+\] )?(?:<https?:|[^\n]+, “)/);
  });
});

describe('the real commands', () => {
  it('have a help that keeps the limits', () => {
    expect(messageFaults(helpPage(commands, desk.about(), true))).toEqual([]);
  });
});

describe('the record through the real app', () => {
  let app: Running;
  beforeAll(async () => {
    app = await running('Socket Mode', { desk: () => desk, commands, answersPerMinute: 1000 });
  });
  afterAll(() => app.stop());

  it.each(questions.slice(0, 8))('a mention with %s posts what the desk answers', async (question) => {
    const post = await app.postAfter(() => app.slack.mention(question));
    const { text, blocks } = renderAnswer(desk.ask(question));
    expect(post.text).toBe(text);
    expect(post.blocks).toEqual(JSON.parse(JSON.stringify(blocks)));
  });

  it('every command with each of its examples is answered, restated, for the asker alone', async () => {
    const { names } = desk.about();
    for (const command of commands.filter(({ name }) => name !== 'who')) {
      for (const example of command.examples(names)) {
        const { hook } = await app.slack.command(`/${command.name}`, example);
        const reply = await app.reply(hook);
        expect(reply.raw).toMatchObject({ response_type: 'ephemeral' });
        expect(words(reply)).toMatch(/^You asked: /);
        expect(words(reply)).toContain('Record kept to');
      }
    }
  }, 30_000);

  it('a follow-up in the thread goes on with it', async () => {
    const { message } = await app.slack.mention('when did he visit Moscow?');
    await app.quiet();
    const post = await app.postAfter(() => app.slack.mention('and China?', { thread: message.ts }));
    expect(post.text).toContain('China');
  });

  it('the questions offered where a conversation begins are answered in it', async () => {
    const channel = await app.slack.direct();
    await app.slack.openApp('messages', channel);
    const { prompts } = (await app.call('assistant.threads.setSuggestedPrompts')).args;
    if (!Array.isArray(prompts)) throw new Error('no prompts');
    expect(prompts).toHaveLength(4);
    for (const { message } of prompts) {
      const post = await app.postAfter(() => app.slack.tell(String(message), { channel }));
      expect(words(post)).toMatch(/^Sources?: /m);
    }
  });

  it('the Home tab has the counts of the record, what is newest in it, and examples that are answered in a dialog', async () => {
    const { counts, newest, questions } = desk.about();
    await app.slack.openApp('home', await app.slack.direct());
    const home = asView((await app.call('views.publish')).result.view);
    const shown = words(home);
    for (const part of [`${counts.visits} visits`, `*${counts.sources} sources*`, '31 May 2026'])
      expect(shown).toContain(part);
    for (const { text } of newest.slice(0, 5)) expect(shown).toContain(escapeText(text));
    const examples = buttons(home);
    expect(examples).toHaveLength(Math.min(8, questions.length));
    for (const [index, example] of examples.entries()) {
      await app.slack.pressInView({ ...example }, home);
      const dialog = asView((await app.call('views.open', index)).result.view);
      expect(words(dialog)).toMatch(/^You asked: [\s\S]*^Sources?: /m);
    }
  });

  it('the record may be exchanged while the app runs', async () => {
    const before = desk;
    const headline = { text: 'From another record.', facts: [], sources: [] };
    try {
      desk = { ...before, ask: () => builtAnswer({ headline }) };
      const post = await app.postAfter(() => app.slack.mention('when did he visit Moscow?'));
      expect(post.text).toMatch(/^From another record\./);
    } finally {
      desk = before;
    }
  });
});
