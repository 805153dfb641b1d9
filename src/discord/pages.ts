import type { Command } from '../../commands/command.ts';
import type { Answer } from '../answer/answer.ts';
import { formatDate } from '../answer/dates.ts';
import type { About } from '../desk.ts';
import { questionButtons, rowsOf } from './buttons.ts';
import { fullCitationMarkdown, numberSources } from './citations.ts';
import { escapeWithin, oneLine } from './escape.ts';
import { LIMITS } from './limits.ts';
import { COLOURS, type DiscordMessage } from './message.ts';
import { packed } from './packing.ts';
import { footerOf, turnButtons } from './render.ts';
import { trailLine } from './trail.ts';

const SOURCES_PAGE = 3_600;
const NOTE = 500;
const NOTES = 3_400;
const EXAMPLES_ON_BUTTONS = 4;

/** All sources of an answer with their titles, page by page, numbered as in the answer. */
export function renderSources(answer: Answer, page: number): DiscordMessage {
  const entries = numberSources(answer).sources.map((source, index) => `${index + 1}. ${fullCitationMarkdown(source)}`);
  const pages = packed(entries, SOURCES_PAGE);
  const shown = Math.min(Math.max(0, page), Math.max(0, pages.length - 1));
  const part = { from: pages.slice(0, shown).flat().length, shown: pages[shown]?.length ?? 0, of: entries.length };
  return {
    embeds: [
      {
        ...authorOf(answer),
        title: entries.length === 1 ? 'The source of this answer' : `The ${entries.length} sources of this answer`,
        color: COLOURS[answer.status],
        description: pages[shown]?.join('\n') ?? 'This answer rests on no source.',
        footer: { text: footerOf(answer, pages.length > 1 ? part : undefined) },
      },
    ],
    components: rowsOf([turnButtons('sourcesPage', shown, pages.length, answer.trail)]),
  };
}

/** How a question was read, everything that qualifies the answer, and the ids of the facts it states. */
export function renderReading(answer: Answer): DiscordMessage {
  const notes = [...answer.reading, ...answer.qualifications].map((note) => `- ${escapeWithin(note, NOTE)}`);
  const [shown] = packed(notes, NOTES);
  const facts = packed(
    answer.facts.map((id) => `\`${oneLine(id).replace(/`/g, "'").slice(0, 80)}\``),
    LIMITS.fieldValue - 20,
  );
  const [ids = []] = facts;
  const rest = answer.facts.length - ids.length;
  return {
    embeds: [
      {
        ...authorOf(answer),
        title: 'How I read this',
        color: COLOURS[answer.status],
        description: shown?.join('\n') ?? 'Word for word.',
        ...(ids.length > 0
          ? { fields: [{ name: 'Facts stated', value: ids.join(' ') + (rest > 0 ? ` and ${rest} more` : '') }] }
          : {}),
        footer: { text: footerOf(answer) },
      },
    ],
    components: [],
  };
}

/** What can be asked: the commands with an example each, and questions of this record on buttons. */
export function renderHelp(commands: readonly Command[], about: About): DiscordMessage {
  const lines = commands.map((command) => {
    const [example] = command.examples(about.names);
    const how =
      example === undefined ? '' : ` – \`/${command.name} ${oneLine(example).replace(/`/g, "'").slice(0, 120)}\``;
    return `**/${command.name}** ${escapeWithin(command.summary, LIMITS.commandDescription)}${how}`;
  });
  const [shown = []] = packed(lines, SOURCES_PAGE);
  return {
    embeds: [
      {
        title: escapeWithin(about.title, LIMITS.title),
        color: COLOURS.ambiguous,
        description: shown.join('\n'),
        fields: [
          {
            name: 'Also',
            value:
              'Mention me with a question, write to me directly, or reply to an answer to go on from it. ' +
              'I read nothing else. Add `private: True` to a command to see the answer alone.',
          },
          { name: 'About the record', value: escapeWithin(about.made || about.title, LIMITS.fieldValue) || '…' },
        ],
        footer: { text: `Record kept to ${oneLine(formatDate(about.keptUpTo)).slice(0, 60)}` },
      },
    ],
    components: rowsOf([questionButtons(about.questions, EXAMPLES_ON_BUTTONS)]),
  };
}

function authorOf(answer: Answer): { author?: { name: string } } {
  const name = trailLine(answer.trail);
  return name === undefined ? {} : { author: { name } };
}
