import pc from 'picocolors';
import type { Answer } from '../answer/answer.ts';
import { answerParts, type TextPart } from '../answer/text.ts';

/** Colours for a terminal, or none: what is painted without them is the plain text. */
export type Paint = ReturnType<typeof pc.createColors>;

/** Colours where they can be seen and are wanted: on a terminal, unless `NO_COLOR` is set (no-color.org). */
export function paintFor(output: { isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>): Paint {
  return pc.createColors(output.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb');
}

/** An answer as a terminal shows it: the plain text, its parts told apart by colour. */
export function paintedAnswer(answer: Answer, paint: Paint): string {
  const paints: Readonly<Partial<Record<TextPart['kind'], (text: string) => string>>> = {
    headline: paint.bold,
    choices: paint.cyan,
    suggestions: paint.cyan,
    qualifications: paint.yellow,
    sources: paint.dim,
    reading: paint.dim,
  };
  return answerParts(answer)
    .map(({ kind, lines }) => lines.map((line) => paints[kind]?.(line) ?? line).join('\n'))
    .join('\n\n');
}
