import type { APIActionRowComponent, APIButtonComponentWithCustomId, APIEmbed } from 'discord.js';

/** A message as this adapter writes it: an embed with buttons, or a short note. Plain data, as the REST API takes it. */
export type DiscordMessage = {
  content?: string;
  embeds?: APIEmbed[];
  components?: APIActionRowComponent<Button>[];
};

export type Button = APIButtonComponentWithCustomId;

/** Colours of an answer by its status, legible on Discord's dark and light themes. */
export const COLOURS = {
  answered: 0x2f9e6e,
  'not-on-record': 0xd98a2b,
  ambiguous: 0x4c7bd9,
  'out-of-scope': 0x8a9099,
} as const;
