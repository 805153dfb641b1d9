/** Slack's documented limits on blocks, checked as the server does: one line for each fault, with a pointer to it. */

type Json = Record<string, unknown>;

const TEXT_KINDS = ['plain_text', 'mrkdwn'];

/** Faults of the blocks of a message (at most 50) or of a view (at most 100), in the words of `response_metadata.messages`. */
export function blockFaults(blocks: unknown, most = 50): string[] {
  if (!Array.isArray(blocks)) return ['[ERROR] must be an array [json-pointer:/blocks]'];
  const faults: string[] = [];
  const seen = new Set<string>();
  const fault = (pointer: string, words: string) => faults.push(`[ERROR] ${words} [json-pointer:${pointer}]`);

  const text = (value: unknown, pointer: string, longest: number, kinds = TEXT_KINDS) => {
    const { type, text: words } = record(value);
    if (!kinds.includes(String(type))) fault(`${pointer}/type`, `must be one of ${kinds.join(', ')}`);
    if (typeof words !== 'string' || words.length === 0) fault(`${pointer}/text`, 'must be more than 0 characters');
    else if (words.length > longest) fault(`${pointer}/text`, `must be less than ${longest + 1} characters`);
  };
  const unique = (kind: string, id: unknown, pointer: string) => {
    if (id === undefined) return;
    if (String(id).length > 255) fault(pointer, 'must be less than 256 characters');
    if (seen.has(`${kind} ${id}`)) fault(pointer, `${kind} "${id}" already exists`);
    seen.add(`${kind} ${id}`);
  };
  const count = (value: unknown, pointer: string, longest: number): unknown[] => {
    const items = Array.isArray(value) ? value : [];
    if (items.length < 1 || items.length > longest) fault(pointer, `must have 1 to ${longest} items`);
    return items;
  };
  const element = (value: unknown, pointer: string) => {
    const part = record(value);
    unique('action_id', part.action_id, `${pointer}/action_id`);
    if (part.type !== 'button') return;
    text(part.text, `${pointer}/text`, 75, ['plain_text']);
    if (String(part.value ?? '').length > 2000) fault(`${pointer}/value`, 'must be less than 2001 characters');
    if (String(part.url ?? '').length > 3000) fault(`${pointer}/url`, 'must be less than 3001 characters');
  };
  const kinds: Record<string, (block: Json, pointer: string) => void> = {
    divider: () => {},
    header: (block, pointer) => text(block.text, `${pointer}/text`, 150, ['plain_text']),
    section: (block, pointer) => {
      if (block.text === undefined && block.fields === undefined) fault(pointer, 'missing required field: text');
      if (block.text !== undefined) text(block.text, `${pointer}/text`, 3000);
      if (block.fields !== undefined)
        for (const [at, field] of count(block.fields, `${pointer}/fields`, 10).entries())
          text(field, `${pointer}/fields/${at}`, 2000);
      if (block.accessory !== undefined) element(block.accessory, `${pointer}/accessory`);
    },
    context: (block, pointer) => {
      for (const [at, part] of count(block.elements, `${pointer}/elements`, 10).entries()) {
        if (record(part).type !== 'image') text(part, `${pointer}/elements/${at}`, 3000);
      }
    },
    actions: (block, pointer) => {
      for (const [at, part] of count(block.elements, `${pointer}/elements`, 25).entries())
        element(part, `${pointer}/elements/${at}`);
    },
    input: (block, pointer) => {
      text(block.label, `${pointer}/label`, 2000, ['plain_text']);
      element(block.element, `${pointer}/element`);
    },
    image: (block, pointer) => {
      if (!block.alt_text) fault(pointer, 'missing required field: alt_text');
      if (!block.image_url && !block.slack_file) fault(pointer, 'missing required field: image_url');
    },
    rich_text: () => {},
  };

  if (blocks.length > most) fault('/blocks', `no more than ${most} items allowed`);
  for (const [at, value] of blocks.entries()) {
    const block = record(value);
    const check = kinds[String(block.type)];
    if (check === undefined) fault(`/blocks/${at}/type`, `unsupported type: ${block.type}`);
    unique('block_id', block.block_id, `/blocks/${at}/block_id`);
    check?.(block, `/blocks/${at}`);
  }
  return faults;
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
