import type { Figure } from '../../record/schema.ts';
import type { Store } from '../../record/store.ts';
import { type Context, type Draft, line } from '../draft.ts';
import { factLine, figureSentence } from '../lines.ts';
import { sentence } from '../phrases.ts';
import type { FigureHit } from './find.ts';

/** An answer before its confidence is known. */
export type Body = Omit<Draft, 'confidence'>;

/** The answer that tells the figure that fits best, with others like it or at odds with it. */
export function single(context: Context, hits: FigureHit[]): Body | null {
  const { store } = context;
  const best = hits[0];
  if (!best) return null;
  const { figure } = best;
  const others = related(best, hits, store);
  return {
    status: 'answered',
    headline: line(sentence(figureSentence(figure, store)), [figure.id], figure.sources),
    lines: others.map((hit) => factLine(hit.doc, store)),
    qualifications: notesOn([figure], others.length > 0),
    verdict: context.query.ask === 'whether' ? (context.query.negated ? 'no' : 'yes') : undefined,
    value: figure.value,
    unit: figure.unit,
    focus: [figure.id],
  };
}

function related(best: FigureHit, hits: FigureHit[], store: Store): FigureHit[] {
  const { figure } = best;
  const near = hits.filter(
    (hit) => hit !== best && hit.score > best.score - 1.3 && hit.figure.supplier === figure.supplier,
  );
  const conflicting = (figure.conflicts_with ?? []).flatMap((id) => {
    const hit = hits.find((candidate) => candidate.figure.id === id);
    if (hit) return [hit];
    const doc = store.byId.get(id);
    return doc?.fact.kind === 'figure' ? [{ ...best, doc, figure: doc.fact.data }] : [];
  });
  return [...new Map([...conflicting, ...near].map((hit) => [hit.figure.id, hit])).values()].slice(0, 4);
}

/** What a reader must know of figures before quoting them. */
export function notesOn(figures: readonly Figure[], several: boolean): string[] {
  const notes = figures.flatMap((figure) =>
    [figure.note, figure.derivation].filter((note): note is string => note !== undefined),
  );
  if (several) notes.push('These figures overlap or are counted differently; they are not to be added up.');
  return [...new Set(notes)].slice(0, 4);
}
