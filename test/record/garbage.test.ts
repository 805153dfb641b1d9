import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRY_KINDS } from '../../src/record/entries.ts';
import { faultsOf, SMALL } from './small-record.ts';

/** One line a fault: file, line and column, and no break within it. */
const LINE = /^seeds\/\S+\.ya?ml:[1-9]\d*:[1-9]\d* \S[^\n]*$/;

const expectLines = (files: Readonly<Record<string, string | Uint8Array>>) => {
  for (const line of faultsOf(files)) expect(line).toMatch(LINE);
};

const FILES = Object.keys(SMALL);

describe('whatever stands in a file of a record', () => {
  it('leads to faults with a place and to nothing else: any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            '- ',
            'id: ',
            'a',
            ': ',
            '\n',
            '  ',
            '[',
            ']',
            '{',
            '}',
            '&a ',
            '*a',
            '|',
            '#',
            '!!',
            '---',
            '"',
            '\t',
            '<<',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...FILES, ...ENTRY_KINDS.map((kind) => `${kind}/new.yaml`)),
        text,
        (path, garbage) => {
          expectLines({ ...SMALL, [path]: garbage });
        },
      ),
      { numRuns: 80 },
    );
  });

  it('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expectLines({ ...SMALL, 'more.yaml': bytes })),
      { numRuns: 40 },
    );
  });

  it('any data in the place of any section', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENTRY_KINDS, 'record'), fc.jsonValue(), (kind, value) => {
        expectLines({ [`${kind}.yaml`]: JSON.stringify(value) });
        expectLines({ 'all.yaml': JSON.stringify({ [kind]: [value] }) });
      }),
      { numRuns: 80 },
    );
  });

  it('any piece of a file lost or doubled', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILES), fc.nat(2000), fc.nat(40), fc.boolean(), (path, from, length, twice) => {
        const text = SMALL[path] ?? '';
        const start = from % text.length;
        const piece = text.slice(start, start + length);
        expectLines({
          ...SMALL,
          [path]: text.slice(0, start) + (twice ? piece + piece : '') + text.slice(start + length),
        });
      }),
      { numRuns: 120 },
    );
  });

  it.each([
    ['nesting beyond all depth', `${'['.repeat(20_000)}`],
    [
      'aliases that multiply',
      [
        'a: &a [x,x,x,x,x,x,x,x,x,x]',
        ...[...'bcdefghi'].map((name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[at]}`).join(',')}]`),
      ].join('\n'),
    ],
    ['an alias of nothing', '- *nothing'],
    ['an entry that holds itself', '- &a {id: x, kind: *a}'],
    ['fields of every object', '- {__proto__: {id: x}, constructor: 1, toString: 2}'],
    ['keys that are lists', '- {[a, b]: c}'],
    ['tags of other kinds', '- !!binary aGk=\n- !other {a: 1}\n- !!set {a}'],
    ['several documents', '- a\n---\n- b'],
    ['numbers beyond numbers', '- {id: .inf, kind: .nan, value: 1e999}'],
  ])('%s', (_, text) => {
    const files = { ...SMALL, 'visits/more.yaml': text };
    expect(faultsOf(files).length).toBeGreaterThan(0);
    expectLines(files);
  });
});
