/**
 * Slash commands that Slack keeps for itself: a manifest that names one of them is refused as a whole. From Slack's help
 * page "Use built-in slash commands" (https://slack.com/help/articles/201259356-Use-built-in-slash-commands) and the
 * refusals reported in NousResearch/hermes-agent#17054 and #18456. `/help` is not kept: it was accepted there.
 */
const KEPT: ReadonlySet<string> = new Set([
  'active',
  'apps',
  'archive',
  'away',
  'call',
  'collapse',
  'dm',
  'dnd',
  'expand',
  'feed',
  'feedback',
  'invite',
  'join',
  'kick',
  'leave',
  'me',
  'msg',
  'mute',
  'open',
  'prefs',
  'pro',
  'remind',
  'remove',
  'rename',
  'search',
  'shortcuts',
  'shrug',
  'star',
  'status',
  'topic',
  'unarchive',
  'who',
]);

/** Whether Slack keeps this slash command (without its `/`) for itself, so that no app can have it. */
export function keptBySlack(name: string): boolean {
  return KEPT.has(name.toLowerCase());
}
