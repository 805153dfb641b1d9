import { escapeWithin } from './escape.ts';
import type { DiscordMessage } from './message.ts';

/** The sentences of this adapter that are not answers: all about Discord, none about the record. */

export function tooFast(waitSeconds: number): DiscordMessage {
  const seconds = waitSeconds === 1 ? '1 second' : `${waitSeconds} seconds`;
  return { content: `You have asked a lot within a minute. Give me ${seconds}, then ask again.` };
}

export function fault(id: string): DiscordMessage {
  return {
    content: `Something went wrong on my side, and it is not your question. If it happens again, tell whoever runs me: \`${id}\`.`,
  };
}

export function closing(): DiscordMessage {
  return { content: 'I am being restarted. Ask again in a minute.' };
}

export function askAgain(): DiscordMessage {
  return { content: 'I can no longer tell which question this belongs to. Ask it again, and the buttons will work.' };
}

export function notYours(): DiscordMessage {
  return { content: 'Only the person who asked can take this answer away.' };
}

export function unknownCommand(name: string): DiscordMessage {
  return { content: `I no longer have /${escapeWithin(name, 40)}. See /help for what I do have.` };
}

export function unknownButton(): DiscordMessage {
  return { content: 'This button is from an older version of me. Ask the question again.' };
}
