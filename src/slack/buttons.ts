import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Answer } from '../answer/answer.ts';
import { cost, escapeWithin } from './escape.ts';
import { LIMITS } from './limits.ts';

/**
 * The buttons under an answer. What a button needs is in its value, so that it works after a restart: the whole question
 * that it asks, or the questions that lead to the answer again.
 */

/** The `action_id`s; what follows the colon only keeps them apart within a message. */
export const ACTIONS = {
  ask: /^ask:/,
  page: /^page:/,
  sources: /^sources:all$/,
  /** Another page of a list of sources, in place of it. */
  moreSources: /^sources:page-/,
  reading: /^reading:/,
  share: /^share:/,
} as const;

/** The `action_id` of anything that this version does not write. */
export const UNKNOWN_ACTION = /^(?!(?:ask|page|sources|reading|share):)/;

/** What the buttons of one answer may take together, in JSON characters: the rest of a message is for its text. */
const BUTTONS_BUDGET = 3500;
const CHOICES_SHOWN = 10;
const SUGGESTIONS_SHOWN = 3;

const asking = z.object({ q: z.string().min(1) });
const again = z.object({
  t: z.array(z.string()).min(1),
  p: z.number().int().min(0).default(0),
  a: z.string().optional(),
});

/** The question of a pressed button; `null` for a value that this version did not write. */
export function questionOf(value: string | undefined): string | null {
  return asking.safeParse(parsed(value)).data?.q ?? null;
}

/** What a button knows of the answer it stands under. */
export type Standing = { trail: string[]; page: number; by?: string };

/** The questions that lead to an answer, the page of it (from 0) and who asked; `null` for what this version did not write. */
export function standingOf(value: string | undefined): Standing | null {
  const data = again.safeParse(parsed(value)).data;
  return data ? { trail: data.t, page: data.p, by: data.a } : null;
}

/** A button that asks a whole question. `null` when the question is too long for a button. */
export function askButton(id: string, question: string, label = question): types.Button | null {
  return button(`ask:${id}`, label, JSON.stringify({ q: question }));
}

export type ButtonOptions = { page: number; pages: number; share: boolean; by?: string };

/**
 * The rows of buttons of an answer: choices, then suggestions, then what belongs to the answer itself. Those that would
 * not fit into BUTTONS_BUDGET are left out, the least useful first; choices never are before the others.
 */
export function answerButtons(answer: Answer, { page, pages, share, by }: ButtonOptions): types.ActionsBlock[] {
  const replay = (id: string, label: string, toPage = page) =>
    button(id, label, JSON.stringify({ t: answer.trail, p: toPage, a: by }));
  const facts = answer.facts.length + answer.nearest.length > 0;
  const choices = answer.choices
    .slice(0, CHOICES_SHOWN)
    .map((choice, index) => askButton(`choice-${index}`, choice.question, choice.label));
  const suggestions =
    answer.choices.length > 0
      ? []
      : answer.suggestions.slice(0, SUGGESTIONS_SHOWN).map((question, index) => askButton(`next-${index}`, question));
  const own = [
    page > 0 ? replay('page:previous', '◀ Previous', page - 1) : null,
    page < pages - 1 ? replay('page:next', 'Next ▶', page + 1) : null,
    share ? replay('share:channel', 'Share in channel') : null,
    answer.sources.length > 0 && facts ? replay('sources:all', 'Sources') : null,
    // What it opens names the facts as well.
    answer.reading.length + answer.facts.length > 0 ? replay('reading:all', 'How I read this') : null,
  ];
  const kept = withinBudget([...choices, ...own, ...suggestions]);
  return [choices, suggestions, own]
    .map((row) => row.filter((element): element is types.Button => element !== null && kept.has(element)))
    .filter((row) => row.length > 0)
    .map((elements) => ({ type: 'actions', elements }));
}

/** The row of buttons that turns the pages of an answer's list of sources; none where there is one page only. */
export function sourcesButtons(answer: Answer, page: number, pages: number): types.ActionsBlock[] {
  const turn = (to: number, label: string) =>
    to >= 0 && to < pages ? button(`sources:page-${to}`, label, JSON.stringify({ t: answer.trail, p: to })) : null;
  const elements = [turn(page - 1, '◀ Previous'), turn(page + 1, 'Next ▶')].filter((element) => element !== null);
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

function withinBudget(inOrderOfUse: (types.Button | null)[]): ReadonlySet<types.Button> {
  const kept = new Set<types.Button>();
  let left = BUTTONS_BUDGET;
  for (const element of inOrderOfUse) {
    if (element === null) continue;
    const needed = cost(element);
    if (needed > left) continue;
    left -= needed;
    kept.add(element);
  }
  return kept;
}

function button(id: string, label: string, value: string): types.Button | null {
  const text = escapeWithin(label, LIMITS.buttonText);
  if (text === '' || value.length > LIMITS.buttonValue) return null;
  return { type: 'button', action_id: id, text: { type: 'plain_text', text, emoji: false }, value };
}

function parsed(value: string | undefined): unknown {
  if (value === undefined) return null;
  try {
    return JSON.parse(value);
  } catch {
    // A value that is not JSON was written by another version: the caller says so to whoever pressed the button.
    return null;
  }
}
