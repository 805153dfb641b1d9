import type { Travel } from '../../find/traveller.ts';
import type { Line } from '../answer.ts';
import { disputesOn } from '../disputes.ts';
import { type Context, type Draft, line } from '../draft.ts';
import { visitSentence } from '../lines.ts';
import { capital, countWord, destination, listOf, sentence, visitTime } from '../phrases.ts';
import { ids, sourcesOf, type VisitHit } from './find.ts';
import { periodPhrase, visitLine } from './list.ts';
import { maySame } from './single.ts';
import { metLines, relevantStatements } from './statements.ts';

/** The answer on who came, or on whom the visitor met. */
export function whoAnswer(context: Context, travel: Travel, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { store, query } = context;
  const text = query.text.join(' ');
  const asksVisitor =
    travel.travellers.length === 0 &&
    travel.direction === 'inward' &&
    !/\b(received|receive|hosted|host|welcomed|met (him|her|with)|(he|she|they) (met|meet|see|saw))\b/.test(text);
  if (asksVisitor) {
    const names = [...new Set(hits.map((hit) => hit.visit.visitor))];
    const headline =
      hits.length === 1 && hits[0]
        ? visitSentence(hits[0].visit, store)
        : `${capital(countWord(names.length))} ${names.length === 1 ? 'visitor is' : 'visitors are'} on record${periodPhrase(query)}: ${listOf(names.map(store.nameOf))}`;
    const first = hits.length === 1 ? hits[0] : undefined;
    return {
      status: 'answered',
      headline: line(sentence(headline), ids(hits), sourcesOf(hits)),
      lines: first
        ? [
            line(sentence(`Purpose: ${first.visit.purpose}`), [first.visit.id], first.visit.sources),
            ...relevantStatements(first, query, 3, ['outcome', 'counted', 'kind', 'met']),
          ]
        : hits.map((hit) => visitLine(hit, context)),
      qualifications: [
        ...maySame(hits, store),
        ...disputesOn(
          hits.map((hit) => hit.doc),
          store,
          /who|role|place/,
          2,
        ),
      ],
    };
  }
  const lines: Line[] = [];
  const people: string[] = [];
  for (const hit of hits) {
    const met = metLines(hit, context);
    for (const meeting of hit.visit.met ?? [])
      if (meeting.status === 'held' && !query.names.some((n) => n.excluded && n.ids.includes(meeting.who)))
        people.push(meeting.who);
    if (hits.length > 1)
      lines.push(
        line(
          sentence(
            `${capital(visitTime(hit.visit))}, ${destination(hit.visit, store)}: ${met.length === 0 ? 'nobody met is named' : met.map((l) => l.text.replace(/\.$/, '')).join('; ')}`,
          ),
          [hit.visit.id],
          hit.visit.sources,
        ),
      );
    else lines.push(...met);
    if (hit.visit.host && !(hit.visit.met ?? []).some((meeting) => meeting.who === hit.visit.host))
      lines.push(line(`Host: ${store.nameOf(hit.visit.host)}.`, [hit.visit.id], hit.visit.sources));
    if (hits.length === 1) lines.push(...relevantStatements(hit, query, 2, ['outcome', 'role']));
  }
  const known = [...new Set(people)].filter((id) => id !== store.record.meta.subject || travel.direction === 'inward');
  if (known.length === 0 && lines.length === 0) return null;
  const visit = hits[0]?.visit;
  const place = hits.length === 1 && visit ? ` in ${destination(visit, store)} ${visitTime(visit)}` : '';
  const best = lines[0];
  const headline =
    known.length === 0
      ? 'Nobody is named as met'
      : `${hits.length === 1 && visit ? store.nameOf(visit.visitor) : 'He'} met ${listOf(known.map(store.nameOf))}${place}`;
  return {
    status: 'answered',
    headline: line(
      sentence(hits.length > 1 ? `Met on these visits: ${listOf(known.map(store.nameOf))}` : headline),
      ids(hits),
      best?.sources.length ? [...new Set(lines.flatMap((l) => l.sources))] : sourcesOf(hits),
    ),
    lines,
    qualifications: disputesOn(
      hits.map((hit) => hit.doc),
      store,
      /who|met|meeting/,
      4,
    ),
  };
}
