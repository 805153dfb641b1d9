import { describe, expect, it } from 'vitest';
import { groupUnanswered, readUnanswered } from '../../scripts/unanswered/group.ts';
import { isSmalltalk, topicWith } from '../../scripts/unanswered/topic.ts';
import { makeReader } from '../../src/question/read.ts';
import { compileRecord } from '../../src/record/compile.ts';
import { buildStore } from '../../src/record/store.ts';
import type { Unanswered } from '../../src/service/unanswered.ts';
import { SMALL, seedFiles } from '../record/small-record.ts';

const refused = (q: string, parts: Partial<Unanswered> = {}): Unanswered => ({
  day: '2024-05-03',
  platform: 'slack',
  status: 'not-on-record',
  q,
  reading: [],
  ...parts,
});

const topicOf = topicWith(makeReader(buildStore(compileRecord('seeds', seedFiles(SMALL)).record)));

describe('refused questions as an editor sees them', () => {
  it('are grouped by kind and name, most asked first, whatever their wording', () => {
    const groups = groupUnanswered(
      [
        refused('how did Southland vote'),
        refused('when did Bo Lund visit Southland'),
        refused('did Bo Lund ever go to Southland?', { day: '2024-06-01' }),
        refused('When did Bo Lund visit Southland?'),
      ],
      topicOf,
    );
    expect(groups.map(({ kind, names, asked, last }) => [kind, names, asked, last])).toEqual([
      ['visit', 'Bo Lund, Southland', 3, '2024-06-01'],
      ['vote', 'Southland', 1, '2024-05-03'],
    ]);
    expect(groups[0]?.wordings).toEqual(['when did Bo Lund visit Southland', 'did Bo Lund ever go to Southland?']);
  });

  it('are grouped by names that the record does not know', () => {
    expect(topicOf(refused('when did she visit Zzyzxia'))).toEqual({ kind: 'visit', names: ['“zzyzxia”'] });
  });

  it('are about what the question before named, where they name nothing', () => {
    const entry = refused('and in 2019?', { after: ['when did Bo Lund visit Southland'] });
    expect(topicOf(entry)).toEqual({ kind: 'visit', names: ['Bo Lund', 'Southland'] });
    expect(groupUnanswered([entry], topicOf)[0]?.wordings).toEqual(['when did Bo Lund visit Southland → and in 2019?']);
  });

  it('are in one heap where they are out of scope, and none where they are a greeting', () => {
    expect(topicOf(refused('who won the cup', { status: 'out-of-scope' }))).toEqual({
      kind: 'out of scope',
      names: [],
    });
    expect([refused('hello there'), refused('who won the cup')].map(isSmalltalk)).toEqual([true, false]);
  });

  it('are read past lines that are not whole', () => {
    const whole = refused('when');
    const text = `${JSON.stringify(whole)}\n{"day":"2024-0\n\nnull\n7\n{"q":1}\n${JSON.stringify(whole)}\n`;
    expect(readUnanswered(text)).toEqual({ entries: [whole, whole], unreadable: 4 });
  });
});
