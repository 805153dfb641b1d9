import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairLines } from '../../src/question/thesaurus/lines.ts';
import { GROUPS, isWeakWord, PHRASES, relatedStems, replacePhrases, WEAK } from '../../src/question/thesaurus.ts';
import { stemOf, wordsOf } from '../../src/text.ts';

const GROUPED = new Set(GROUPS.flat());
const GROUPED_STEMS = new Set(GROUPS.flat().map(stemOf));

/** Light verbs and courtesies that say little in a question but may be the telling word of a fact. */
const WEAK_AND_GROUPED = (
  'amount believe came come explain get go goes gone got keep mention number people presume put said say school ' +
  'show take tell thank think thought told want went'
).split(' ');

const RELATED = `
presents given|gift gave|medal award|call say|describe wrote|line backed|stance condemned|brokered mediated
truce ceasefire|died killing|deaths killed|earned sold|price value|left departure|leaving withdrew|charge accuse
copy replica|plane aircraft|jets warplanes|helicopter chopper|drones uav|arms weaponry|weapons armament|bought purchase
procured purchased|sold sale|supplier supplies|deliveries delivered|delivered supplied|shipments deliveries
coup putsch|coup takeover|seized capture|took captured|fell captured|ousted overthrew|junta regime|army troops
navy maritime|drill exercise|submarine sub|ammunition munitions|earthquake quake|vaccine jab|doses vaccines|aid relief
ill ailing|trial hearings|verdict guilty|jail prison|sentence jail|pardon amnesty|executed hanged|arrest detained
freed release|sued lawsuit|fraud irregularities|election poll|votes ballots|abstained abstention|adopted passed
draft wrote|banned prohibited|embargo ban|blacklisted sanctions|frozen freeze|lifted delisted|extended renewal
begun start|ended finish|resumed restarted|postponed delayed|formed created|built construction|agreement pact
memorandum mou|signed inked|pledged promise|condemned denounced|criticised condemned|backed support|backed supported
recognised acceptance|rejected refused|visit trip|flew flights|arrived came|returned back|hosted received|received reception
attended participants|absent boycott|summit gathering|talks negotiations|purpose reason|outcome result|envoy ambassador
leader chief|led head|chair chairman|appointed named|resigned quit|successor replacement|secret unannounced
ties relations|cooperation partnership|deepen strengthen|share percentage|largest biggest|rise grew|fall decline
revenue income|company firm|nuclear atomic|electricity power|gasoline petrol|dealer broker|conscription draft|refugees fled
protests demonstrations|crackdown repression|lethal deadly|lawmakers parliament|evidence proof|cosmonaut astronaut`;

const UNRELATED = `
support condemn|back criticise|ordered delivered|order delivery|visit meet|trip summit|increase decrease|rise fall
grew drop|win lose|victory defeat|agree announce|buy sell|purchase sale|import export|buyer seller|supplier recipient
accept reject|recognise refuse|open close|begin end|started finished|arrive depart|came left|free detain|release arrest
war peace|ally enemy|impose lift|ban allow|embargo permit|ceasefire attack|confirm deny|appoint dismiss|named ousted
president minister|adopt abstain|vote veto|abstain oppose|accuse convict|sentence pardon|arrest convict|drone missile
helicopter tank|warship tank|missile rocket|submarine frigate|host guest|election coup|military civilian|killed injured
propose adopt|promise deliver|planned held|expected met|loan gift|first last|next previous|embassy consulate
more less|strengthen suspend|sanction lift|rebel soldier|fuel weapon|nuclear coal|vaccine weapon`;

function pairsIn(text: string): [string, string][] {
  return text
    .trim()
    .split(/[|\n]/)
    .map((pair) => {
      const [one = '', other = ''] = pair.split(' ');
      return [one, other];
    });
}

function meet(one: string, other: string): boolean {
  return stemOf(one) === stemOf(other) || relatedStems(stemOf(one)).includes(stemOf(other));
}

describe('the groups of words', () => {
  it('are 350 to 600, each of two stems or more, none written twice', () => {
    expect(GROUPS.length).toBeGreaterThanOrEqual(350);
    expect(GROUPS.length).toBeLessThanOrEqual(600);
    const keys = GROUPS.map((group) => [...new Set(group.map(stemOf))].sort());
    expect(keys.filter((stems) => stems.length < 2)).toEqual([]);
    expect(GROUPS.filter((group, at) => keys[at]?.length !== group.length)).toEqual([]);
    expect(new Set(keys.map((stems) => stems.join(' '))).size).toBe(GROUPS.length);
  });

  it('hold single folded words only', () => {
    for (const word of GROUPED) expect(wordsOf(word).map(({ norm }) => norm)).toEqual([word]);
  });

  it('have no weak word but the few that are meant', () => {
    expect([...WEAK].filter((word) => GROUPED.has(word)).sort()).toEqual([...WEAK_AND_GROUPED].sort());
  });
});

