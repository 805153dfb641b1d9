/**
 * Text for Slack's mrkdwn. Slack gives meaning to `&`, `<` and `>` only, and those three are what must be escaped:
 * https://docs.slack.dev/messaging/formatting-message-text
 */

// Control characters and marks that turn the direction of what follows; both may stand in a question and neither is shown.
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const LONGEST_ADDRESS = 500;

/** A text on one line, without characters that are obeyed instead of shown. */
export function oneLine(text: string): string {
  return withoutHalves(text).replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim();
}

/** A text on one line in which nothing is live: no mention, no channel, no link. At most `most` characters before escaping. */
export function escapeText(text: string, most = Number.POSITIVE_INFINITY): string {
  return cut(oneLine(text), most).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A text of at most `most` UTF-16 units, ended by "…" where something was cut; never half a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${withoutHalves(text.slice(0, Math.max(most - 1, 0))).trimEnd()}…`;
}

/**
 * A link that shows `label`. Only web addresses become links; anything else, and an address too long for a message,
 * leaves the label alone. `|` would end the address, so it is written `%7C`.
 */
export function link(url: string, label: string): string {
  const shown = escapeText(label);
  if (!/^https?:\/\/[^\s]+$/i.test(url) || cost(url) > LONGEST_ADDRESS || shown === '') return shown;
  const address = withoutHalves(url)
    .replace(UNSEEN, '')
    .replace(/\|/g, '%7C')
    .replace(/</g, '%3C')
    .replace(/>/g, '%3E')
    .replace(/&/g, '&amp;');
  return `<${address}|${shown.replace(/\|/g, '¦')}>`;
}

/**
 * What a value takes of a message, in characters of JSON. Everything beyond ASCII counts as the six of \\uXXXX: how Slack
 * itself counts is not documented, and this is the most that it can be.
 */
export function cost(value: unknown): number {
  return JSON.stringify(value).replace(/[^ -~]/g, '\\u0000').length;
}

/** A text escaped and cut so that the result measures at most `most`, in characters unless another measure is given. */
export function escapeWithin(text: string, most: number, measure = (escaped: string) => escaped.length): string {
  const whole = escapeText(text);
  if (measure(whole) <= most) return whole;
  let fits = 0;
  let over = oneLine(text).length;
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (measure(escapeText(text, middle)) <= most) fits = middle;
    else over = middle;
  }
  return fits === 0 ? '' : escapeText(text, fits);
}

// A half of a character that was cut in two is no text; Slack would refuse it.
function withoutHalves(text: string): string {
  return text.replace(/\p{Cs}/gu, '');
}
