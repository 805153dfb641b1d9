import type { Reader } from '../question/read.ts';
import { wordsOf } from '../text.ts';
import type { Answer } from './answer.ts';
import { openChecker } from './complete/checked.ts';
import { matching } from './complete/match.ts';
import { addOffer, emptyIndex, type OfferIndex } from './complete/offer-index.ts';
import { offersOf } from './complete/pool.ts';
import type { Offer } from './complete/question.ts';

export { namesFor } from './complete/names.ts';

/** Up to `limit` whole questions that what was typed may become. */
export type Completer = (partial: string, limit: number) => string[];

export type CompleterOptions = {
  /** Answers a question that stands alone. */
  ask: (question: string) => Answer;
  /** Calls a piece of work of a few milliseconds when there is nothing else to do. */
  later: (work: () => void) => void;
};

/** How many questions the first keystroke makes, and how many each later piece of work adds: 10 to 30 µs each. */
const AT_FIRST = 2500;
const AT_A_TIME = 100;

/**
 * Opens the completion of questions over a record. Nothing is made before the first keystroke; a large record's further
 * questions are added between other work. Each question follows from facts, in words that are always answered; what was
 * offered is asked afterwards all the same, and what fails is not offered again.
 *
 * What was typed may be in any case, half, misspelt, out of order or begin with a slash; nothing typed gives questions
 * of many kinds. All results are different and at most 100 characters long; best first.
 */
export function openCompleter(reader: Reader, { ask, later }: CompleterOptions): Completer {
  const checker = openChecker(ask, later);
  let made: { index: OfferIndex; rest: Iterator<Offer> } | null = null;

  function grow(index: OfferIndex, rest: Iterator<Offer>, count: number): void {
    for (let added = 0; added < count; added += 1) {
      const next = rest.next();
      if (next.done) return;
      addOffer(next.value, index);
    }
    later(() => grow(index, rest, AT_A_TIME));
  }

  function indexed(): OfferIndex {
    if (made === null) {
      made = { index: emptyIndex(reader.store), rest: offersOf(reader) };
      grow(made.index, made.rest, AT_FIRST);
    }
    return made.index;
  }

  return (partial, limit) => {
    const index = indexed();
    const offers: Offer[] = [];
    for (const { offer } of matching(typedWords(partial, index), index)) {
      if (offers.length >= limit) break;
      if (checker.holds(offer)) offers.push(offer);
    }
    // The last to be checked is the first in line: what stands on top is looked at before the rest.
    for (const offer of [...offers].reverse()) checker.check(offer);
    return offers.map(({ text }) => text);
  };
}

/** The words of what was typed; a command's name behind a slash is one of them only where questions use it. */
function typedWords(partial: string, index: OfferIndex): string[] {
  const isCommand = /^\s*\/\p{L}/u.test(partial);
  const words = wordsOf(partial).map(({ norm }) => norm);
  return isCommand && words.length > 1 && !index.tokens.has(words[0] ?? '') ? words.slice(1) : words;
}
