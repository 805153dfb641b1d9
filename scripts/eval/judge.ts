import type { Answer } from '../../src/answer/answer.ts';
import { answerText } from '../../src/answer/text.ts';
import type { Expectation } from './questions.ts';

/** Why an answer is not what was expected, one reason each; empty when it is right. */
export function faultsOf(expect: Expectation, answer: Answer): string[] {
  const text = answerText(answer);
  const statuses = [expect.status ?? 'answered'].flat();
  const all = expect.facts_all ?? [];
  const any = expect.facts_any ?? [];
  const allowed = new Set([...all, ...any]);
  const has = (id: string) => answer.facts.includes(id);
  const matches = (pattern: string) => new RegExp(pattern, 'iu').test(text);
  const value = answer.value ?? Number.NaN;
  return [
    ...(statuses.includes(answer.status) ? [] : [`status ${answer.status}, not ${statuses.join(' or ')}`]),
    ...all.filter((id) => !has(id)).map((id) => `lacks ${id}`),
    ...(any.length === 0 || any.some(has) ? [] : [`has none of ${any.slice(0, 4).join(', ')}`]),
    ...(expect.facts_only ? answer.facts.filter((id) => !allowed.has(id)).map((id) => `also has ${id}`) : []),
    ...(expect.facts_none ?? []).filter(has).map((id) => `must not have ${id}`),
    ...(expect.first === undefined || answer.facts[0] === expect.first
      ? []
      : [`first is ${answer.facts[0]}, not ${expect.first}`]),
    ...(expect.text_all ?? []).filter((pattern) => !matches(pattern)).map((pattern) => `text lacks /${pattern}/`),
    ...(expect.text_none ?? []).filter(matches).map((pattern) => `text has /${pattern}/`),
    ...(expect.verdict === undefined || answer.verdict === expect.verdict
      ? []
      : [`verdict ${answer.verdict}, not ${expect.verdict}`]),
    ...(expect.value === undefined || Math.abs(value - expect.value) <= Math.abs(expect.value) * 1e-6
      ? []
      : [`value ${answer.value}, not ${expect.value}`]),
    ...(answer.status === 'answered' && answer.sources.length === 0 ? ['answered without a source'] : []),
  ];
}
