import { describe, expect, it } from 'vitest';
import { disputes } from '../../src/answer/disputes.ts';
import { answerText } from '../../src/answer/text.ts';
import { askTiny, docOf, type Facts, storeOf, visitOf } from '../tiny-record.ts';

const FACTS: Facts = {
  visits: [
    visitOf({
      id: 'disputed',
      arrived: '2022-07-25',
      places: [{ city: 'osk', sources: ['post-1'] }],
      disputed: [
        { field: 'arrived', value: '2022-07-25', source: 'post-1' },
        { field: 'arrived', value: '2022-07-24', source: 'herald-1' },
        { field: 'kind', value: 'private', source: 'herald-1' },
      ],
    }),
    visitOf({
      id: 'undisputed',
      arrived: '2021-04-10',
      country: 'calmar',
      places: [{ city: 'cala', sources: ['post-1'] }],
    }),
  ],
};
const said = (question: string) => answerText(askTiny(FACTS, question));

describe('where sources disagree', () => {
  it('each value is told with who gives it', () => {
    const store = storeOf(FACTS);
    const [arrival] = disputes(docOf(store, 'disputed'), store, /arrived/);
    expect(arrival).toMatch(/25 July 2022 \(The Post\)/);
    expect(arrival).toMatch(/24 July 2022 \(The Herald\)/);
    expect(disputes(docOf(store, 'undisputed'), store)).toEqual([]);
  });

  it.each(['when did she arrive in Osk', 'when was she in Osk', 'do sources agree on when she arrived in Osk'])(
    '%s: it is said',
    (question) => {
      expect(said(question)).toMatch(/disagree[^\n]*24 July 2022 \(The Herald\)/);
    },
  );

  it('nothing of the kind is said elsewhere', () => {
    expect(said('when was she in Cala')).not.toMatch(/disagree|Herald/);
  });

  it('the question whether they do is settled by the record, where it has values that differ', () => {
    expect(askTiny(FACTS, 'do sources agree on when she arrived in Osk').facts).toEqual(['disputed']);
    expect(askTiny(FACTS, 'do sources agree on when she arrived in Osk').verdict).not.toBe('yes');
  });
});
