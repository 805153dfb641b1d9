import { z } from 'zod';
import type { Command, ExampleNames } from './command.ts';

// The stricter of the two platforms, each time: Discord's application command reference (names of 1–32 lower-case letters,
// descriptions of 1–100 characters, 25 options, required ones first, 8,000 characters in all) and Slack's manifest schema
// (32 characters with the slash, 50 commands).
const LONGEST_NAME = 31;
const LONGEST_DESCRIPTION = 100;
const MOST_OPTIONS = 25;
const MOST_COMMANDS = 50;
const MOST_CHARACTERS = 8000;
// Our own: more examples than three are not read.
const MOST_EXAMPLES = 3;

const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens')
  .max(LONGEST_NAME);
const description = z.string().trim().min(1).max(LONGEST_DESCRIPTION);

const option = z.strictObject({
  name,
  description,
  kind: z.enum(['question', 'person', 'place', 'supplier', 'item', 'year', 'visit-kind']),
  required: z.boolean(),
});

const command = z
  .strictObject({
    name,
    summary: description,
    options: z.array(option).max(MOST_OPTIONS),
    examples: z.custom<Command['examples']>(
      (value) => typeof value === 'function',
      'a function of the names on record',
    ),
    request: z.custom<Command['request']>((value) => typeof value === 'function', 'a function of the values given'),
  })
  .check(({ value, issues }) => {
    const fault = (message: string, ...path: string[]) => issues.push({ code: 'custom', message, path, input: value });
    const doubled = firstDouble(value.options.map((each) => each.name));
    if (doubled !== undefined) fault(`two options are called ${doubled}`, 'options');
    const required = value.options.map((each) => each.required);
    if (required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)) {
      fault('an option that must be given stands after one that need not', 'options');
    }
    const size = value.options.reduce((sum, each) => sum + each.name.length + each.description.length, 0);
    if (size + value.name.length + value.summary.length > MOST_CHARACTERS) fault(`over ${MOST_CHARACTERS} characters`);
    if (value.examples(sampleNames).length > MOST_EXAMPLES) fault(`over ${MOST_EXAMPLES} examples`, 'examples');
  });

const list = z
  .array(command)
  .max(MOST_COMMANDS)
  .check(({ value, issues }) => {
    const doubled = firstDouble(value.map((each) => each.name));
    if (doubled !== undefined) {
      issues.push({ code: 'custom', message: `two commands are called ${doubled}`, input: value });
    }
  });

const sampleNames: ExampleNames = {
  subject: 'subject',
  pronoun: 'she',
  home: 'home',
  place: 'place',
  country: 'country',
  person: 'person',
  guest: 'guest',
  supplier: 'supplier',
  otherSupplier: 'other supplier',
  item: 'item',
  voter: 'voter',
  organisation: 'organisation',
  year: '2020',
};

/**
 * The same commands, if every platform takes them.
 *
 * @throws Error naming each command and field at fault, and what is allowed there.
 */
export function checkCommands(commands: readonly Command[]): readonly Command[] {
  const result = list.safeParse(commands);
  if (result.success) return commands;
  const faults = result.error.issues.map(({ path, message }) => {
    const [index, ...field] = path;
    const which = typeof index === 'number' ? `/${commands[index]?.name ?? index}` : 'commands';
    return `  ${[which, ...field.map(String)].join('.')}: ${message}`;
  });
  throw new Error(`The commands do not hold:\n${faults.join('\n')}`);
}

function firstDouble(names: readonly string[]): string | undefined {
  return names.find((each, index) => names.indexOf(each) !== index);
}
