import type { Ask } from './query.ts';

/** What a question wants to be told, and the words that said so (their indexes need not be found in a fact). */
export type AskReading = { ask: Ask; used: number[] };

type Rule = { ask: Ask; pattern: RegExp };

// Tried in order on the folded words joined by spaces; the first that matches decides. Anchors are kept to the words
// that carry the sense, so that "norland 2014, when exactly" reads like "when exactly was norland 2014".
const RULES: readonly Rule[] = [
  {
    ask: 'source',
    pattern:
      /\b(according to (who|whom|what|which)|by (whose|who) (count|account|reckoning|figures)|whose (count|figure|figures|number|numbers|claim|estimate)|(what|which|whats) (is |are |was |s )?(the |your )?(sources?|evidence|proof|citation|newspaper|paper|outlet|agency|publication|media|report)\b(?! on order)|sources? (for|on|behind|please)|(?<!a )sources? of (the|this|that)\b|sources?$|^sources?\b|who (says|said|reported|reports|counted|counts|claims|claimed|estimated|wrote|published|calculated|told us)\b|who (put|puts) .{0,120} at\b|where (does|do|did) (this|that|the) (figure|number|claim|information|info|fact|date|sum|count|amount)\b.{0,120}(come|came|from)|(cite|citation|reference|references)\b|where is (this|that) from|where (was|is) (it|this|that|the .{0,120}) (published|reported)|how do (you|we) know|says who|who is the source|on whose authority|based on what|from (which|what) source|who is (it )?attributed to|attributed to)/,
  },
  {
    ask: 'conflict',
    pattern:
      /\b((do|does|did|are|is|have) (the |your |all |any |other )?(sources?|reports?|accounts?|papers?|media|outlets?|counts?|figures?|they) .{0,120}(agree|differ|disagree|match|conflict|contradict|consistent|same|dispute|vary|unanimous|the same)|sources? (differ|disagree|conflict|vary|contradict)|(disagree|disagreement|disagreements|disputed|dispute|contradict|contradictory|discrepancy|discrepancies|conflicting|contradictions?)\b|is .{0,120} (disputed|contested|undisputed|agreed upon)|do .{0,120} (match|differ|agree on|disagree)\b|which .{0,120} (versions|accounts) )/,
  },
  {
    ask: 'how-long',
    pattern:
      /\b(how long|for how (long|many days)|how many (days|nights|weeks|hours)|what (was|is) the (length|duration)|length of|duration|how brief|how short)\b/,
  },
  {
    ask: 'how-many',
    pattern:
      /\b(how many|how often|how frequently|number of (times|trips|visits|meetings|countries|aircraft|jets|planes|tanks|people|deaths|dead|votes|times)|how (much )?times|number of|count (the |of |his |her |their )?|what number|headcount|tally|number$)\b/,
  },
  {
    ask: 'how-much',
    pattern:
      /\b(how much|how big|how large|how high|what (was|is|were|are|would) the (value|price|cost|total|amount|sum|worth|share|percentage|proportion|bill|volume|tally|figure)|(price|cost|value|worth|amount|sum|share|percentage|proportion|bill) (of|tag|for)|what (percentage|share|proportion|percent|part|amount|sum|value|price|fraction|slice)|how expensive|price tag|worth of|in (usd|dollars|euros|eur|tiv)\b|total arms|what did .{0,120} cost)\b/,
  },
  {
    ask: 'when',
    pattern:
      /\b(since when|until when|(?:over|in|during|between) (?:which|what) years|till when|by when|from when|(what|which|on what|on which|in what|in which|whats the|the) (exact )?(day|date|dates|year|years|month|weekday|time of year|days)\b|(exact |arrival |departure |which )?(date|dates)\b(?! of birth)|^when\b|\bwhens?( exactly| precisely| was that| is that)?$|what time|how (long ago|recently|soon))\b/,
  },
  {
    ask: 'where',
    pattern:
      /\b(^where\b|where\b(?! he|she|they)|(what|which|in which|in what|to which|to what) (country|countries|city|cities|town|towns|place|places|capital|state|region|province|venue|location|destination|destinations|continent|part of the world)\b|whereabouts|what location|venue\b|which (foreign|\w+an|\w+ese) (city|cities|town|towns|region|place|places))/,
  },
  {
    ask: 'why',
    pattern:
      /\b(why|what for|for what (reason|purpose|occasion)|how come|(what|whats) (is |was |were |s )?(the |his |her |their )?(reason|purpose|aim|goal|point|objective|motive|agenda|occasion|pretext|grounds)|purpose|reasons? (for|of|behind)|motive|on what occasion|what (brought|took|drew|prompted|made|led)|which (occasion|event|forum|summit|conference|parade|meeting) (brought|took|drew|was .{0,120} for)|on what grounds)\b/,
  },
  {
    ask: 'outcome',
    pattern:
      /\b(what (came|come) (out )?of|what became of|(what|whats) (was|is|were|are|s)? ?(the |its |his )?(outcome|outcomes|result|results|upshot|fruits?|deliverables)|outcomes?\b|results? of|what did .{0,120} (lead to|result in|achieve|yield|produce|bring|accomplish|come away with|bring home|take home)|with what result|what was (signed|agreed|achieved|decided|concluded|announced)|anything signed)\b/,
  },
  {
    ask: 'who',
    pattern:
      /\b(who|whom|whos|whose|any (other |foreign |more )?(leaders|ministers|officials|people|presidents|heads|guests|visitors)|name of|(which|what) (\w+ ){0,3}(person|people|minister|ministers|leader|leaders|president|presidents|official|officials|general|generals|admiral|envoy|envoys|man|men|woman|chief|head|heads|boss|governor|governors|politician|politicians|guest|guests|visitor|visitors|name|names|diplomat|diplomats|dignitaries|commander|officer|delegation|delegations|premier|counterpart|counterparts))\b/,
  },
];

