import type { types } from '@slack/bolt';
import { formatDate } from '../answer/dates.ts';
import type { About } from '../desk.ts';
import { contexts, header, sections } from './blocks.ts';
import { askButton } from './buttons.ts';
import { cost, escapeText, escapeWithin } from './escape.ts';

/** The Home tab: what the record covers, up to when, how much of it there is, what to ask and what is newest. */

const EXAMPLES = 8;
const NEWEST = 5;
const LONGEST_PIECE = 1000;

/** The view that `views.publish` takes. */
export function homeView(about: About): { type: 'home'; blocks: types.KnownBlock[] } {
  const { visits, events, figures, deliveries, rankings, measures, sources } = about.counts;
  const facts = visits + events + figures + deliveries + rankings + measures;
  const kinds = [
    [visits, 'visits'],
    [deliveries, 'deliveries'],
    [figures, 'figures'],
    [rankings, 'rankings'],
    [measures, 'measures'],
    [events, 'events'],
  ] as const;
  const counted = kinds.filter(([count]) => count > 0).map(([count, kind]) => `${number(count)} ${kind}`);
  const examples = about.questions
    .slice(0, EXAMPLES)
    .flatMap((question, index) => askButton(`home-${index}`, question) ?? []);
  const newest = about.newest.slice(0, NEWEST).map((line) => `• ${escapeWithin(line.text, LONGEST_PIECE, cost)}`);
  const blocks: types.KnownBlock[] = [
    header(about.title),
    ...sections([
      `*${number(facts)} facts* from *${number(sources)} sources*, kept to *${escapeText(formatDate(about.keptUpTo))}*.`,
    ]),
    ...contexts([counted.join(' · ')]),
    { type: 'divider' },
    ...(examples.length > 0 ? [...sections(['*Try one*']), { type: 'actions' as const, elements: examples }] : []),
    ...(newest.length > 0 ? sections(['*Newest on record*', ...newest]) : []),
    { type: 'divider' },
    ...contexts([
      'Mention me in a channel, write to me under Messages, or type `/help` for the commands.',
      escapeWithin(about.made, LONGEST_PIECE, cost),
    ]),
  ];
  return { type: 'home', blocks };
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}
