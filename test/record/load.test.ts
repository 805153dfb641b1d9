import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Fault, formatFault, RecordFaults } from '../../src/record/faults.ts';
import { loadRecord } from '../../src/record/load.ts';
import { inFolder, put, SMALL } from './small-record.ts';

const EVENTS = SMALL['events.yaml'] ?? '';

/** The faults with which a load is refused; fails when it is not. */
async function refusal(load: Promise<unknown>): Promise<readonly Fault[]> {
  const error: unknown = await load.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RecordFaults);
  return error instanceof RecordFaults ? error.faults : [];
}

const withoutMeta = ({ 'record.yaml': _, ...files }: Readonly<Record<string, string>>) => files;

describe('loading a record', () => {
  it('gives its data, how much there is of it and a name for exactly these files', () =>
    inFolder(SMALL, async (folder, cache) => {
      const { record, counts, version, warnings } = await loadRecord(folder, { cache: [cache] });
      expect(record.meta.subject).toBe('ada-orr');
      expect(record.visits.map((visit) => visit.id)).toEqual(['visit-2021-06-southland', 'visit-2021-07-southland']);
      expect(counts).toEqual({
        visits: 2,
        events: 1,
        figures: 1,
        deliveries: 1,
        rankings: 1,
        measures: 1,
        entities: 12,
        sources: 2,
      });
      expect(version).toMatch(/^[0-9a-f]{12}$/);
      expect(warnings).toEqual([]);
    }));

  it('gives dates and names as text though YAML reads 2018 and 1027 as numbers', () =>
    inFolder(SMALL, async (folder, cache) => {
      const { record } = await loadRecord(folder, { cache: [cache] });
      expect(record.deliveries[0]?.delivered).toEqual({ from: '2018', to: '2019', years: ['2018'] });
      expect(record.entities.find((entity) => entity.id === 'count-house')?.aliases).toEqual(['1027']);
    }));

  it('takes the day up to which it is kept to the end of a month', () =>
    inFolder(
      { ...SMALL, 'record.yaml': (SMALL['record.yaml'] ?? '').replace('2024-12-31', '2024-02') },
      async (folder, cache) => {
        expect((await loadRecord(folder, { cache: [cache] })).record.meta.kept_up_to).toBe('2024-02-29');
      },
    ));

  it('says what is wrong as file, line, column, field and message, and loads nothing', () =>
    inFolder({ ...SMALL, 'events.yaml': EVENTS.replace('place: sudport', 'place: sudpor') }, async (folder, cache) => {
      expect(await refusal(loadRecord(folder, { cache: [cache], settle: 1 }))).toEqual([
        {
          file: join(folder, 'events.yaml'),
          line: 5,
          column: 10,
          path: 'event-2020-vote.place',
          message: 'no such place "sudpor" (did you mean sudport?)',
        },
      ]);
      expect(existsSync(cache)).toBe(false);
    }));

  it('refuses a folder that is not there, holds no YAML or is a file', () =>
    inFolder({ 'notes.txt': 'none' }, async (folder) => {
      const lines = async (path: string) =>
        (await refusal(loadRecord(path, { cache: [], settle: 1 }))).map((fault) => formatFault(fault));
      const gone = join(folder, 'gone');
      const file = join(folder, 'notes.txt');
      expect(await lines(gone)).toEqual([`${gone}:1:1 no such folder`]);
      expect(await lines(file)).toEqual([`${file}:1:1 is a file, not a folder`]);
      expect(await lines(folder)).toEqual([`${folder}:1:1 no YAML file in this folder`]);
    }));
});

