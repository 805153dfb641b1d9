import type { APIEmbed } from 'discord.js';
import type { DiscordMessage } from './message.ts';

/**
 * Discord's limits in characters or pieces, from its documentation (docs.discord.com/developers). Lengths are measured in
 * UTF-16 units here, which is never less than what Discord counts.
 */
export const LIMITS = {
  /** resources/message#create-message */
  content: 2_000,
  embeds: 10,
  /** resources/message#embed-object-embed-limits */
  title: 256,
  description: 4_096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1_024,
  footer: 2_048,
  author: 256,
  /** The texts of all embeds of one message together; same page. */
  embedsTogether: 6_000,
  /** components/reference#action-row and #button */
  rows: 5,
  buttonsInRow: 5,
  customId: 100,
  label: 80,
  /** interactions/application-commands#application-command-object */
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  commandTogether: 8_000,
  commands: 100,
  /** #application-command-object-application-command-option-choice-structure, and at most 25 of them */
  choices: 25,
  choice: 100,
} as const;

/** Every limit that a message breaks, each as one line; empty when Discord would take it. */
export function overLimits(message: DiscordMessage): string[] {
  const broken: string[] = [];
  const bound = (what: string, value: number, most: number, least = 0) => {
    if (value < least || value > most) broken.push(`${what}: ${value}, allowed ${least} to ${most}`);
  };
  bound('content', message.content?.length ?? 0, LIMITS.content);
  const embeds = message.embeds ?? [];
  bound('embeds', embeds.length, LIMITS.embeds);
  for (const embed of embeds) checkEmbed(embed, bound);
  bound('embeds together', embeds.map(embedLength).reduce(sum, 0), LIMITS.embedsTogether);
  const rows = message.components ?? [];
  bound('rows', rows.length, LIMITS.rows);
  const ids = new Set<string>();
  for (const row of rows) {
    bound('buttons in row', row.components.length, LIMITS.buttonsInRow, 1);
    for (const button of row.components) {
      bound('label', button.label?.length ?? 0, LIMITS.label, 1);
      bound('custom id', button.custom_id.length, LIMITS.customId, 1);
      if (ids.has(button.custom_id)) broken.push(`custom id twice: ${button.custom_id}`);
      ids.add(button.custom_id);
    }
  }
  if (!message.content && embeds.length === 0) broken.push('message without content');
  return broken;
}

function checkEmbed(embed: APIEmbed, bound: (what: string, value: number, most: number, least?: number) => void): void {
  if (embed.title !== undefined) bound('title', embed.title.length, LIMITS.title, 1);
  if (embed.description !== undefined) bound('description', embed.description.length, LIMITS.description, 1);
  if (embed.author !== undefined) bound('author', embed.author.name.length, LIMITS.author, 1);
  if (embed.footer !== undefined) bound('footer', embed.footer.text.length, LIMITS.footer, 1);
  bound('fields', embed.fields?.length ?? 0, LIMITS.fields);
  for (const field of embed.fields ?? []) {
    bound('field name', field.name.length, LIMITS.fieldName, 1);
    bound('field value', field.value.length, LIMITS.fieldValue, 1);
  }
}

/** The characters of an embed that count towards the 6,000: title, description, author, footer and fields. */
function embedLength(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).map((field) => field.name.length + field.value.length);
  const texts = [embed.title, embed.description, embed.author?.name, embed.footer?.text];
  return texts.map((text) => text?.length ?? 0).reduce(sum, 0) + fields.reduce(sum, 0);
}

function sum(a: number, b: number): number {
  return a + b;
}
