import { describe, expect, it } from 'vitest';
import { newConversations, openDesk } from '../src/desk.ts';
import { type Prepared, prepare } from '../src/prepare.ts';
import { loadRecord } from '../src/record/load.ts';
import { pack, unpack } from '../src/record/pack.ts';

const { record, prepared } = await loadRecord('test/records/second', { cache: [] });

describe('what is prepared of a record', () => {
  it('is the same after being packed', () => {
    expect(unpack(pack(prepared))).toEqual(prepare(record));
  });

  it('changes no answer', () => {
    const opened = [openDesk(record), openDesk(record, newConversations(), unpack(pack(prepared)) as Prepared)];
    const { questions, names } = openDesk(record).about();
    for (const question of [...questions, `who is ${names.person}`, 'wher did she go'])
      expect(opened[1]?.ask(question)).toEqual(opened[0]?.ask(question));
  });
});
