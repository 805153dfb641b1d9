import { periodFit, plannedPeriod } from '../../find/fits.ts';
import { fitsTravel, type Travel } from '../../find/traveller.ts';
import { type Context, type Draft, line } from '../draft.ts';
import { destination, sentence, visitTime } from '../phrases.ts';

/** "did he go to A before B": which of two places came first, by the first visit to each in the period asked about. */
export function orderOfTwo(context: Context, travel: Travel): Omit<Draft, 'confidence'> | null {
  const { query, store } = context;
  const text = query.text.join(' ');
  const relation = /\b(before|earlier than|sooner than|after|later than)\b/.exec(text);
  const places = query.names.filter(
    (name) =>
      !name.excluded &&
      !name.implied &&
      ['country', 'city', 'region'].includes(store.entities.get(name.ids[0] ?? '')?.kind ?? ''),
  );
  const [one, two] = places;
  if (!relation || places.length !== 2 || !one || !two) return null;
  const wordAt = query.text.findIndex((norm, at) => at > one.start && at < two.start && relation[0].startsWith(norm));
  if (wordAt < 0) return null;
  const first = (ids: readonly string[]) =>
    [...new Set(ids.flatMap((id) => store.naming(id, 'visit')))]
      .sort((a, b) => a.index - b.index)
      .filter(
        (doc) =>
          doc.fact.kind === 'visit' &&
          fitsTravel(doc.fact.data, { ...travel, destinations: [[...ids]] }, store) &&
          query.periods.every((period) => periodFit(plannedPeriod(period), doc.index, store) > 0),
      )
      .sort((a, b) => a.orderDay.localeCompare(b.orderDay))[0];
  const [a, b] = [first(one.ids), first(two.ids)];
  if (a?.fact.kind !== 'visit' || b?.fact.kind !== 'visit') return null;
  const earlier = a.orderDay < b.orderDay;
  const yes = /before|earlier|sooner/.test(relation[0]) ? earlier : !earlier;
  const [older, newer] = earlier ? [a.fact.data, b.fact.data] : [b.fact.data, a.fact.data];
  return {
    status: 'answered',
    headline: line(
      sentence(
        `${yes ? 'Yes' : 'No'}: ${destination(older, store)} came first, ${visitTime(older)}; ${destination(newer, store)} followed ${visitTime(newer)}`,
      ),
      [older.id, newer.id],
      [...new Set([...older.sources, ...newer.sources])],
    ),
    lines: [],
    qualifications: [],
    verdict: yes ? 'yes' : 'no',
  };
}
