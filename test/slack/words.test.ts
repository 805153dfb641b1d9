import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionOf, standingOf } from '../../src/slack/buttons.ts';
import { isDirect, placeConversation } from '../../src/slack/conversation.ts';
import { cut, escapeText, escapeWithin, link } from '../../src/slack/escape.ts';
import { addressesAnother, mentions, readText } from '../../src/slack/incoming.ts';
import { onceOnly } from '../../src/slack/once.ts';
import { typedRequest } from '../../src/slack/typed.ts';
import { fakeCommands } from './fake.ts';

describe('what people type in Slack', () => {
  it.each([
    ['<@UBOT> when did she visit <#C1|petrovar>?', 'when did she visit #petrovar?'],
    ['<@UBOT|attache>   when?', 'when?'],
    ['ask <@U2|bob> &amp; <!subteam^S1|@desk>', 'ask @bob & @desk'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['see <https://x.example/a|x.example> or <https://y.example>', 'see x.example or https://y.example'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['<!channel> hear', '@channel hear'],
    ['<!date^1392734382^{date}|18 Feb 2014>', '18 Feb 2014'],
    ['two\nlines', 'two lines'],
  ])('%j is read as %j', (typed, read) => {
    expect(readText(typed, 'UBOT')).toBe(read);
  });

  it('never comes back live, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(escapeText(readText(typed, 'UBOT'))).not.toMatch(/[<>]/);
      }),
    );
  });

  it('mentions the bot, or turns to somebody else', () => {
    expect(mentions('so, <@UBOT>?', 'UBOT')).toBe(true);
    expect(mentions('so, <@UBOTHER>?', 'UBOT')).toBe(false);
    expect(addressesAnother('<@U2> and you?', 'UBOT')).toBe(true);
    expect(addressesAnother('<@UBOT> and you?', 'UBOT')).toBe(false);
    expect(addressesAnother('what of <@U2>?', 'UBOT')).toBe(false);
  });
});

describe('escaped text', () => {
  it('has the three signs written out, and one line', () => {
    expect(escapeText('a & b\n<c>')).toBe('a &amp; b &lt;c&gt;');
  });

  it('fits, is never cut within an entity, and ends with a mark where it was cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 80 }), (text, most) => {
        const escaped = escapeWithin(text, most);
        expect(escaped.length).toBeLessThanOrEqual(most);
        expect(escaped).not.toMatch(/&(?!amp;|lt;|gt;)/);
        if (escaped !== escapeText(text) && escaped !== '') expect(escaped).toMatch(/…$/);
      }),
    );
  });

  it('never holds half a character', () => {
    expect(cut('a𝕳𝕳', 3)).toBe('a…');
    expect(escapeText('a\ud835b')).toBe('ab');
  });

  it('makes links whose address cannot end early', () => {
    expect(link('https://x.example/a|b>c?d=1&e=2', 'A|B')).toBe('<https://x.example/a%7Cb%3Ec?d=1&amp;e=2|A¦B>');
  });
});

describe('what is typed after a slash command', () => {
  const request = (name: string, text: string) => {
    const command = fakeCommands.find((one) => one.name === name);
    if (command === undefined) throw new Error(name);
    return typedRequest(command, text);
  };

  it.each([
    ['when', 'did she visit', { ask: 'when did she visit' }],
    ['when', ' question: did she visit ', { ask: 'when did she visit' }],
    ['visits', 'place: Ordania year: 2021', { ask: 'list visits to Ordania 2021' }],
    ['visits', 'Year:2021', { ask: 'list visits 2021' }],
    ['visits', 'to Ordania', { ask: 'visits to Ordania' }],
    ['visits', 'of Pelsk place: Ordania', { ask: 'visits of Pelsk place: Ordania' }],
    ['visits', '', { ask: 'list visits' }],
    ['help', '', { page: 'help' }],
    ['ask', 'who sold more', { ask: 'who sold more' }],
  ])('/%s %j', (name, text, expected) => {
    expect(request(name, text)).toEqual(expected);
  });

  it.each([
    ['when', ''],
    ['when', '  '],
    ['when', 'help'],
    ['visits', '?'],
  ])('/%s %j is answered by the help of the command', (name, text) => {
    expect(request(name, text)).toBeNull();
  });
});

describe('what is delivered', () => {
  it('passes once by any of its names', () => {
    const once = onceOnly();
    expect(once('event:1', 'message:C:1')).toBe(true);
    expect(once('event:2', 'message:C:1')).toBe(false);
    expect(once('event:2', 'message:C:2')).toBe(false);
    expect(once('event:3', undefined)).toBe(true);
  });

  it('belongs to the conversation of its thread, or of its direct messages', () => {
    expect(placeConversation({ team: 'T', channel: 'C1', thread: '1.2' })).toBe('slack:T:C1:1.2');
    expect(placeConversation({ team: 'T', channel: 'D1', thread: '1.2' })).toBe('slack:T:D1');
    expect(isDirect('D1')).toBe(true);
  });
});

describe('the value of a button', () => {
  it.each([undefined, '', 'old', '[]', '{"q":""}', '{"t":[]}', '{"t":["x"],"p":-1}'])(
    '%j is none of this version',
    (value) => {
      expect(questionOf(value)).toBeNull();
      expect(standingOf(value)).toBeNull();
    },
  );
});
