/** What people type into Slack, as plain words. https://docs.slack.dev/messaging/formatting-message-text */

const MARKED = /<([^<>]+)>/g;

/**
 * The plain text of a Slack message: the mention of the bot taken out, other mentions, channels and links as the words
 * that people saw, entities resolved. The result is plain text and must be escaped before it goes back to Slack.
 */
export function readText(text: string, botUser: string): string {
  return text
    .replace(MARKED, (_, inner: string) => shownWords(inner, botUser))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether a message's text mentions this user. */
export function mentions(text: string, user: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`);
}

/** Whether a message turns to somebody else: it begins with a mention of another user. */
export function addressesAnother(text: string, botUser: string): boolean {
  const first = /^\s*<@([A-Z0-9]+)/.exec(text)?.[1];
  return first !== undefined && first !== botUser;
}

function shownWords(inner: string, botUser: string): string {
  const bar = inner.indexOf('|');
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = bar === -1 ? '' : inner.slice(bar + 1);
  if (target === `@${botUser}`) return ' ';
  if (target.startsWith('@')) return label === '' ? ' ' : `@${label}`;
  if (target.startsWith('#')) return label === '' ? ' ' : `#${label}`;
  if (target.startsWith('!')) return label === '' ? `@${target.slice(1)}` : label;
  return label === '' ? target.replace(/^mailto:/, '') : label;
}
