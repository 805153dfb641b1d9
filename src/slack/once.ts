import { LRUCache } from 'lru-cache';

/** Slack delivers an event again for about five minutes (https://docs.slack.dev/apis/events-api); twice that is remembered. */
const REMEMBERED_MS = 10 * 60_000;
const MOST_REMEMBERED = 20_000;

/**
 * Lets each thing through once. Called with every name that one delivery goes by (its event id, its channel and timestamp):
 * true if none of them was seen in the last ten minutes; all of them are seen from then on.
 */
export function onceOnly(): (...names: (string | undefined)[]) => boolean {
  const seen = new LRUCache<string, true>({ max: MOST_REMEMBERED, ttl: REMEMBERED_MS });
  return (...names) => {
    const known = names.filter((name) => name !== undefined);
    const fresh = known.every((name) => !seen.has(name));
    for (const name of known) seen.set(name, true);
    return fresh;
  };
}
