/** A command as every platform derives it: Discord's registration, Slack's manifest, the help text and the terminal. */

/** What kind of thing an option takes; it decides what is offered while someone types. */
export type OptionKind = 'question' | 'person' | 'place' | 'supplier' | 'item' | 'year' | 'visit-kind';

export type CommandOption = { name: string; description: string; kind: OptionKind; required: boolean };

/** Names taken from the record in use, so that examples really work on it whatever record it is. */
export type ExampleNames = {
  subject: string;
  pronoun: string;
  home: string;
  /** The place the subject visited most often, and the country of it. */
  place: string;
  country: string;
  /** A person the subject met. */
  person: string;
  /** A foreigner who came to the home country. */
  guest: string;
  supplier: string;
  otherSupplier: string;
  item: string;
  /** A state with a vote on record, and a phrase for the vote. */
  voter: string;
  organisation: string;
  year: string;
};

/** What a command asks: a question for the desk, or one of the pages that are not questions. */
export type CommandRequest = { ask: string } | { page: 'help' };

export type Command = {
  name: string;
  /** One line, at most 100 characters: Discord and Slack show it beside the name. */
  summary: string;
  options: readonly CommandOption[];
  /** What to type after the name, two or three times, in the words of the record in use. */
  examples: (names: ExampleNames) => string[];
  /** Turns the options given (by name, trimmed, non-empty) into what is asked; never throws. */
  request: (values: Readonly<Partial<Record<string, string>>>) => CommandRequest;
};
