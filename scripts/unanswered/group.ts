import type { Unanswered } from '../../src/service/unanswered.ts';

/** Refused questions about the same thing, for an editor. */
export type Group = {
  /** What kind of fact they ask for: `visit`, `arms`, `vote`, … */
  kind: string;
  /** Whom and what they name, as the record calls it where it knows it; empty where they name nothing. */
  names: string;
  /** How often they were asked, in all wordings. */
  asked: number;
  /** The wordings, most used first. */
  wordings: string[];
  /** The last day on which one was asked. */
  last: string;
};

export type Topic = { kind: string; names: readonly string[] };

/** Reads a file of refused questions: one JSON object a line; `unreadable` counts the lines that are none. */
export function readUnanswered(text: string): { entries: Unanswered[]; unreadable: number } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const entries = lines.flatMap((line) => parsed(line) ?? []);
  return { entries, unreadable: lines.length - entries.length };
}

// A line may be cut short where the disk was full.
function parsed(line: string): Unanswered | undefined {
  try {
    const value = JSON.parse(line) as Partial<Unanswered> | null;
    const whole = typeof value?.q === 'string' && typeof value.day === 'string' && typeof value.status === 'string';
    return whole ? (value as Unanswered) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Groups refused questions by what they ask for and whom they name, most asked first; at equal number the newest first. */
export function groupUnanswered(entries: readonly Unanswered[], topicOf: (entry: Unanswered) => Topic): Group[] {
  const groups = new Map<string, { kind: string; names: string; entries: Unanswered[] }>();
  for (const entry of entries) {
    const { kind, names } = topicOf(entry);
    const sorted = [...new Set(names)].sort().join(', ');
    const key = `${kind}\n${sorted}`;
    const group = groups.get(key) ?? { kind, names: sorted, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ kind, names, entries: members }) => ({
      kind,
      names,
      asked: members.length,
      wordings: byUse(members.map(wordingOf)),
      last:
        members
          .map(({ day }) => day)
          .sort()
          .at(-1) ?? '',
    }))
    .sort((a, b) => b.asked - a.asked || (a.last < b.last ? 1 : -1));
}

/** A question on one line, after those that it follows up. */
function wordingOf({ q, after = [] }: Unanswered): string {
  return [...after, q].map((part) => part.replace(/[\s\p{Cc}]+/gu, ' ').trim()).join(' → ');
}

function byUse(wordings: readonly string[]): string[] {
  const uses = new Map<string, { wording: string; count: number }>();
  for (const wording of wordings) {
    const key = wording.toLowerCase().replace(/[?!.\s]+$/, '');
    const use = uses.get(key) ?? { wording, count: 0 };
    use.count += 1;
    uses.set(key, use);
  }
  return [...uses.values()].sort((a, b) => b.count - a.count).map(({ wording }) => wording);
}
