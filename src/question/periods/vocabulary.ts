import { allowedEdits, editDistance } from '../edits.ts';

/** The words of the grammar of time, and the spellings under which they are known. */

export const MONTHS: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((name, place): [string, number] => [name, place + 1]),
);

/** ISO 8601: Monday is 1. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  'monday tuesday wednesday thursday friday saturday sunday'
    .split(' ')
    .map((name, place): [string, number] => [name, place + 1]),
);

/** First month of the seasons of the northern hemisphere, as weather services count them: whole months. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
]);

/** First year of the decades that have a name. */
export const DECADES: ReadonlyMap<string, number> = new Map([
  ['thirties', 1930],
  ['forties', 1940],
  ['fifties', 1950],
  ['sixties', 1960],
  ['seventies', 1970],
  ['eighties', 1980],
  ['nineties', 1990],
  ['noughties', 2000],
]);

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade';

export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['day', 'day'],
  ['days', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['quarter', 'quarter'],
  ['quarters', 'quarter'],
  ['year', 'year'],
  ['years', 'year'],
  ['decade', 'decade'],
  ['decades', 'decade'],
]);

const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  [
    'jan january feb february mar march apr april jun june jul july aug august sep september sept september',
    'oct october nov november dec december',
    'mon monday tue tuesday tues tuesday wed wednesday thu thursday thur thursday thurs thursday fri friday',
    'sat saturday sun sunday',
    'yr year yrs years mth month mths months wk week wks weeks qtr quarter til until till until thru through',
    'onward onwards autum autumn current this',
  ]
    .join(' ')
    .split(' ')
    .flatMap((word, place, all): [string, string][] => (place % 2 === 0 ? [[word, all[place + 1] ?? word]] : [])),
);

const OTHER_WORDS =
  'since before after between during following prior fiscal financial yesterday today tomorrow early middle beginning ' +
  'last next previous onwards couple several until through first third fourth second';

const MEANT: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...[...SEASONS.keys()].filter((name) => name !== 'fall'),
  ...DECADES.keys(),
  ...[...UNITS.keys()].filter((name) => name !== 'day' && name !== 'days'),
  ...OTHER_WORDS.split(' '),
]);

// English words and names, taken from a frequency list of spoken English, that are as near to a word above as a typing
// error would be. They mean themselves.
const NOT_TYPOS: ReadonlySet<string> = new Set(
  (
    'afters alter aster augusta auguste augusto autumns beginnings betweens coupe coupled coupler couples couplet ' +
    'currant dans daring deceiver decide decides decode duding duping durning earl earls eighteen eightieth ' +
    'financially financier financing firs firsts fist followings forth fortis fourths fridays jane jube jude judy ' +
    'juke junk juno junte jure jury jute lash lass lasts lats latt least lest list lost lust mach marc marche ' +
    'marco marcy marsh match meddle merch middled middles mondays mont monte montes moth moths mouth mouths ' +
    'muddle naughtier naughtiest neat nest newt niceties ninepins nineteen ninetieth precious previews previously ' +
    'priors priory quarrels quartered quarterly quartet quartets quitters saturdays seconde secondo ' +
    'seconds seventeen sevenths seventieth severals simmer sine singe siring sparing sprang sprig springs springy ' +
    'sprint sprong sprung spying string summed summers summery sumner sundae sundays sundry sunray thingies ' +
    'thirds thirstier thirteen thirtieth thistles thorough though thursdays toady todays toddy tody tokay ' +
    'tomorrows trough tuesdays untie weak wednesdays weed weeds weel ween weep weeps weet welk winder winger ' +
    'winker winner winters wintery witter yeah yeahs yean yearns yesterdays'
  ).split(' '),
);

const byFirstLetter = new Map<string, string[]>();
for (const word of MEANT) {
  const letter = word.charAt(0);
  byFirstLetter.set(letter, [...(byFirstLetter.get(letter) ?? []), word]);
}

/** What words were found to stand for: people ask in few words, and each is compared with dozens. */
const meant = new Map<string, string>();
const MOST_REMEMBERED = 5000;

/**
 * The word of the grammar that a folded word stands for, abbreviations written out and misspellings mended; the word
 * itself when it is none, when it is a word of its own ("mouth", "string"), or when two words are as near ("jule").
 */
export function timeWordOf(norm: string): string {
  const known = meant.get(norm);
  if (known !== undefined) return known;
  const word = mendedWord(norm);
  if (meant.size >= MOST_REMEMBERED) meant.clear();
  meant.set(norm, word);
  return word;
}

function mendedWord(norm: string): string {
  const short = SHORT_FORMS.get(norm);
  if (short !== undefined) return short;
  if (norm.length < 4 || MEANT.has(norm) || NOT_TYPOS.has(norm)) return norm;
  let best = norm;
  let fewest = Number.POSITIVE_INFINITY;
  let tie = false;
  for (const word of byFirstLetter.get(norm.charAt(0)) ?? []) {
    const allowed = allowedEdits(Math.min(word.length, norm.length));
    const edits = editDistance(norm, word, allowed);
    if (edits > allowed || edits > fewest) continue;
    tie = edits === fewest;
    if (!tie) best = word;
    fewest = edits;
  }
  return tie ? norm : best;
}

// Of OTHER_WORDS those without which something else must tell the time.
const JOINING: ReadonlySet<string> = new Set(
  OTHER_WORDS.split(' ').filter((word) => !/^(?:yesterday|today|tomorrow)$/.test(word)),
);

/** Whether a word of the grammar may be the one that tells a time; a text without any has no period. */
export function mayTellTime(word: string): boolean {
  return (MEANT.has(word) && !JOINING.has(word)) || OTHER_TIMES.has(word) || /\p{N}/u.test(word);
}

const OTHER_TIMES: ReadonlySet<string> = new Set('day days fall now ago recent recently lately present far'.split(' '));

/** Every word that the grammar of time knows, for spelling. */
export function timeWords(): Iterable<string> {
  return MEANT;
}
