/** Which conversation something belongs to, as the desk keeps them: follow-ups are understood within one. */

/** Where an answer goes: a channel or direct message, and the thread in it, if any. */
export type Place = { team: string; channel: string; thread?: string };

/** Whether a conversation is a direct message: its id begins with D. https://docs.slack.dev/reference/objects/conversation-object */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** A thread in a channel is one conversation; a direct message is one altogether. */
export function placeConversation({ team, channel, thread }: Place): string {
  return isDirect(channel) || thread === undefined ? `slack:${team}:${channel}` : `slack:${team}:${channel}:${thread}`;
}

/** What one person asks by slash command or on the Home tab is seen by that person alone, and so is its conversation. */
export function privateConversation(team: string, place: string, user: string): string {
  return `slack:${team}:${place}:${user}`;
}
