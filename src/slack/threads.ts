import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { mentions } from './incoming.ts';
import { unhurried } from './unhurried.ts';

/** A thread is followed for a day after it began, so that a forgotten one falls silent by itself. */
const FOLLOWED_MS = 24 * 60 * 60_000;
const MOST_THREADS = 10_000;

/** Threads that began with a mention of the bot: in those it answers without a new one, where the operator wants that. */
export type Threads = {
  /** A mention began this thread. */
  began(channel: string, root: string): void;
  /** Somebody asked for silence in this thread. */
  leave(channel: string, root: string): void;
  /** Whether the thread began with a mention of the bot, less than a day ago, and nobody asked for silence. */
  follows(channel: string, root: string): Promise<boolean>;
};

/** Remembers threads; one that began before the last start is looked up in Slack, once. */
export function followedThreads(client: webApi.WebClient, botUser: () => string, clock = Date.now): Threads {
  const known = new LRUCache<string, boolean>({ max: MOST_THREADS, ttl: FOLLOWED_MS });
  const key = (channel: string, root: string) => `${channel}:${root}`;
  return {
    began: (channel, root) => void known.set(key(channel, root), true),
    leave: (channel, root) => void known.set(key(channel, root), false),
    follows: async (channel, root) => {
      if (clock() - Number(root) * 1000 > FOLLOWED_MS) return false;
      const remembered = known.get(key(channel, root));
      if (remembered !== undefined) return remembered;
      const { messages } = await unhurried(() => client.conversations.replies({ channel, ts: root, limit: 1 }));
      const first = messages?.find((message) => message.ts === root);
      const began = mentions(first?.text ?? '', botUser());
      known.set(key(channel, root), began);
      return began;
    },
  };
}
