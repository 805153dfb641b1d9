import { ButtonStyle, ComponentType } from 'discord.js';
import { cut, oneLine } from './escape.ts';
import { LIMITS } from './limits.ts';
import type { Button, DiscordMessage } from './message.ts';
import { trailWithin } from './trail.ts';

/**
 * What a button does. `page` and `sourcesPage` turn pages in place, `sources`, `reading` answer the presser alone, `ask` asks
 * a suggested question, `choose` takes one meaning of an ambiguous question, `everyone` shows a private answer to all,
 * `remove` takes an answer away.
 */
const VERBS = ['page', 'sources', 'sourcesPage', 'reading', 'ask', 'choose', 'everyone', 'remove'] as const;
export type Verb = (typeof VERBS)[number];

/** `argument` is a page, a position or the id of the asker; `rest` a trail or a question, empty where it did not fit. */
export type Press = { verb: Verb; argument: string; rest: string };

const BAR = '|';

/** The id of a button: verb, argument and the questions that lead to the answer, as far as they fit whole. */
export function customId(verb: Verb, argument: string | number, trail: readonly string[] = []): string {
  const head = `${verb}${BAR}${argument}${BAR}`;
  return head + (trailWithin(trail, LIMITS.customId - head.length) ?? '');
}

/** What an id says, or `undefined` for an id that this version does not write. */
export function readCustomId(id: string): Press | undefined {
  const [name, argument, ...rest] = id.split(BAR);
  const verb = VERBS.find((known) => known === name);
  if (verb === undefined || argument === undefined || rest.length === 0) return undefined;
  return { verb, argument, rest: rest.join(BAR) };
}

/** A button with its label cut to what Discord takes. */
export function button(id: string, label: string, style: Button['style'] = ButtonStyle.Secondary): Button {
  return { type: ComponentType.Button, style, custom_id: id, label: cut(oneLine(label), LIMITS.label) || '…' };
}

/**
 * Buttons that each ask a whole question, at most `most`, all different. A question stands whole in the id of its button, so
 * that it is asked as it was offered even after a restart; one too long for an id is left out.
 */
export function questionButtons(questions: readonly string[], most: number): Button[] {
  return [...new Set(questions.map(oneLine))]
    .map((question, index) => ({ question, id: customId('ask', index, [question]) }))
    .filter(({ id }) => readCustomId(id)?.rest !== '')
    .slice(0, most)
    .map(({ question, id }) => button(id, question));
}

/** Buttons in rows of at most five; each group begins a row of its own, and what does not fit in five rows is left out. */
export function rowsOf(groups: readonly (readonly Button[])[]): NonNullable<DiscordMessage['components']> {
  const rows: NonNullable<DiscordMessage['components']> = [];
  for (const group of groups) {
    for (let start = 0; start < group.length; start += LIMITS.buttonsInRow) {
      const components = group.slice(start, start + LIMITS.buttonsInRow);
      if (rows.length < LIMITS.rows) rows.push({ type: ComponentType.ActionRow, components });
    }
  }
  return rows;
}
