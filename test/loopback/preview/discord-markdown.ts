/** Discord's Markdown as HTML, as far as this project's messages use it. */

type Rule = { pattern: RegExp; html: (match: RegExpExecArray) => string };

const INLINE: readonly Rule[] = [
  { pattern: /^\\([!-/:-@[-`{-~])/, html: ([, sign]) => escapeHtml(sign) },
  { pattern: /^\[((?:\\.|[^\]\\])+)\]\((https?:\/\/[^\s)]+)\)/, html: ([, label = '']) => `<a>${inline(label)}</a>` },
  { pattern: /^\*\*((?:\\.|[^\\*]|\*(?!\*))+)\*\*/, html: ([, text = '']) => `<b>${inline(text)}</b>` },
  { pattern: /^\*((?:\\.|[^\\*])+)\*/, html: ([, text = '']) => `<i>${inline(text)}</i>` },
  { pattern: /^__((?:\\.|[^\\_])+)__/, html: ([, text = '']) => `<u>${inline(text)}</u>` },
  { pattern: /^`([^`]+)`/, html: ([, text]) => `<code>${escapeHtml(text)}</code>` },
  { pattern: /^<[@#][!&]?\d+>/, html: ([mention]) => `<mark>${escapeHtml(mention)}</mark>` },
  { pattern: /^@(?:everyone|here)/, html: ([mention]) => `<mark>${escapeHtml(mention)}</mark>` },
  { pattern: /^https?:\/\/[^\s<]+/, html: ([address]) => `<a>${escapeHtml(address)}</a>` },
];

/** One line of text with its bold, italic, code, links and escapes. */
export function inline(text: string): string {
  let rest = text;
  let html = '';
  while (rest !== '') {
    const found = INLINE.map((rule) => ({ rule, match: rule.pattern.exec(rest) })).find(({ match }) => match !== null);
    if (found?.match) {
      html += found.rule.html(found.match);
      rest = rest.slice(found.match[0].length);
    } else {
      html += escapeHtml(rest.slice(0, 1));
      rest = rest.slice(1);
    }
  }
  return html;
}

/** Lines of text: lists, small print, and paragraphs, an empty line between them kept as a gap. */
export function block(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (line === '') return '<div class="gap"></div>';
      if (line.startsWith('-# ')) return `<div class="small">${inline(line.slice(3))}</div>`;
      if (line.startsWith('- ')) return `<div class="item"><span>•</span><div>${inline(line.slice(2))}</div></div>`;
      const numbered = /^(\d+)\. (.*)$/.exec(line);
      if (numbered)
        return `<div class="item"><span>${numbered[1]}.</span><div>${inline(numbered[2] ?? '')}</div></div>`;
      return `<div>${inline(line)}</div>`;
    })
    .join('');
}

export function escapeHtml(text = ''): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
