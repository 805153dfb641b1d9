import { cut, oneLine } from './escape.ts';
import { LIMITS } from './limits.ts';

/**
 * The questions that lead to an answer, as text that is read back after a restart: from the id of a button, or from the
 * author line of the embed. "→" parts them, and "…" at the end says that some of it is missing.
 */

const ARROW = ' → ';
const ARROWS = /→/g;
const CUT = /…$/;

/** The questions on one line, whole; `undefined` when there is nothing to write. */
function written(trail: readonly string[]): string | undefined {
  const questions = trail
    .map((question) => oneLine(question).replace(ARROWS, '->').replace(CUT, '...'))
    .filter((question) => question !== '');
  return questions.length === 0 ? undefined : questions.join(ARROW);
}

/** The questions within `most` UTF-16 units, or `undefined` when they do not fit whole. */
export function trailWithin(trail: readonly string[], most: number): string | undefined {
  const line = written(trail);
  return line !== undefined && line.length <= most ? line : undefined;
}

/** The line above an answer that shows what was asked; cut with "…" when it is longer than Discord takes. */
export function trailLine(trail: readonly string[]): string | undefined {
  const line = written(trail);
  return line === undefined ? undefined : cut(line, LIMITS.author);
}

/** The questions read back; `undefined` when the line is empty or was cut, so that nothing is answered by half. */
export function readTrail(line: string | undefined): string[] | undefined {
  if (line === undefined || line.trim() === '' || CUT.test(line)) return undefined;
  return line.split(ARROW);
}
