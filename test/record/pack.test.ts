import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../../src/record/pack.ts';

const numbers = fc.oneof(fc.uint8Array(), fc.uint16Array(), fc.uint32Array(), fc.int32Array(), fc.float64Array());
const plain = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null));

describe('packed data', () => {
  it('is read as it was written, arrays of numbers included', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(numbers, plain, fc.array(plain), fc.record({ numbers }))),
        (data) => {
          expect(unpack(pack(data))).toEqual(data);
        },
      ),
    );
  });

  it('is read from any place in memory', () => {
    const data = { values: Float64Array.of(1.5, -2), words: ['a', 'ż'] };
    const shifted = Buffer.concat([Buffer.from('x'), pack(data)]).subarray(1);
    expect(unpack(shifted)).toEqual(data);
  });
});