describe('related stems', () => {
  it('are tried on 60 pairs or more that meet and 40 or more that do not', () => {
    expect(pairsIn(RELATED).length).toBeGreaterThanOrEqual(60);
    expect(pairsIn(UNRELATED).length).toBeGreaterThanOrEqual(40);
  });

  it.each(pairsIn(RELATED))('join %s and %s', (one, other) => {
    expect(meet(one, other)).toBe(true);
  });

  it.each(pairsIn(UNRELATED))('keep %s and %s apart', (one, other) => {
    expect(meet(one, other)).toBe(false);
  });

  it('go both ways and never name the stem itself', () => {
    for (const stem of GROUPED_STEMS) {
      const others = relatedStems(stem);
      expect(others).not.toContain(stem);
      expect(new Set(others).size).toBe(others.length);
      for (const other of others) expect(relatedStems(other)).toContain(stem);
    }
  });

  it('are none for a word of no group, and for names that objects have anyway', () => {
    for (const stem of ['teapot', '', 'constructor', '__proto__']) expect(relatedStems(stem)).toEqual([]);
  });
});

describe('the phrases', () => {
  it('are 150 to 300 expressions of two words or more, each written once, for a word of a group', () => {
    expect(PHRASES.length).toBeGreaterThanOrEqual(150);
    expect(PHRASES.length).toBeLessThanOrEqual(300);
    for (const [phrase, word] of PHRASES) {
      const words = wordsOf(phrase).map(({ norm }) => norm);
      expect(words.join(' ')).toBe(phrase);
      expect(words.length).toBeGreaterThan(1);
      expect(GROUPED_STEMS).toContain(stemOf(word));
      expect(isWeakWord(word)).toBe(false);
    }
    const keys = PHRASES.map(([phrase]) => phrase.split(' ').map(stemOf).join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are each found when they stand alone', () => {
    for (const [phrase, word] of PHRASES) {
      const words = phrase.split(' ');
      expect(replacePhrases(words)).toEqual([{ start: 0, end: words.length, word }]);
    }
  });

  it('are found within a question, the longest at each place, in any form of their words', () => {
    const inQuestion = (question: string) => replacePhrases(wordsOf(question).map(({ norm }) => norm));
    expect(inQuestion('who was in charge of the delegation')).toEqual([{ start: 2, end: 5, word: 'lead' }]);
    expect(inQuestion('the price tags of the air-strikes')).toEqual([
      { start: 1, end: 3, word: 'price' },
      { start: 5, end: 7, word: 'airstrike' },
    ]);
    expect(inQuestion('who showed up at the parade')).toEqual([{ start: 1, end: 4, word: 'attend' }]);
    expect(inQuestion('who showed up')).toEqual([{ start: 1, end: 3, word: 'arrive' }]);
    expect(inQuestion('in charge')).toEqual([]);
    expect(inQuestion('')).toEqual([]);
  });

  it('never overlap and come in order, whatever the words', () => {
    const word = fc.constantFrom(...new Set(PHRASES.flatMap(([phrase]) => phrase.split(' '))), 'teapot');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        let last = 0;
        for (const { start, end } of replacePhrases(words)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end - start).toBeGreaterThan(1);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(words.length);
      }),
    );
  });

  it('refuse a line that is not a pair', () => {
    expect(() => pairLines('price tag price')).toThrow(RangeError);
    expect(() => pairLines('a b > c > d')).toThrow(RangeError);
  });
});

describe('the weak words', () => {
  it('are 400 to 700 folded words', () => {
    expect(WEAK.size).toBeGreaterThanOrEqual(400);
    expect(WEAK.size).toBeLessThanOrEqual(700);
    for (const word of WEAK) expect(wordsOf(word).map(({ norm }) => norm)).toEqual([word]);
  });

  it('hold what is said around a question', () => {
    const around =
      'exactly actually please tell know thing sort kind info details basically again ever still quick question ' +
      'wondering story regarding article deadline school paper roughly overall';
    expect(around.split(' ').filter((word) => !isWeakWord(word))).toEqual([]);
  });

  it('hold nothing that may be what is asked', () => {
    const asked =
      'who what when where why how which in on he she him first last official private total share ship drone vote ' +
      'talks aid help trial case general major main source reason part present response likely certain report';
    expect(asked.split(' ').filter(isWeakWord)).toEqual([]);
  });
});
