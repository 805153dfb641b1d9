import { describe, expect, it } from 'vitest';
import { asksTravel, fitsTravel, isHome, readTravel, type Travel } from '../../src/find/traveller.ts';
import { makeReader, readQuestion } from '../../src/question/read.ts';
import { storeOf, TODAY, visitOf } from '../tiny-record.ts';

const store = storeOf({});
const reader = makeReader(store);
const query = (question: string) => readQuestion(question, TODAY, reader).query;
const travel = (question: string): Travel => readTravel(query(question), store);

describe('who travelled where', () => {
  it.each<[string, Partial<Travel>]>([
    ['when did Ada Orr visit Osk', { travellers: ['ada-orr'], direction: 'abroad', destinations: [['osk']] }],
    ['when did Lund visit Norland', { travellers: ['bo-lund'], direction: 'inward', met: [] }],
    ['did Ada Orr travel to see Lund', { travellers: ['ada-orr'], met: ['bo-lund'] }],
    ['when did Ada Orr meet Marr in Cala', { destinations: [['cala']] }],
    ['who visited Norland', { travellers: [], direction: 'inward' }],
    ['which Torvian admiral came to Norland', { direction: 'inward', guestOf: ['torvia'] }],
    ['did Ada Orr go to Osk or Cala', { destinations: [['osk'], ['cala']], anyDestination: true }],
    ['when did Ada Orr return from Osk', { destinations: [] }],
  ])('%s', (question, expected) => {
    expect(travel(question)).toMatchObject(expected);
  });
});

describe('a question about travel', () => {
  it.each(['when did Ada Orr visit Osk', 'was Ada Orr in Osk', 'list of visits to Torvia', 'who came to Norland'])(
    '%s',
    (question) => {
      expect(asksTravel(query(question), store)).toBe(true);
    },
  );

  it.each(['how much did Torvia sell', 'how did Torvia vote', 'what is Count House', 'did the jets go on sale'])(
    '%s is none',
    (question) => {
      expect(asksTravel(query(question), store)).toBe(false);
    },
  );
});

describe('a visit fits', () => {
  const visit = visitOf({
    id: 'visit',
    arrived: '2022-07-25',
    places: [{ city: 'osk', sources: ['post-1'] }],
    met: [{ who: 'bo-lund', status: 'held', sources: ['post-1'] }],
  });
  const anything: Travel = {
    travellers: [],
    direction: 'either',
    guestOf: [],
    met: [],
    meeting: false,
    destinations: [],
    anyDestination: false,
  };

  it.each<[string, Partial<Travel>, boolean]>([
    ['any travel', {}, true],
    ['its traveller', { travellers: ['ada-orr'] }, true],
    ['another traveller', { travellers: ['bo-lund'] }, false],
    ['its city', { destinations: [['osk']] }, true],
    ['its country', { destinations: [['torvia']] }, true],
    ['the region of its country', { destinations: [['north-sea']] }, true],
    ['another city of its country', { destinations: [['tarnby']] }, false],
    ['one of two alternatives', { destinations: [['osk'], ['cala']], anyDestination: true }, true],
    ['two places of which it reached one', { destinations: [['osk'], ['cala']] }, false],
    ['whom it met', { met: ['bo-lund'] }, true],
    ['whom it did not meet', { met: ['cy-marr'] }, false],
    ['travel abroad', { direction: 'abroad' }, true],
    ['travel inward', { direction: 'inward' }, false],
  ])('%s', (_, parts, fits) => {
    expect(fitsTravel(visit, { ...anything, ...parts }, store)).toBe(fits);
  });
});

it('home is the country and what lies in it', () => {
  expect(['norland', 'noran'].every((id) => isHome(id, store))).toBe(true);
  expect(['torvia', 'osk', 'north-sea'].some((id) => isHome(id, store))).toBe(false);
});
