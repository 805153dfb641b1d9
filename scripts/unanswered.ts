import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDesk } from '../src/desk.ts';
import { makeReader } from '../src/question/read.ts';
import { loadRecord } from '../src/record/load.ts';
import { buildStore } from '../src/record/store.ts';
import { type Group, groupUnanswered, readUnanswered } from './unanswered/group.ts';
import { isSmalltalk, topicWith } from './unanswered/topic.ts';

/**
 * `npm run unanswered -- [--top N] [--seeds FOLDER] FILE…`: what the bot was asked and could not answer, from the files
 * that `ATTACHE_UNANSWERED` named, grouped by kind and name, most asked first. What the record answers by now is left out.
 */
const options = {
  top: { type: 'string', default: '40' },
  seeds: { type: 'string', default: process.env.ATTACHE_SEEDS?.trim() || 'seeds' },
} as const;
const { values, positionals } = readArguments();
if (positionals.length === 0) usage('Which file?');

const { entries, unreadable } = readUnanswered(positionals.map((file) => readFileSync(file, 'utf8')).join('\n'));
const { record, prepared } = await loadRecord(values.seeds);
const desk = openDesk(record, undefined, prepared);
const asked = entries.filter((entry) => !isSmalltalk(entry));
const open = asked.filter(({ q, after = [], day }) => desk.replay([...after, q], { now: day }).status !== 'answered');
const groups = groupUnanswered(open, topicWith(makeReader(buildStore(record, prepared.index), prepared.aliases)));
const days = asked.map(({ day }) => day).sort();

console.log(
  [
    `${asked.length} refused questions${days.length > 0 ? `, ${days[0]} to ${days.at(-1)}` : ''}`,
    ...(asked.length > open.length ? [`${asked.length - open.length} of them the record answers by now`] : []),
    ...(unreadable > 0 ? [`${unreadable} lines could not be read`] : []),
  ].join('; '),
);
for (const group of groups.slice(0, Number(values.top))) console.log(row(group));
if (groups.length > Number(values.top)) console.log(`… and ${groups.length - Number(values.top)} more groups: --top`);

function row({ asked: times, kind, names, wordings, last }: Group): string {
  const shown = wordings.slice(0, 3).map((wording) => (wording.length > 90 ? `${wording.slice(0, 89)}…` : wording));
  const more = wordings.length > shown.length ? ` (and ${wordings.length - shown.length} more wordings)` : '';
  return `${String(times).padStart(5)}  ${kind}${names === '' ? '' : ` · ${names}`}  (last ${last})\n       ${shown.join(' | ')}${more}`;
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    if (error instanceof TypeError) usage(error.message);
    throw error;
  }
}

function usage(fault: string): never {
  console.error(`${fault}\n\nUsage: npm run unanswered -- [--top N] [--seeds FOLDER] FILE…`);
  process.exit(64);
}
