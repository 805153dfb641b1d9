import type { types } from '@slack/bolt';
import type { SlackMessage } from './blocks.ts';
import { cost } from './escape.ts';
import { LIMITS } from './limits.ts';

/**
 * Every limit of Slack that a message of ours could break, checked in one place. Gives one sentence for each fault, with
 * where it is; none for a message that Slack takes. Blocks of a kind that is not used here are faults.
 */
export function messageFaults({ text, blocks }: SlackMessage): string[] {
  const faults = blocksFaults(blocks, LIMITS.blocksInMessage);
  if (text === '') faults.push('text is empty');
  if (text.length > LIMITS.messageText)
    faults.push(`text has ${text.length} characters, ${LIMITS.messageText} allowed`);
  const together = cost(blocks);
  if (together > LIMITS.blocksTogether) faults.push(`blocks take ${together}, ${LIMITS.blocksTogether} allowed`);
  return faults;
}

/** The same for the blocks of a Home tab or a modal, which hold more blocks and have no documented sum. */
export function viewFaults(blocks: readonly types.KnownBlock[]): string[] {
  return blocksFaults(blocks, LIMITS.blocksInView);
}

function blocksFaults(blocks: readonly types.KnownBlock[], most: number): string[] {
  const faults: string[] = [];
  if (blocks.length > most) faults.push(`${blocks.length} blocks, ${most} allowed`);
  const seen = new Set<string>();
  blocks.forEach((block, index) => {
    faults.push(...blockFaults(block, seen).map((fault) => `blocks[${index}] (${block.type}): ${fault}`));
  });
  return faults;
}

function blockFaults(block: types.KnownBlock, actionIds: Set<string>): string[] {
  switch (block.type) {
    case 'divider':
      return [];
    case 'header':
      return lengthFaults('text', block.text.text, LIMITS.headerText);
    case 'section':
      if (block.fields || block.accessory) return ['fields and accessories are not used'];
      return lengthFaults('text', block.text?.text ?? '', LIMITS.sectionText);
    case 'context':
      return [
        ...countFaults('elements', block.elements.length, LIMITS.contextElements),
        ...block.elements.flatMap((element) =>
          element.type === 'image' ? ['images are not used'] : lengthFaults('text', element.text, LIMITS.contextText),
        ),
      ];
    case 'actions':
      return [
        ...countFaults('elements', block.elements.length, LIMITS.actionsElements),
        ...block.elements.flatMap((element) =>
          element.type === 'button' ? buttonFaults(element, actionIds) : [`${element.type} is not used`],
        ),
      ];
    default:
      return ['this kind of block is not used'];
  }
}

function buttonFaults(button: types.Button, actionIds: Set<string>): string[] {
  const faults = [
    ...lengthFaults('button text', button.text.text, LIMITS.buttonText),
    ...lengthFaults('button value', button.value ?? '', LIMITS.buttonValue),
    ...lengthFaults('action_id', button.action_id ?? '', LIMITS.actionId),
  ];
  if (actionIds.has(button.action_id ?? '')) faults.push(`action_id ${button.action_id} is used twice`);
  actionIds.add(button.action_id ?? '');
  return faults;
}

function lengthFaults(what: string, text: string, most: number): string[] {
  if (text === '') return [`${what} is empty`];
  return text.length > most ? [`${what} has ${text.length} characters, ${most} allowed`] : [];
}

function countFaults(what: string, count: number, most: number): string[] {
  return count >= 1 && count <= most ? [] : [`${count} ${what}, 1 to ${most} allowed`];
}
