import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citation, Line } from '../../src/answer/answer.ts';
import { answerText, citationText } from '../../src/answer/text.ts';
import { answerOf, refusalOf } from '../terminal/small-desk.ts';

const source = (id: string): Citation => ({
  id,
  publisher: `Paper ${id}`,
  title: null,
  published: '1971-05',
  url: `https://${id}.example/`,
});
const line = (text: string, ...sources: string[]): Line => ({ text, facts: [], sources });

describe('the plain text of an answer', () => {
  it('says the headline and then its only source', () => {
    expect(answerText(answerOf({}))).toBe(
      'She visited Port Osk on 3 May 1971.\n\nSource: Gazette, 4 May 1971, https://gazette.example/1',
    );
  });

  it('numbers several sources, behind the lines that rest on them', () => {
    const text = answerText(
      answerOf({
        headline: line('Twice on record.', 'a', 'b'),
        lines: [line('3 May 1971: Port Osk', 'a'), line('June 1972: Velmark', 'c')],
        sources: [source('a'), source('b'), source('c')],
      }),
    );
    expect(text.split('\n')).toEqual([
      'Twice on record. [1] [2]',
      '',
      '- 3 May 1971: Port Osk [1]',
      '- June 1972: Velmark [3]',
      '',
      'Sources:',
      '[1] Paper a, May 1971, https://a.example/',
      '[2] Paper b, May 1971, https://b.example/',
      '[3] Paper c, May 1971, https://c.example/',
    ]);
  });

  it('puts what qualifies the answer before the sources and the reading last', () => {
    const text = answerText(
      answerOf({ qualifications: ['City not stated.'], readingMatters: true, reading: ['Read “osc” as Port Osk.'] }),
    );
    expect(text.indexOf('City not stated.')).toBeLessThan(text.indexOf('Source:'));
    expect(text.endsWith('Read “osc” as Port Osk.')).toBe(true);
  });

  it('keeps a plain reading to itself', () => {
    expect(answerText(answerOf({ reading: ['When, a visit, Port Osk.'] }))).not.toContain('When, a visit');
  });

  it('leads in what is nearest and suggests what may be asked, beside a refusal', () => {
    const text = answerText(refusalOf({ nearest: [line('3 May 1971: Port Osk')], suggestions: ['who came'] }));
    expect(text).toContain('Nearest on record:\n- 3 May 1971: Port Osk');
    expect(text).toContain('You can ask:\n- who came');
  });

  it('numbers the choices of an ambiguous question', () => {
    const choices = [
      { label: 'North', question: 'north' },
      { label: 'South', question: 'south' },
    ];
    expect(answerText(refusalOf({ status: 'ambiguous', choices }))).toContain('1. North\n2. South');
  });

  it('keeps a list of many sources short but shows each one that a line needs', () => {
    const all = Array.from({ length: 20 }, (_, index) => source(`s${index}`));
    const lines = all.slice(10).map(({ id }) => line(`from ${id}`, id));
    const text = answerText(answerOf({ headline: line('Many.', 's0'), lines, sources: all }));
    for (const { publisher } of all.slice(10)) expect(text).toContain(`${publisher},`);
    expect(text).toContain('and 9 more');
  });

  it('names the agency, and the title of a source that has no link', () => {
    const printed: Citation = { ...source('a'), agency: 'Wire', title: 'At the port', published: null, url: null };
    expect(citationText(printed)).toBe('Paper a (Wire), undated, “At the port”');
  });

  it('never lets through what a terminal would obey', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (hostile) => {
        const text = answerText(
          refusalOf({
            question: hostile,
            headline: line(`Nothing on \u001b[31m${hostile}`),
            nearest: [line(hostile)],
            qualifications: [hostile],
            suggestions: [hostile],
            reading: [`Read “${hostile}”`],
            readingMatters: true,
          }),
        );
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('marks no line with a source that is not listed', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const some = fc.subarray(ids);
    fc.assert(
      fc.property(some, fc.array(some), fc.subarray(ids, { minLength: 1 }), (head, lines, listed) => {
        const text = answerText(
          answerOf({
            headline: line('Head', ...head),
            lines: lines.map((sources) => line('line', ...sources)),
            sources: listed.map(source),
          }),
        );
        const [body = '', list = ''] = text.split('\n\nSources:\n');
        for (const [marker] of body.matchAll(/\[\d+\]/g)) expect(list).toContain(`${marker} Paper`);
        const supported = lines.filter((sources) => sources.some((id) => listed.includes(id))).length;
        const marked = body.split('\n').filter((each) => /^- line \[/.test(each)).length;
        expect(marked).toBe(listed.length === 1 ? 0 : supported);
      }),
    );
  });
});
