import { z } from 'zod';

const day = z.iso.date({ error: 'must be a day such as 2026-11-21' });

const request = z.object(
  {
    id: z.union([z.string(), z.number()], { error: 'must be a string or a number' }).nullable().default(null),
    q: z.string({ error: (issue) => (issue.input === undefined ? 'is missing' : 'must be a string') }),
    now: day.nullish(),
    conversation: z.string({ error: 'must be a string' }).nullish(),
  },
  { error: 'must be an object such as {"q": "…"}' },
);

/** One line of `--jsonl`, read: the request, or what is wrong with it, with its id as far as that could be read. */
export type ReadRequest =
  | { id: string | number | null; q: string; now?: string; conversation?: string }
  | { id: string | number | null; fault: string };

/** Reads one request line; keys other than `id`, `q`, `now` and `conversation` are ignored. Never throws. */
export function readRequest(line: string): ReadRequest {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, fault: 'not valid JSON' };
  }
  const result = request.safeParse(value);
  if (result.success) {
    const { id, q, now, conversation } = result.data;
    return { id, q, now: now ?? undefined, conversation: conversation ?? undefined };
  }
  const fault = result.error.issues.map(({ path, message }) => [...path, message].join(' ')).join('; ');
  const id = z.object({ id: request.shape.id }).safeParse(value).data?.id ?? null;
  return { id, fault };
}
