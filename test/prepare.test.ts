import { describe, expect, it } from 'vitest';
import { newConversations, openDesk } from '../src/desk.ts';
import { prepare } from '../src/prepare.ts';
import { loadRecord } from '../src/record/load.ts';

const { record, prepared } = await loadRecord('test/records/second', { cache: [] });

describe('what is prepared of a record', () => {
  it('is the same after being written as JSON', () => {
    expect(JSON.parse(JSON.stringify(prepared))).toEqual(prepare(record));
  });

  it('changes no answer', () => {
    const opened = [openDesk(record), openDesk(record, newConversations(), JSON.parse(JSON.stringify(prepared)))];
    const { questions, names } = openDesk(record).about();
    for (const question of [...questions, `who is ${names.person}`, 'wher did she go'])
      expect(opened[1]?.ask(question)).toEqual(opened[0]?.ask(question));
  });
});
