import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../scripts/eval/judge.ts';
import type { Expectation } from '../../scripts/eval/questions.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { answerOf, refusalOf } from '../terminal/small-desk.ts';

const answered = answerOf({ facts: ['visit-1', 'visit-2'], verdict: 'yes', value: 1_500_000_000 });

describe('an answer', () => {
  it.each<[string, Expectation]>([
    ['its status', { status: 'answered' }],
    ['one of several statuses', { status: ['not-on-record', 'answered'] }],
    ['no status, which means answered', {}],
    ['all of some facts', { facts_all: ['visit-2', 'visit-1'] }],
    ['one of some facts', { facts_any: ['visit-9', 'visit-1'] }],
    ['no facts but these', { facts_all: ['visit-1'], facts_any: ['visit-2', 'visit-3'], facts_only: true }],
    ['facts that it has not', { facts_none: ['visit-3'] }],
    ['its first fact', { first: 'visit-1' }],
    ['a pattern, in whatever case', { text_all: ['PORT osk', '3 May 1971'] }],
    ['a pattern of its sources', { text_all: ['Gazette'] }],
    ['no pattern that it lacks', { text_none: ['Velmark'] }],
    ['its verdict', { verdict: 'yes' }],
    ['its value, to a millionth', { value: 1_500_000_100 }],
  ])('is right when it meets %s', (_, expectation) => {
    expect(faultsOf(expectation, answered)).toEqual([]);
  });

  it.each<[Expectation, string]>([
    [{ status: 'not-on-record' }, 'status answered, not not-on-record'],
    [{ status: ['ambiguous', 'out-of-scope'] }, 'status answered, not ambiguous or out-of-scope'],
    [{ facts_all: ['visit-1', 'visit-3'] }, 'lacks visit-3'],
    [{ facts_any: ['visit-3', 'visit-4'] }, 'has none of visit-3, visit-4'],
    [{ facts_all: ['visit-1'], facts_only: true }, 'also has visit-2'],
    [{ facts_none: ['visit-2'] }, 'must not have visit-2'],
    [{ first: 'visit-2' }, 'first is visit-1, not visit-2'],
    [{ text_all: ['Velmark'] }, 'text lacks /Velmark/'],
    [{ text_none: ['port'] }, 'text has /port/'],
    [{ verdict: 'no' }, 'verdict yes, not no'],
    [{ value: 1_600_000_000 }, 'value 1500000000, not 1600000000'],
  ])('is wrong for %j', (expectation, fault) => {
    expect(faultsOf(expectation, answered)).toEqual([fault]);
  });

  it('is wrong without a value where one is expected, and with one at another precision than a millionth', () => {
    expect(faultsOf({ value: 0 }, answerOf({}))).toEqual(['value undefined, not 0']);
    expect(faultsOf({ value: 4.493 }, answerOf({ value: 4.4935 }))).toHaveLength(1);
  });

  it('is wrong when it is answered without a source, whatever was expected', () => {
    expect(faultsOf({}, answerOf({ sources: [] }))).toEqual(['answered without a source']);
    expect(faultsOf({ status: 'not-on-record' }, refusalOf({}))).toEqual([]);
  });

  it('has each of its faults told', () => {
    const answer: Answer = refusalOf({ facts: [] });
    expect(faultsOf({ status: 'answered', facts_all: ['a', 'b'], verdict: 'yes' }, answer)).toHaveLength(4);
  });
});
