import { MessageFlags } from 'discord.js';
import type { Logger } from 'pino';
import type { Command } from '../../commands/command.ts';
import type { Desk } from '../desk.ts';
import type { DiscordMessage } from './message.ts';
import type { Offered } from './offered.ts';
import type { Throttle } from './throttle.ts';
import type { Turns } from './turns.ts';

/** What every handler works with. */
export type Context = {
  /** The desk over the record in use; asked anew each time, as the record may be read again while the bot runs. */
  desk: () => Desk;
  commands: readonly Command[];
  logger: Logger;
  throttle: Throttle;
  turns: Turns;
  offered: Offered;
  /** The time, in milliseconds since 1970. */
  now: () => number;
  /** True once the adapter has been told to stop. */
  closing: () => boolean;
};

/** The day of a moment in UTC, `2026-11-21`. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Whose conversation it is: one for each person in each channel. */
export function conversationOf(channelId: string | null, userId: string): string {
  return `discord:${channelId ?? 'dm'}:${userId}`;
}

/** Nothing that this adapter writes may ping anyone; said with every call beside the client's own default. */
export const NO_MENTIONS = { parse: [], users: [], roles: [], repliedUser: false };

/** A message as discord.js sends it, unable to ping. */
export function withoutPing(message: DiscordMessage) {
  return { ...message, allowedMentions: NO_MENTIONS };
}

/** Options of a reply to an interaction, shown to the asker alone or to all. */
export function replyOf(message: DiscordMessage, isPrivate: boolean) {
  return { ...withoutPing(message), ...(isPrivate ? { flags: MessageFlags.Ephemeral as const } : {}) };
}
