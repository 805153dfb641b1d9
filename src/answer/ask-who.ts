import { formatDate } from './dates.ts';
import type { Context, Draft } from './draft.ts';
import { ambiguousAnswer } from './refuse.ts';
import { answerQuery } from './route.ts';

/** "5/9/2022" is a day in May or in September: which, only the asker knows. */
export function askDate(asked: string, date: { text: string; readings: { from: string | null }[] }): Draft {
  const choices = date.readings.flatMap(({ from }) =>
    from === null ? [] : [{ label: formatDate(from), question: asked.replace(date.text, formatDate(from)) }],
  );
  return ambiguousAnswer(`Do you mean ${choices.map((choice) => choice.label).join(' or ')}?`, choices);
}

const PRONOUNS = { female: /^(she|her|hers|shes|herself)$/, male: /^(he|him|his|hes|himself)$/ } as const;

/** "she" where the record is about a man and nobody else is named: whoever is meant is not known. */
export function askStranger({ query, store }: Context): Draft | null {
  const gender = store.entities.get(store.record.meta.subject)?.gender;
  if (gender !== 'male' && gender !== 'female') return null;
  const other = gender === 'male' ? 'female' : 'male';
  const pronoun = query.text.find((norm) => PRONOUNS[other].test(norm));
  if (pronoun === undefined || query.text.some((norm) => PRONOUNS[gender].test(norm))) return null;
  const isOther = (id: string) => id !== store.record.meta.subject && store.entities.get(id)?.kind === 'person';
  if (query.only.length > 0 || query.names.some(({ ids }) => ids.some(isOther))) return null;
  const facts = (id: string) => store.byEntity.get(id)?.length ?? 0;
  const choices = [...store.read('entities')]
    .filter((entity) => entity.kind === 'person' && entity.gender === other && facts(entity.id) > 1)
    .sort((a, b) => facts(b.id) - facts(a.id))
    .slice(0, 4)
    .map(({ name }) => ({
      label: name,
      question: query.text.map((norm) => (norm === pronoun ? name : norm)).join(' '),
    }));
  return ambiguousAnswer(`Who is meant by “${pronoun}”?`, choices);
}

/** A name that several people bear: whoever the record has an answer for is meant; of several the asker must say which. */
export function askWho(context: Context, asked: string): Draft | null {
  const { query, store } = context;
  const shared = query.names.find(
    ({ ids, excluded, implied }) =>
      ids.length > 1 && !excluded && !implied && ids.every((id) => store.entities.get(id)?.kind === 'person'),
  );
  if (shared === undefined) return null;
  const answers = shared.ids.flatMap((id) => {
    const names = query.names.map((name) => (name === shared ? { ...name, ids: [id] } : name));
    const draft = answerQuery({ ...context, query: { ...query, names } });
    return draft === null ? [] : [{ id, draft }];
  });
  const [first, ...others] = answers;
  if (first === undefined) return null;
  const told = (draft: Draft) => draft.headline.text;
  if (others.every(({ draft }) => told(draft) === told(first.draft))) return first.draft;
  const choices = answers.map(({ id }) => ({
    label: store.nameOf(id),
    question: asked.replace(shared.text, store.nameOf(id)),
  }));
  return ambiguousAnswer(`Which ${shared.text.trim()} is meant?`, choices);
}
