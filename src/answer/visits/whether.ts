import type { Travel } from '../../find/traveller.ts';
import { ordinalOf } from '../../question/numbers.ts';
import { normsOf } from '../../text.ts';
import { disputesOn } from '../disputes.ts';
import { type Context, type Draft, line } from '../draft.ts';
import { sentence } from '../phrases.ts';
import type { VisitHit } from './find.ts';
import { listAnswer } from './list.ts';
import { meetingAnswer, wasHeld } from './meetings.ts';
import { dateNote, singleAnswer } from './single.ts';
import { overlap } from './statements.ts';

/** Yes or no with what it rests on; without a verdict where the record leaves it open. */
export function whetherAnswer(
  context: Context,
  travel: Travel,
  hits: VisitHit[],
  all: VisitHit[],
  meeting: boolean,
): Omit<Draft, 'confidence'> | null {
  const { query } = context;
  const asksCertainty = query.text.some((norm) => /^(announced|confirmed|certain|sure)$/.test(norm));
  if (meeting && asksCertainty) {
    const expected = all.filter((hit) =>
      (hit.visit.met ?? []).some((m) => travel.met.includes(m.who) && m.status === 'expected'),
    );
    const draft = meetingAnswer(context, travel, expected.length > 0 ? expected : all);
    if (draft && expected.length > 0)
      return {
        ...draft,
        qualifications: [
          'At the time the meeting was expected; it had not been announced.',
          ...draft.qualifications,
          ...expected.flatMap((hit) => dateNote(hit.visit)),
        ],
        verdict: query.negated ? 'yes' : 'no',
      };
  }
  if (query.claimedOrdinal !== null) {
    const ordinal = ordinalAnswer(context, all, query.claimedOrdinal);
    if (ordinal) return ordinal;
  }
  const kind = kindAnswer(context, hits);
  if (kind) return kind;
  const base = meeting
    ? meetingAnswer(context, travel, hits)
    : hits.length === 1 && hits[0]
      ? singleAnswer(context, hits[0])
      : listAnswer(context, travel, hits);
  if (!base) return null;
  if (meeting) {
    if (!hits.some((hit) => wasHeld(hit.visit, travel.met)))
      return {
        ...base,
        qualifications: ['The meeting was expected; that it took place is not on record.', ...base.qualifications],
      };
  }
  if (hits.every((hit) => hit.uncertainDate))
    return {
      ...base,
      qualifications: [
        'Whether it fell in that time is not known: the record dates it less precisely.',
        ...base.qualifications,
      ],
    };
  return { ...base, verdict: 'yes' };
}

// "was it an official visit": the record's kind settles it.
function kindAnswer(context: Context, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { query } = context;
  const asked = (['official', 'private', 'working', 'state', 'multilateral'] as const).filter(
    (kind) => query.text.includes(kind) || (kind === 'official' && query.text.includes('officially')),
  );
  const hit = hits.length === 1 ? hits[0] : undefined;
  if (asked.length !== 1 || !hit || hit.visit.kind === 'unknown' || query.text.includes('announced')) return null;
  const draft = singleAnswer(context, hit);
  const note = hit.visit.kind_note ? ` ${sentence(hit.visit.kind_note)}` : '';
  const fits = hit.visit.kind === asked[0];
  return {
    ...draft,
    headline: line(
      `${sentence(`The record has it as ${/^[aeiou]/.test(hit.visit.kind) ? 'an' : 'a'} ${hit.visit.kind} visit`)}${note}`,
      [hit.visit.id],
      hit.visit.sources,
    ),
    qualifications: [...disputesOn([hit.doc], context.store, /kind/, 3), ...draft.qualifications],
    verdict: fits ? 'yes' : 'no',
  };
}

// "was it his third visit since …": what sources counted decides; else the place in the record's own list.
function ordinalAnswer(context: Context, hits: VisitHit[], claimed: number): Omit<Draft, 'confidence'> | null {
  const { query } = context;
  const dated = query.periods.some(
    (period) => ['day', 'month', 'year'].includes(period.grain) && period.event === undefined,
  );
  const hit = hits.length === 1 ? hits[0] : dated ? hits.at(-1) : hits[0];
  if (!hit) return null;
  const counts = (hit.visit.counted_as ?? [])
    .filter((count) => countsThere(count.text, context))
    .map((count) => ({ ...count, n: ordinalIn(count.text), value: overlap(count.text, query) }))
    .sort((a, b) => b.value - a.value);
  const same = counts.filter((count) => count.n === claimed);
  const other = counts.filter((count) => count.n !== null && count.n !== claimed);
  if (same.length === 0 && other.length === 0) return null;
  const draft = singleAnswer(context, hit);
  const told = (list: typeof counts) =>
    list.map((count) => line(sentence(`Counted as ${count.text}`), [hit.visit.id], count.sources));
  const yes = same.length > 0 && (other.length === 0 || (same[0]?.value ?? 0) >= (other[0]?.value ?? 0));
  const first = (yes ? same : other)[0];
  return {
    ...draft,
    headline: line(
      sentence(`${yes ? 'Yes' : 'No'}: it is counted as ${first?.text ?? ''}`),
      [hit.visit.id],
      first?.sources ?? hit.visit.sources,
    ),
    lines: [...told(yes ? other : same), ...draft.lines],
    qualifications: [
      ...disputesOn([hit.doc], context.store, /counted|visits|trips|meetings/, 3),
      ...draft.qualifications,
    ],
    verdict: yes ? 'yes' : 'no',
  };
}

// "second trip abroad" does not make it the second to Torvia.
function countsThere(text: string, { query, store }: Context): boolean {
  const places = query.names.filter(
    ({ ids, excluded, implied, adjective }) =>
      !excluded &&
      !implied &&
      !adjective &&
      ids.every((id) => store.entities.get(id)?.kind === 'country' && id !== store.record.meta.home),
  );
  if (places.length === 0 || !/\b(abroad|foreign|overseas)\b/.test(text)) return true;
  return places.some(({ ids }) => ids.some((id) => text.includes(store.nameOf(id))));
}

function ordinalIn(text: string): number | null {
  for (const norm of normsOf(text)) {
    const n = ordinalOf(norm);
    if (n !== null) return n;
  }
  return null;
}
