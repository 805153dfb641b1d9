/**
 * Rules that Discord's schemas do not carry, from its documentation: names of commands, order of options, sums of characters,
 * empty messages, ids that stand twice. Each gives what is wrong in one line, or `undefined`.
 */

export type Body = Record<string, unknown>;
type Embed = {
  title?: string;
  description?: string;
  author?: { name: string };
  footer?: { text: string };
  fields?: { name: string; value: string }[];
};
type Option = { name: string; description: string; required?: boolean; autocomplete?: boolean; choices?: unknown[] };
type Command = { name: string; type?: number; description?: string; options?: Option[] };

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** interactions/application-commands: names, descriptions, options, 8,000 characters together, 100 commands. */
export function commandRule(commands: readonly Command[], ofGuild: boolean): string | undefined {
  if (commands.length > 100) return 'APPLICATION_COMMANDS_MAX: more than 100';
  if (new Set(commands.map((command) => command.name)).size < commands.length) return 'DUPLICATE_NAME';
  for (const command of commands) {
    const options = command.options ?? [];
    if ([command, ...options].some(({ name }) => !NAME.test(name) || name !== name.toLowerCase()))
      return 'INVALID_NAME';
    if (!command.description) return 'description: BASE_TYPE_REQUIRED';
    if (new Set(options.map((option) => option.name)).size < options.length) return 'OPTIONS_NAME_ALREADY_EXISTS';
    const firstOptional = options.findIndex((option) => option.required !== true);
    if (firstOptional >= 0 && options.slice(firstOptional).some((option) => option.required)) return 'REQUIRED_INVALID';
    if (options.some((option) => option.autocomplete && option.choices)) return 'AUTOCOMPLETE_CHOICES';
    const length = [command, ...options]
      .map((part) => part.name.length + (part.description?.length ?? 0))
      .reduce((a, b) => a + b, 0);
    if (length > 8000) return 'TOO_LARGE: more than 8,000 characters';
    if (ofGuild && ('contexts' in command || 'integration_types' in command)) return 'contexts: global commands only';
  }
  return undefined;
}

/** resources/message and components/reference: never empty, 6,000 characters of embeds, five rows, ids once. */
export function messageRule(message: Body): string | undefined {
  const embeds = (message.embeds ?? []) as Embed[];
  const rows = (message.components ?? []) as { components?: { custom_id?: string; label?: string }[] }[];
  const content = typeof message.content === 'string' ? message.content : '';
  if (content.trim() === '' && embeds.length === 0) return 'Cannot send an empty message';
  if (content.length > 2000) return 'content: BASE_TYPE_BAD_LENGTH';
  if (embeds.map(lengthOf).reduce((a, b) => a + b, 0) > 6000) return 'MAX_EMBED_SIZE_EXCEEDED';
  if (rows.length > 5) return 'components: BASE_TYPE_BAD_LENGTH';
  const ids = rows.flatMap((row) => (row.components ?? []).map((part) => part.custom_id));
  if (new Set(ids).size < ids.length) return 'COMPONENT_CUSTOM_ID_DUPLICATED';
  return undefined;
}

function lengthOf(embed: Embed): number {
  const texts = [embed.title, embed.description, embed.author?.name, embed.footer?.text];
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [...texts, ...fields].map((text) => text?.length ?? 0).reduce((a, b) => a + b, 0);
}
