import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCompleter } from '../../src/answer/complete.ts';
import { type Desk, openDesk } from '../../src/desk.ts';
import { makeReader } from '../../src/question/read.ts';
import { loadRecord } from '../../src/record/load.ts';
import { buildStore } from '../../src/record/store.ts';
import { drawing } from './drawing.ts';

const { record: first } = await loadRecord('seeds');
const { record: second } = await loadRecord('test/records/second');

/** What people might have typed so far: beginnings of questions, of names and of both, from the record's own words. */
function partials(record: typeof first, count: number, slip: boolean): string[] {
  const draw = drawing(slip ? 7 : 3);
  const asking = ['when did', 'who', 'how many', 'what is', 'why', 'did', 'list', 'which', 'where', ''];
  const names = record.entities.map(({ name }) => name.toLowerCase());
  return Array.from({ length: count }, () => {
    const words =
      `${draw.one(asking)} ${draw.one(names)} ${draw.one(['', 'visit', 'meet', '2021', 'delivered'])}`.trim();
    const cut = words.slice(0, 1 + draw.below(words.length));
    return slip ? draw.misspelt(cut) : cut;
  });
}

function unanswered(questions: Iterable<string>, desk: Desk): string[] {
  return [...questions].filter((question) => desk.ask(question, { now: '2026-11-21' }).status !== 'answered');
}

describe.each([
  ['the first record', first],
  ['another record', second],
])('completing questions on %s', (_name, record) => {
  const desk = openDesk(record);

  it.each([
    ['half typed', false],
    ['half typed and misspelt', true],
  ])(
    'everything offered for what is %s is answered',
    (_how, slip) => {
      const offered = new Set(partials(record, 200, slip).flatMap((partial) => desk.complete(partial, 5)));
      expect(offered.size).toBeGreaterThan(100);
      expect(unanswered(offered, desk)).toEqual([]);
    },
    30_000,
  );

  it('offers questions of many kinds, all answered, before anything is typed', () => {
    const offered = desk.complete('', 25);
    expect(offered).toHaveLength(25);
    expect(new Set(offered.map((question) => question.split(' ')[0])).size).toBeGreaterThan(5);
    expect(unanswered(offered, desk)).toEqual([]);
  });

  it('keeps to the limits whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 3 })),
        fc.nat({ max: 30 }),
        (partial, limit) => {
          const offered = desk.complete(partial, limit);
          expect(offered.length).toBeLessThanOrEqual(limit);
          expect(new Set(offered).size).toBe(offered.length);
          for (const question of offered) expect(question.length).toBeLessThanOrEqual(100);
        },
      ),
    );
  });

  it('offers a full question that was typed to its end first of all', () => {
    const draw = drawing(11);
    const offered = desk.complete('', 25);
    for (const question of [draw.one(offered), draw.one(offered), ...desk.about().questions.slice(0, 1)]) {
      expect(desk.complete(question, 3)).toContain(question);
    }
  });
});

describe('what is offered', () => {
  const desk = openDesk(first);
  const top = (partial: string) => desk.complete(partial, 25);

  it.each([
    ['mosc', 'when did he visit Moscow'],
    ['when did he vist mosc', 'when did he visit Moscow'],
    ['WHEN MOSC', 'when did he visit Moscow'],
    ['/when mosc', 'when did he visit Moscow'],
    ['/ask moscow', 'when did he visit Moscow'],
    ['noscow', 'when did he visit Moscow'],
    ['putin meet', 'did he meet Vladimir Putin'],
    ['min aung hlaing minsk', 'when did he visit Minsk'],
    ['su30', 'who supplied the Su-30SME'],
    ['burma vote', 'how did Myanmar vote'],
    ['trips china', 'list his visits to China'],
    ['2025', 'where did he go in 2025'],
    ['who abstained', 'who abstained in the UN General Assembly in June 2021'],
    ['february 2021', 'what happened in February 2021'],
  ])('for “%s” has “%s”', (partial, question) => {
    expect(top(partial)).toContain(question);
  });

  it('begins with what was asked for, where a question word was typed', () => {
    for (const word of ['when', 'where', 'who', 'why', 'what', 'how', 'did', 'which']) {
      const offered = top(`${word} russia`);
      expect(offered[0]).toMatch(new RegExp(`^${word} `));
    }
  });

  it('is nothing for a name that the record does not know', () => {
    expect(top('when did he visit atlantis')).toEqual([]);
  });

  it('finds a visit by whom he met on it, and by its city', () => {
    expect(top('putin march 2025')).toContain('who did he meet in Russia in March 2025');
    expect(top('why kazan 2021')).toContain('why did he go to Russia in June 2021');
  });
});

