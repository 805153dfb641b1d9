import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

/** Everyday English words: what is never taken for a misspelt name. */

// everyday-words.txt: the words of SCOWL's sizes 10–35 (and those of up to four letters of 40 and 50) in lower case,
// less the words that the endings below give back and those that are chiefly names of countries; sorted, each as one
// capital that tells how many letters it shares with the word before it (A none, B one, …) and the letters that follow.
// 17,000 stems stand for 40,700 words. Source and licence: everyday-words.LICENCE.txt.
const TEXT = readFileSync(join(ROOT, 'src', 'question', 'everyday-words.txt'), 'latin1');

// The words by their first letter, which A stands before nowhere else. A letter is read when a word first asks for it:
// all of them take 3 to 10 ms.
const unread: ReadonlyMap<string, string> = new Map(
  TEXT.split(/A(?=[a-z])/).map((section) => [section.charAt(0), section]),
);
const read = new Map<string, ReadonlySet<string>>();

function listedUnder(initial: string): ReadonlySet<string> {
  const known = read.get(initial);
  if (known !== undefined) return known;
  const words = readWords(unread.get(initial) ?? '');
  read.set(initial, words);
  return words;
}

/** The words of one initial letter; the capital of the first is left out. */
function readWords(section: string): ReadonlySet<string> {
  const words = new Set<string>();
  let word = '';
  let kept = 0;
  let from = 0;
  for (let i = 0; i <= section.length; i += 1) {
    const unit = section.charCodeAt(i);
    if (unit >= 97) continue;
    if (i > from) {
      word = word.slice(0, kept) + section.slice(from, i);
      words.add(word);
    }
    from = i + 1;
    if (unit >= 65) kept = unit - 65;
  }
  return words;
}

// The endings under which a stem also stands: what is cut off, what is put in its place, whether a doubled consonant
// before the ending (stopped, stopping) is undone as well.
const ENDINGS: readonly (readonly [ending: string, stem: string, doubled: boolean])[] = [
  ['s', '', false],
  ['es', '', false],
  ['ies', 'y', false],
  ['d', '', false],
  ['ed', '', true],
  ['ied', 'y', false],
  ['ing', '', true],
  ['ing', 'e', false],
  ['ly', '', false],
  ['ily', 'y', false],
  ['r', '', false],
  ['er', '', true],
  ['ier', 'y', false],
  ['rs', '', false],
  ['ers', '', true],
  ['st', '', false],
  ['est', '', false],
  ['iest', 'y', false],
  ['ness', '', false],
];

// By their last letter, as most words end in none of them.
const endingsIn: ReadonlyMap<string, typeof ENDINGS> = new Map(
  [...new Set(ENDINGS.map(([ending]) => ending.slice(-1)))].map((letter) => [
    letter,
    ENDINGS.filter(([ending]) => ending.endsWith(letter)),
  ]),
);

/** Whether a folded word is a common English word or an inflection of one; letters of one word only. */
export function isEveryday(norm: string): boolean {
  if (!unread.has(norm.charAt(0))) return false;
  const words = listedUnder(norm.charAt(0));
  if (words.has(norm)) return true;
  if (norm.length < 4) return false;
  const endings = endingsIn.get(norm.charAt(norm.length - 1));
  if (endings === undefined) return false;
  for (const [ending, stem, doubled] of endings) {
    if (!norm.endsWith(ending)) continue;
    const cut = norm.slice(0, norm.length - ending.length);
    const base = cut + stem;
    if (
      base.length >= 3 &&
      words.has(base) &&
      !(doubled && isUndoubled(base)) &&
      !(ending === 'es' && !HISSES.test(base))
    )
      return true;
    if (doubled && cut.length > 3 && cut.at(-1) === cut.at(-2) && words.has(cut.slice(0, -1))) return true;
  }
  return false;
}

/** What takes "es" and not "s" alone. */
const HISSES = /(?:[sxzo]|ch|sh)$/;

// "shiped", "stoping": one short syllable whose last consonant had to be doubled.
function isUndoubled(base: string): boolean {
  return base.length <= 4 && /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base);
}

const FUNCTION_WORDS = new Set(
  `a an the this that these those and or but nor so yet if then than as at by for from in into of off on onto out over
  to too toward towards under until till up upon with within without about above across after against along among
  around before behind below beneath beside besides between beyond despite down during except inside like near outside
  past per since through throughout via while because although though unless whether i me my mine myself we us our ours
  ourselves you your yours yourself he him his himself she her hers herself it its itself they them their theirs
  themselves who whom whose which what when where why how whoever whatever whenever wherever am is are was were be been
  being do does did done doing have has had having can could will would shall should may might must ought not no yes
  isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt cant couldnt wont wouldnt shouldnt any all some each
  every both either neither none one two another other others such same own only just also even ever never always
  there here now again once more most much many few less least very please tell give show`.split(/\s+/),
);

/** Whether a folded word is one of the few hundred that hold English sentences together (articles, pronouns, …). */
export function isFunctionWord(norm: string): boolean {
  return FUNCTION_WORDS.has(norm);
}

/** The function words, for whoever must tell a misspelt one from a misspelt name. */
export function functionWords(): Iterable<string> {
  return FUNCTION_WORDS;
}
