import { describe, expect, it } from 'vitest';
import { openDesk } from '../../src/desk.ts';
import { loadRecord } from '../../src/record/load.ts';

const { record: first } = await loadRecord('seeds');
const { record: second } = await loadRecord('test/records/second');

describe.each([
  ['the first record', first],
  ['another record', second],
])('what is said of %s', (_name, record) => {
  const desk = openDesk(record);
  const about = desk.about();

  it('counts its facts and says until when it is kept', () => {
    expect(about.counts.visits).toBe(record.visits.length);
    expect(about.counts.sources).toBe(record.sources.length);
    expect(about.keptUpTo).toBe(record.meta.kept_up_to);
  });

  it('takes names for examples from it: the traveller by the right pronoun, a year of travel', () => {
    const { meta, entities, visits } = record;
    const subject = entities.find(({ id }) => id === meta.subject);
    expect(about.names.subject).toBe(subject?.name);
    expect(about.names.pronoun).toBe(subject?.gender === 'female' ? 'she' : 'he');
    const years = visits.filter(({ visitor }) => visitor === meta.subject).map(({ arrived }) => arrived.slice(0, 4));
    expect(years).toContain(about.names.year);
    const names = new Set(entities.map(({ name }) => name));
    for (const each of ['place', 'country', 'person', 'guest', 'supplier', 'otherSupplier', 'item', 'voter'] as const) {
      expect(names).toContain(about.names[each]);
    }
    expect(about.names.supplier).not.toBe(about.names.otherSupplier);
  });

  it('offers different questions, every one of which is answered', () => {
    expect(new Set(about.questions).size).toBe(about.questions.length);
    expect(about.questions.filter((question) => desk.ask(question).status !== 'answered')).toEqual([]);
  });

  it('tells the newest facts, the newest first, each with its sources', () => {
    expect(about.newest.length).toBeGreaterThan(2);
    const dates = about.newest.flatMap(({ facts }) => {
      const visit = record.visits.find(({ id }) => facts.includes(id));
      const event = record.events.find(({ id }) => facts.includes(id));
      return visit?.arrived ?? (typeof event?.date === 'string' ? event.date : (event?.date.from ?? []));
    });
    expect(dates.map((date) => date.slice(0, 4))).toEqual(
      dates
        .map((date) => date.slice(0, 4))
        .sort()
        .reverse(),
    );
    for (const { sources } of about.newest) expect(sources.length).toBeGreaterThan(0);
  });
});