const WHETHER =
  /^(is|are|was|were|am|did|do|does|has|have|had|can|could|will|would|should|may|might|isnt|arent|wasnt|werent|didnt|doesnt|dont|hasnt|havent|hadnt|couldnt|wouldnt|any|anything|anyone|true or false|true|correct|is it true|ever)\b/;
const TAG = /\b(right|correct|true|isnt it|wasnt it|didnt he|didnt she|no|yes|huh|innit|or not|havent they|hasnt he)$/;
const PRELUDE =
  /^(?:(?:hi|hello|hey|hiya|dear|ok|okay|so|and|but|well|also|now|then|please|pls|kindly|thanks|quick question|question|just|one more thing|sorry|excuse me|um|uh|erm|hmm|listen|look|say|right|alright|no|yes|actually|bot|team|folks|all|guys|everyone|there) )+/;
const POLITE =
  /^(?:(?:can|could|would|will|may|might) (?:you|u|i|we|someone|anyone|anybody|somebody|one)(?: please| kindly| just| perhaps| possibly| quickly)* (?:tell|say|explain|check|remind|help|give|show|list|find|look up|confirm|know|ask|get|let|share|name|state|clarify|provide|dig up|pull up|walk|point)(?: me| us| out| up| to)?(?: please)?(?: know)? ?|(?:do|does|did) (?:you|u|anyone|anybody|someone|we) (?:happen to )?(?:know|remember|recall|have)(?: any idea)?(?: if| whether)? ?|(?:i|we) (?:(?:would|d) (?:like|love) to|want to|wanna|need to|was wondering|am wondering|were wondering|wonder|am trying to|am looking for|m looking for|need|want|have to)(?: know| find out| learn| check| ask| understand| figure out| be told| see)?(?: if| whether)? ?|(?:please )?(?:tell|remind|give|show|inform|enlighten) (?:me|us) (?:again )?|any idea |wondering |i wonder |curious |im curious |let me know |help me (?:out )?(?:with )?|looking for |does anyone know |do we know )+/;

/** The words of a question without what is said before it out of politeness; how many words were left out. */
export function withoutPrelude(words: readonly string[]): number {
  const text = words.join(' ');
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(PRELUDE, '').replace(POLITE, '');
  }
  const dropped = text
    .slice(0, text.length - rest.length)
    .split(' ')
    .filter(Boolean).length;
  return rest === '' ? 0 : dropped;
}

/** What the folded words ask for. `alternatives` says that they name two things joined by "or". */
export function readAsk(words: readonly string[], alternatives: boolean): AskReading {
  const text = words.join(' ');
  const yesNo = WHETHER.test(text) || TAG.test(text);
  if (/^any (other |foreign |more )?(leaders|ministers|officials|people|presidents|heads|guests|visitors)\b/.test(text))
    return { ask: 'who', used: [] };
  const wh = /\b(who|whom|when|where|why|how|what|which|whose|whos|whats|hows|whens|wheres)\b/.test(text);
  if (/\bsources? (differ|disagree|agree|conflict)\b|\b(do|or do) (the )?sources\b/.test(text))
    return { ask: 'conflict', used: usedWords(text, /\b(do )?(the )?sources? \w+/) };
  if (yesNo && alternatives && !/^(any|anything|anyone)\b/.test(text)) return { ask: 'which-of', used: [] };
  if (yesNo && !startsWithWh(text)) {
    const conflict = RULES.find((rule) => rule.ask === 'conflict');
    if (conflict?.pattern.test(text)) return { ask: 'conflict', used: usedWords(text, conflict.pattern) };
    return { ask: 'whether', used: [] };
  }
  for (const { ask, pattern } of RULES) {
    if (pattern.test(text)) return { ask, used: usedWords(text, pattern) };
  }
  if (alternatives && !wh) return { ask: 'which-of', used: [] };
  if (/^(list|show|name|enumerate|give|timeline|overview|all|every)\b/.test(text)) return { ask: 'list', used: [0] };
  return { ask: wh ? 'what' : 'list', used: [] };
}

function startsWithWh(text: string): boolean {
  return /^(?:in |on |at |to |from |by |with |for |of |since |until |under |according to )?(who|whom|when|where|why|how|what|which|whose|whos|whats)\b/.test(
    text,
  );
}

function usedWords(text: string, pattern: RegExp): number[] {
  const match = pattern.exec(text);
  if (!match) return [];
  const first = text.slice(0, match.index).split(' ').filter(Boolean).length;
  // The long patterns of sources and conflicts reach over the claim itself; only their own words are used up.
  const words = match[0].split(' ').filter(Boolean);
  return words.map((_, offset) => first + offset).filter((_, offset) => offset < 5);
}