describe('the layout of a record', () => {
  const flat = async () => {
    let record: unknown;
    await inFolder(SMALL, async (folder) => {
      record = (await loadRecord(folder, { cache: [] })).record;
    });
    return record;
  };
  const [, figures = '', deliveries = '', rankings = '', measures = ''] =
    /^figures:\n(.*)deliveries:\n(.*)rankings:\n(.*)measures:\n(.*)$/s.exec(SMALL['arms.yaml'] ?? '') ?? [];
  const { 'arms.yaml': _, ...rest } = SMALL;

  it('may be a folder for each kind, with files of any name', async () => {
    const files = {
      ...rest,
      'arms/figures/by-count-house.yaml': figures,
      'arms/deliveries/south/boats.yml': deliveries,
      'arms/rankings.yaml': rankings,
      // The outermost name counts: this is where sources of measures would be told from measures.
      'measures/sources.yaml': measures,
    };
    const expected = await flat();
    await inFolder(files, async (folder) => {
      expect((await loadRecord(folder, { cache: [] })).record).toEqual(expected);
    });
  });

  it('may be lists whose names say nothing, told by the form of their entries', async () => {
    const names = Object.keys(rest).filter((path) => path !== 'record.yaml');
    const files = {
      'record.yaml': SMALL['record.yaml'] ?? '',
      ...Object.fromEntries(names.map((path, index) => [`part-${index}.yaml`, rest[path] ?? ''])),
      'part-8.yaml': figures + deliveries + rankings + measures,
    };
    const expected = await flat();
    await inFolder(files, async (folder) => {
      expect((await loadRecord(folder, { cache: [] })).record).toEqual(expected);
    });
  });

  it('may lack record.yaml: then what it is about is taken from the facts, with a warning', () =>
    inFolder(withoutMeta(SMALL), async (folder) => {
      const { record, warnings } = await loadRecord(folder, { cache: [] });
      expect(record.meta).toMatchObject({ subject: 'ada-orr', home: 'norland', kept_up_to: '2021-07-31' });
      expect(warnings).toEqual([
        'no record.yaml; taken from the facts: subject ada-orr, home norland, kept_up_to 2021-07-31',
      ]);
    }));

  it('leaves out hidden files and what is no YAML, and follows links without going round', () =>
    inFolder({ ...SMALL, '.draft.yaml': ':::', '.git/x.yaml': ':::', 'notes.md': '# Notes' }, async (folder) => {
      mkdirSync(join(folder, 'more'));
      symlinkSync(folder, join(folder, 'more', 'again'));
      rmSync(join(folder, 'events.yaml'));
      put(join(folder, '..'), 'elsewhere.yaml', EVENTS);
      symlinkSync(join(folder, '..', 'elsewhere.yaml'), join(folder, 'events.yaml'));
      expect((await loadRecord(folder, { cache: [] })).counts).toMatchObject({ visits: 2, events: 1 });
    }));
});

describe('the cache of checked records', () => {
  it('gives the same record without checking it again', () =>
    inFolder(SMALL, async (folder, cache) => {
      const first = await loadRecord(folder, { cache: [cache] });
      const second = await loadRecord(folder, { cache: [cache] });
      expect([first.fromCache, second.fromCache]).toEqual([false, true]);
      expect({ ...second, fromCache: false }).toEqual(first);
    }));

  it('notices a changed seed, a new one and a renamed one by itself', () =>
    inFolder(SMALL, async (folder, cache) => {
      const versions = new Set([(await loadRecord(folder, { cache: [cache] })).version]);
      const next = async () => {
        const { fromCache, version, record } = await loadRecord(folder, { cache: [cache] });
        expect(fromCache).toBe(false);
        expect(versions).not.toContain(version);
        versions.add(version);
        return record;
      };
      put(folder, 'events.yaml', EVENTS.replace('A vote was held.', 'A vote was held twice.'));
      expect((await next()).events[0]?.text).toBe('A vote was held twice.');
      put(folder, 'events/2022.yaml', EVENTS.replace('event-2020-vote', 'event-2022-vote'));
      expect((await next()).events).toHaveLength(2);
      rmSync(join(folder, 'events.yaml'));
      put(folder, 'events/2020.yaml', EVENTS);
      expect((await next()).events).toHaveLength(2);
    }));

  it('is rebuilt when it is cut short, altered or no text at all', () =>
    inFolder(SMALL, async (folder, cache) => {
      const first = await loadRecord(folder, { cache: [cache] });
      const [name = ''] = readdirSync(cache);
      const path = join(cache, name);
      const good = readFileSync(path, 'utf8');
      for (const bad of [
        '',
        good.slice(0, -20),
        good.replace('A treaty.', 'No treaty.'),
        '\0\n{}',
        '{}',
        'null\nnull',
      ]) {
        writeFileSync(path, bad);
        const again = await loadRecord(folder, { cache: [cache] });
        expect(again).toEqual(first);
        expect(readFileSync(path, 'utf8')).toBe(good);
      }
    }));

  it('is written elsewhere when the first folder cannot be, and is not needed', () =>
    inFolder(SMALL, async (folder, cache) => {
      put(folder, '../in-the-way', 'a file');
      const blocked = join(folder, '..', 'in-the-way', 'cache');
      expect((await loadRecord(folder, { cache: [blocked, cache] })).fromCache).toBe(false);
      expect((await loadRecord(folder, { cache: [blocked, cache] })).fromCache).toBe(true);
      expect((await loadRecord(folder, { cache: [blocked] })).fromCache).toBe(false);
    }));

  it.skipIf(process.getuid === undefined)('is not read from a folder that others may write', () =>
    inFolder(SMALL, async (folder, cache) => {
      await loadRecord(folder, { cache: [cache] });
      execFileSync('chmod', ['777', cache]);
      expect((await loadRecord(folder, { cache: [cache] })).fromCache).toBe(false);
    }),
  );

  it('keeps only the latest few records and no unfinished file', () =>
    inFolder(SMALL, async (folder, cache) => {
      for (let edit = 0; edit < 9; edit++) {
        put(folder, 'events.yaml', `${EVENTS}# ${edit}\n`);
        await loadRecord(folder, { cache: [cache] });
      }
      const kept = readdirSync(cache);
      expect(kept.length).toBeLessThanOrEqual(6);
      expect(kept.filter((name) => !/^[0-9a-f]{64}\.record$/.test(name))).toEqual([]);
    }));
});

