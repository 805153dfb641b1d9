import { describe, expect, it } from 'vitest';
import { messageHtml } from './discord.ts';
import { block, inline } from './discord-markdown.ts';

describe('a drawn message', () => {
  it.each([
    ['**bold** and *slanted*', '<b>bold</b> and <i>slanted</i>'],
    ['[Paper](https://paper.example/1), 2020', '<a>Paper</a>, 2020'],
    ['\\*\\*not bold\\*\\*', '**not bold**'],
    ['\\[no\\](https\\://x.example)', '[no](https://x.example)'],
    ['https://live.example', '<a>https://live.example</a>'],
    ['<@&1> @everyone', '<mark>&lt;@&amp;1&gt;</mark> <mark>@everyone</mark>'],
    ['\\<@1> <b>', '&lt;@1&gt; &lt;b&gt;'],
  ])('shows %j as Discord would', (text, html) => expect(inline(text)).toBe(html));

  it('has lists and small print', () => {
    expect(block('- one\n-# small\n\n2. two')).toBe(
      '<div class="item"><span>•</span><div>one</div></div><div class="small">small</div><div class="gap"></div>' +
        '<div class="item"><span>2.</span><div>two</div></div>',
    );
  });

  it('has the command, the buttons and who sees it', () => {
    const html = messageHtml(
      { content: 'x', components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Next', custom_id: 'n' }] }] },
      { command: '/when', private: true },
    );
    expect(html).toContain('used <a>/when</a>');
    expect(html).toContain('<button class="style2">Next</button>');
    expect(html).toContain('Only you can see this');
  });
});
