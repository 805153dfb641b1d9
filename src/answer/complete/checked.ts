import { LRUCache } from 'lru-cache';
import type { Answer } from '../answer.ts';
import type { Offer } from './question.ts';

/** How many verdicts are kept; a record has a few thousand questions, a large one forgets those not asked for. */
const MOST_VERDICTS = 50_000;
/** How many questions wait to be asked; newer ones are more likely to be on somebody's screen. */
const MOST_WAITING = 100;

/** Asks questions that are offered, between other work, and remembers which of them fail. */
export type Checker = {
  /** False for an offer that was asked and not answered. */
  holds: (offer: Offer) => boolean;
  /** Has an offer asked soon, unless it was. */
  check: (offer: Offer) => void;
};

/**
 * Opens a checker. `ask` answers a question that stands alone; `later` calls a piece of work when there is nothing else
 * to do. One question is asked at a time, so that none delays anybody else by more than itself.
 */
export function openChecker(ask: (question: string) => Answer, later: (work: () => void) => void): Checker {
  const verdicts = new LRUCache<string, boolean>({ max: MOST_VERDICTS });
  const waiting = new Map<string, Offer>();
  let isDue = false;

  function work(): void {
    isDue = false;
    const [text, offer] = [...waiting].at(-1) ?? [];
    if (text === undefined || offer === undefined) return;
    waiting.delete(text);
    verdicts.set(text, isAnswered(offer, ask));
    due();
  }

  function due(): void {
    if (isDue || waiting.size === 0) return;
    isDue = true;
    later(work);
  }

  return {
    holds: ({ text }) => verdicts.get(text) ?? true,
    check(offer) {
      if (verdicts.has(offer.text)) return;
      waiting.delete(offer.text);
      waiting.set(offer.text, offer);
      const [oldest] = waiting.keys();
      if (waiting.size > MOST_WAITING && oldest !== undefined) waiting.delete(oldest);
      due();
    },
  };
}

/** Whether an offer is answered by one of the facts that it is about. */
function isAnswered({ text, facts }: Offer, ask: (question: string) => Answer): boolean {
  const answer = ask(text);
  return answer.status === 'answered' && (facts.length === 0 || facts.some((id) => answer.facts.includes(id)));
}