describe('a record that is being written while it is read', () => {
  it('is waited for when a file is cut short', () =>
    inFolder({ ...SMALL, 'events.yaml': EVENTS.slice(0, 60) }, async (folder, cache) => {
      const loading = loadRecord(folder, { cache: [cache], settle: 150 });
      await wait(50);
      put(folder, 'events.yaml', EVENTS);
      expect((await loading).counts.events).toBe(1);
    }));

  it('is waited for when the folder is just being put in place', () =>
    inFolder(SMALL, async (folder, cache) => {
      const later = join(folder, '..', 'later');
      const loading = loadRecord(later, { cache: [cache], settle: 150 });
      await wait(20);
      for (const [path, text] of Object.entries(SMALL)) put(later, path, text);
      expect((await loading).counts.visits).toBe(2);
    }));

  it('is refused in the end when it stays cut short', () =>
    inFolder({ ...SMALL, 'events.yaml': '' }, async (folder, cache) => {
      const started = performance.now();
      const faults = await refusal(loadRecord(folder, { cache: [cache], settle: 20 }));
      expect(faults.map((fault) => fault.message)).toContain('holds no entries; write [] if that is meant');
      expect(performance.now() - started).toBeGreaterThanOrEqual(55);
    }));
});

describe('starting', () => {
  it(
    'from the cache brings in neither the YAML parser nor the schemas',
    () =>
      inFolder(SMALL, async (folder, cache) => {
        await loadRecord(folder, { cache: [cache] });
        const root = join(import.meta.dirname, '..', '..');
        // A loader hook that ends the process when one of the two is asked for.
        const hook = `export async function resolve(name, context, next) {
        if (name === 'yaml' || name === 'zod') { console.log('asked for ' + name); process.exit(3); }
        return next(name, context);
      }`;
        const program = `
        import { register } from 'node:module';
        register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hook)}));
        const { loadRecord } = await import(${JSON.stringify(join(root, 'src', 'record', 'load.ts'))});
        console.log((await loadRecord(process.argv[1], { cache: [process.argv[2]] })).fromCache);`;
        const run = (cacheFolder: string) =>
          execFileSync(
            process.execPath,
            ['--import', 'tsx', '--input-type=module', '-e', program, folder, cacheFolder],
            {
              cwd: root,
              encoding: 'utf8',
              stdio: ['ignore', 'pipe', 'pipe'],
            },
          ).trim();
        expect(run(cache)).toBe('true');
        expect(() => run(join(cache, 'none'))).toThrow(/Command failed/);
      }),
    20_000,
  );
});
