import type { Query } from '../../question/query.ts';
import { daysBetween } from '../../record/days.ts';
import type { Line } from '../answer.ts';
import { formatDate } from '../dates.ts';
import { disputesOn } from '../disputes.ts';
import { type Context, type Draft, line } from '../draft.ts';
import { visitSentence } from '../lines.ts';
import { countWord, destination, onDate, sentence, visitTime } from '../phrases.ts';
import { askedCity, type VisitHit } from './find.ts';
import { dateNote } from './single.ts';

/** Whether it is asked when somebody left or came home. */
export function asksDeparture(query: Query): boolean {
  const text = query.text.join(' ');
  if (/\b(leave|left|leaving) (the|his|her) country\b/.test(text)) return false;
  return /\b(leave|left|leaving|depart|departed|departure|return|returned|returning|(back|fly|flew|go|went|gone|come|came|get|got|head|headed) (back |him |her )?home|(get|got|come|came|go|went|fly|flew) back (home|from|to)\b|back (home|from|in)|home from)\b/.test(
    text,
  );
}

/** The day of return where the record has it; where it has not, `null`, since nothing else is an answer. */
export function departureAnswer(context: Context, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { store, query } = context;
  const city = askedCity(query, store);
  const known = hits.filter(
    (hit) =>
      hit.visit.departed !== undefined ||
      (city !== null && hit.visit.places?.some((place) => place.city === city && place.to)),
  );
  const first = known[0];
  if (!first || known.length > 3) return null;
  const lines = known.map((hit) => {
    const stop = city === null ? undefined : hit.visit.places?.find((place) => place.city === city && place.to);
    const left = stop?.to ?? hit.visit.departed ?? '';
    return line(
      sentence(
        `${store.nameOf(hit.visit.visitor)} left ${stop ? store.nameOf(stop.city) : destination(hit.visit, store)} ${onDate(left)}`,
      ),
      [hit.visit.id],
      stop?.sources ?? hit.visit.sources,
    );
  });
  return {
    status: 'answered',
    headline: lines[0] ?? line(''),
    lines: [
      ...lines.slice(1),
      line(sentence(visitSentence(first.visit, store)), [first.visit.id], first.visit.sources),
    ],
    qualifications: [
      ...dateNote(first.visit),
      ...disputesOn(
        known.map((hit) => hit.doc),
        store,
        /departed|duration/,
        2,
      ),
    ],
    verdict: query.ask === 'whether' ? 'yes' : undefined,
  };
}

/** How long the visits lasted; `null` where no length is on record. */
export function lengthAnswer(context: Context, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { store } = context;
  if (hits.length > 3) return null;
  const lines: Line[] = [];
  for (const hit of hits) {
    const { visit } = hit;
    const disputed = (visit.disputed ?? []).filter((d) => d.field === 'duration');
    const long =
      visit.departed && visit.departed.length === 10 && visit.arrived.length === 10
        ? daysBetween(visit.arrived, visit.departed) + 1
        : null;
    const name = `${store.nameOf(visit.visitor)} in ${destination(visit, store)}`;
    if (long !== null)
      lines.push(
        line(
          sentence(`${name}: ${long === 1 ? 'one day' : `${countWord(long)} days`}, ${visitTime(visit)}`),
          [visit.id],
          visit.sources,
        ),
      );
    else if (disputed.length > 0)
      lines.push(
        line(
          sentence(`${name} ${visitTime(visit)}: the sources disagree on how long he stayed`),
          [visit.id],
          visit.sources,
        ),
      );
    else if (visit.departed)
      lines.push(
        line(
          sentence(`${name}: until ${formatDate(visit.departed)}; the day of arrival is not on record`),
          [visit.id],
          visit.sources,
        ),
      );
    else if (
      visit.date_note &&
      /\bday|stay|duration|until|several\b/.test(visit.date_note) &&
      hits.length === 1 &&
      visit.places?.some((place) => place.to)
    )
      lines.push(
        line(sentence(`${name} ${visitTime(visit)}; the day of return is not on record`), [visit.id], visit.sources),
      );
  }
  const first = lines[0];
  if (!first) return null;
  return {
    status: 'answered',
    headline: first,
    lines: lines.slice(1),
    qualifications: [
      ...hits.flatMap((hit) => dateNote(hit.visit)),
      ...disputesOn(
        hits.map((hit) => hit.doc),
        store,
        /duration|arrived|departed/,
        4,
      ),
    ],
  };
}
