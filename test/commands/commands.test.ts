import { describe, expect, it } from 'vitest';
import { checkCommands } from '../../commands/check.ts';
import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { readTypedLine, typedRequest } from '../../commands/typed.ts';
import { names } from '../terminal/small-desk.ts';

const asked = (line: string) => {
  const request = typedRequest(commands, line);
  return 'ask' in request ? request.ask : request.page;
};

describe('the list of commands', () => {
  it('is in the order of the help page', () => {
    expect(commands.map((command) => command.name).join(' ')).toBe(
      'when where who why what how did which visits arms timeline compare sources ask help',
    );
  });

  it('gives examples in the words of the record in use, and they are all read as meant', () => {
    for (const command of commands) {
      for (const example of command.examples(names)) {
        expect(example).not.toMatch(/undefined/);
        const request = typedRequest(commands, `/${command.name} ${example}`);
        expect(request).not.toEqual(typedRequest(commands, `/${command.name}`));
        expect('ask' in request && request.ask).not.toContain(':'.repeat(2));
      }
    }
  });

  it('never throws at what is given, nor at nothing', () => {
    for (const command of commands) {
      const values = Object.fromEntries(command.options.map((option) => [option.name, 'x']));
      expect(() => [command.request({}), command.request(values)]).not.toThrow();
    }
  });
});

describe('what a command asks', () => {
  it.each([
    ['/when did she visit Port Osk', 'when did she visit Port Osk'],
    ['/when when did she visit Port Osk', 'when did she visit Port Osk'],
    ['/When When did she visit Port Osk?', 'When did she visit Port Osk?'],
    ['/when question: did she go', 'when did she go'],
    ['/did she visit Velmark', 'did she visit Velmark'],
    ['/ask and in 1972?', 'and in 1972?'],
    ['/visits', 'list the visits'],
    [
      '/visits person: Ada Brenn place: Velmark year: 1971 kind: private',
      'list the private visits of Ada Brenn to Velmark in 1971',
    ],
    ['/visits PLACE:Velmark year: since 1970', 'list the visits to Velmark since 1970'],
    ['/visits Velmark 1971', 'visits Velmark 1971'],
    ['/arms velmark', 'arms velmark'],
    ['/arms', 'who sold the most arms'],
    ['/arms supplier: Velmark from: 1970 to: 1975', 'how much did Velmark sell from 1970 to 1975'],
    ['/arms item: Kestrel-4 supplier: Velmark to: 1975', 'list the deliveries of Kestrel-4 from Velmark until 1975'],
    ['/arms item: Kestrel-4 from: 1970 to: 1970', 'list the deliveries of Kestrel-4 in 1970'],
    ['/timeline year: 1971', 'list the events in 1971'],
    ['/timeline topic: Velmark year: 1971', 'timeline of Velmark in 1971'],
    ['/timeline 1971', 'timeline 1971'],
    [
      '/compare first: Velmark second: Sorrel from: 1970 to: 1975',
      'who sold more from 1970 to 1975, Velmark or Sorrel',
    ],
    ['/compare Velmark and Sorrel', 'compare Velmark and Sorrel'],
    ['/sources when did she go', 'sources: when did she go'],
    ['/sources', 'sources?'],
    ['/help', 'help'],
    ['/help me', 'help'],
  ])('%s asks “%s”', (line, question) => {
    expect(asked(line)).toBe(question);
  });

  it('takes a line without a command, or with an unknown one, as a question', () => {
    expect(asked('  when did she go ')).toBe('when did she go');
    expect(asked('/list visits to Velmark')).toBe('list visits to Velmark');
    expect(asked('/')).toBe('');
    expect(asked('')).toBe('');
  });

  it('does not take the beginning of a longer word for the command’s word', () => {
    expect(asked('/who whole delegations met')).toBe('who whole delegations met');
    expect(readTypedLine(commands, '/whenever').command).toBeUndefined();
  });
});

describe('the check of the commands', () => {
  const when = commands[0] as Command;
  it.each<[string, Partial<Command>, RegExp]>([
    ['a name that Discord does not take', { name: 'When' }, /\/When\.name/],
    ['a summary over 100 characters', { summary: 'x'.repeat(101) }, /\/when\.summary/],
    ['more than three examples', { examples: () => ['a', 'b', 'c', 'd'] }, /\/when\.examples: over 3/],
    [
      'an option that must be given behind one that need not',
      { options: [false, true].map((required, at) => ({ name: `o${at}`, description: 'd', kind: 'year', required })) },
      /must be given/,
    ],
    [
      'two options of one name',
      { options: [1, 2].map(() => ({ name: 'same', description: 'd', kind: 'year', required: true })) },
      /two options are called same/,
    ],
  ])('refuses %s', (_, change, message) => {
    expect(() => checkCommands([{ ...when, ...change }])).toThrow(message);
  });

  it('refuses two commands of one name', () => {
    expect(() => checkCommands([when, when])).toThrow('two commands are called when');
  });
});