describe('what was offered', () => {
  const reader = makeReader(buildStore(second));
  const answered = openDesk(second).ask('when did she visit Strandholt');

  it('is asked between other work, and not offered again when it is not answered', () => {
    const works: (() => void)[] = [];
    const asked: string[] = [];
    const complete = openCompleter(reader, {
      ask: (question) => {
        asked.push(question);
        return question.includes('Strandholt') ? { ...answered, status: 'not-on-record' } : answered;
      },
      later: (work) => works.push(work),
    });
    expect(asked).toEqual([]);
    const before = complete('strandholt', 10);
    expect(before).toContain('when did she visit Strandholt');
    expect(asked).toEqual([]);
    for (let work = works.shift(); work !== undefined; work = works.shift()) work();
    expect(asked[0]).toBe(before[0]);
    expect(new Set(asked)).toEqual(new Set(before));
    const after = complete('strandholt', 10);
    expect(after.filter((question) => before.includes(question))).toEqual([]);
  });

  it('is asked once', () => {
    const works: (() => void)[] = [];
    const asked: string[] = [];
    const complete = openCompleter(reader, {
      ask: (question) => {
        asked.push(question);
        return openDesk(second).ask(question);
      },
      later: (work) => works.push(work),
    });
    for (let round = 0; round < 3; round += 1) {
      complete('strandholt', 3);
      for (let work = works.shift(); work !== undefined; work = works.shift()) work();
    }
    expect(asked).toHaveLength(3);
  });
});

describe('a large record', () => {
  const letters = (number: number) => [...String(number)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('o');
  const people = Array.from({ length: 1600 }, (_, number) => ({
    id: `person-${number}`,
    kind: 'person' as const,
    name: `Zelda ${letters(1000 + number)}o`,
    roles: [{ title: 'Envoy', sources: [second.sources[0]?.id ?? ''] }],
  }));
  const reader = makeReader(buildStore({ ...second, entities: [...second.entities, ...people] }));
  const last = people.at(-1)?.name ?? '';

  it('answers the first keystroke with a part of its questions and adds the others between other work', () => {
    const works: (() => void)[] = [];
    const answered = openDesk(second).ask('when did she visit Strandholt');
    const complete = openCompleter(reader, { ask: () => answered, later: (work) => works.push(work) });
    expect(complete('zelda', 25)).toHaveLength(25);
    expect(complete(last, 5)).not.toContain(`who is ${last}`);
    for (let work = works.shift(); work !== undefined; work = works.shift()) work();
    expect(complete(last, 5)).toContain(`who is ${last}`);
  });
});

describe.each([
  ['the first record', first],
  ['another record', second],
])('names for the options of commands on %s', (_name, record) => {
  const desk = openDesk(record);
  const kinds = ['person', 'place', 'supplier', 'item'] as const;

  it.each(kinds)('offers every %s at some beginning, and the most used before anything is typed', (kind) => {
    const all = desk.names(kind, '', 1000);
    expect(all.length).toBeGreaterThan(3);
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) expect(desk.names(kind, name.slice(0, 4).toLowerCase(), 100)).toContain(name);
  });

  it.each(kinds)('finds a misspelt %s', (kind) => {
    const long = desk.names(kind, '', 1000).filter((name) => /^[A-Za-z]{7,}$/.test(name));
    for (const name of long) {
      const slipped = name.slice(0, 3) + name.slice(4);
      expect(desk.names(kind, slipped, 100), slipped).toContain(name);
    }
  });

  it('puts the most visited place, the traveller and the largest supplier first', () => {
    const { names } = desk.about();
    expect(desk.names('person', '', 1)).toEqual([names.subject]);
    expect(desk.names('place', '', 3)).toContain(names.country);
    expect(desk.names('supplier', '', 3)).toContain(names.supplier);
    expect(desk.names('supplier', '', 1000)).not.toContain(names.home);
  });

  it('offers years with facts, the latest first, and kinds of visit that there were', () => {
    const years = desk.names('year', '', 25);
    expect(years).toContain(desk.about().names.year);
    expect(years.every((year) => /^\d{4}$/.test(year))).toBe(true);
    expect(desk.names('year', '20', 2).every((year) => year.startsWith('20'))).toBe(true);
    const kinds = desk.names('visit-kind', '', 25);
    expect(kinds).toContain('official');
    expect(kinds).not.toContain('unknown');
    expect(desk.names('visit-kind', 'Offi', 25)).toEqual(['official']);
    expect(desk.names('visit-kind', 'oficial', 25)).toEqual(['official']);
  });

  it('never offers more than asked for, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds, 'year' as const, 'visit-kind' as const),
        fc.string(),
        fc.nat({ max: 30 }),
        (kind, partial, limit) => {
          expect(desk.names(kind, partial, limit).length).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});
