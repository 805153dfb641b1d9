import type { Query } from '../query.ts';

const CONNECTOR =
  /^(and|what about|how about|or|also|but|no|i mean|i meant|sorry|same for|same|then|ok|okay|so|not|rather|instead|now)\b/;

const THING = /^(it|its|that|this|those|these|they|them|their|one|ones|there|then|same)$/;

/** `parts`: names or dates to put into the last question; `about`: a question on what was last said; `whole`: neither. */
export function kindOf(query: Query): 'whole' | 'parts' | 'about' {
  const text = query.text.join(' ');
  const lead = `${query.lead.join(' ')} ${text}`.trim();
  const named = query.names.filter((name) => !name.implied).length > 0 || query.periods.length > 0;
  const content = query.words.filter((word) => !word.optional).length > 0;
  const anaphora = query.text.some(
    (norm, at) =>
      THING.test(norm) &&
      !(norm === 'that' && isConjunction(query, at)) &&
      !(norm === 'there' && /^(is|are|was|were|any)$/.test(query.text[at - 1] ?? '')),
  );
  const order =
    query.order !== null || /\b(before|after|earlier|later|previous|next) ?(that|this|it|one|then)?( one)?$/.test(text);
  if (
    !named &&
    content &&
    CONNECTOR.test(lead) &&
    query.text.length <= 3 &&
    !asksOwn(query) &&
    query.words.every((word) => word.concepts.length > 0)
  )
    return 'parts';
  if (named && !content && (CONNECTOR.test(lead) || query.ask === 'list' || query.text.length <= 4) && !asksOwn(query))
    return 'parts';
  if (anaphora || (order && !named && query.text.length <= 8 && !content)) return 'about';
  if (!named && !content) return 'about';
  if (!named && /\b(he|she|him|her|his)\b/.test(text) && query.text.length <= 9) return 'about';
  if (!named && CONNECTOR.test(lead) && query.text.length <= 7) return 'about';
  if (/\b(else|again|also|other|others|another|too|himself|herself)\b/.test(text) && query.names.length === 0)
    return 'about';
  if (!named && query.text.length <= 6) return 'about';
  return 'whole';
}

function isConjunction(query: Query, at: number): boolean {
  return (
    /^(say|said|says|claim|claimed|know|see|report|reported|agree|agreed|think)$/.test(query.text[at - 1] ?? '') &&
    at < query.text.length - 2
  );
}

// "and who?", "why sudport?": a question word of its own makes it more than a part to put in.
function asksOwn(query: Query): boolean {
  const text = query.text.join(' ');
  return (
    /^(who|whos|when|where|why|how|what|whats|which|did|was|is|has|does|were)\b|\b(who|when|where|why|how) (did|was|were|is|has|had|does)\b/.test(
      text,
    ) && !/^(how|what) about\b/.test(text)
  );
}
