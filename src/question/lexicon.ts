/**
 * The field's own words: which notion a word of a question stands for. Words are folded, every form is listed, because
 * most of them are irregular (went, sold, bought) and a stem would join words that must stay apart (order, orders).
 */

export type Concept =
  | 'visit'
  | 'arrive'
  | 'leave'
  | 'return'
  | 'abroad'
  | 'meet'
  | 'receive'
  | 'invite'
  | 'stay'
  | 'supply'
  | 'buy'
  | 'order'
  | 'arms'
  | 'amount'
  | 'price'
  | 'share'
  | 'rank'
  | 'more'
  | 'less'
  | 'change'
  | 'vote'
  | 'abstain'
  | 'against'
  | 'favour'
  | 'veto'
  | 'sanction'
  | 'embargo'
  | 'report'
  | 'define'
  | 'role'
  | 'source'
  | 'conflict'
  | 'happen'
  | 'list'
  | 'count'
  | 'first'
  | 'last'
  | 'next'
  | 'previous'
  | 'purpose'
  | 'outcome'
  | 'length'
  | 'official'
  | 'private'
  | 'working'
  | 'state'
  | 'multilateral'
  | 'expected'
  | 'takeover'
  | 'total'
  | 'country'
  | 'person';

const FORMS: Readonly<{ [concept in Concept]: string }> = {
  visit:
    'visit visits visited visiting trip trips travel travels travelled traveled travelling traveling journey journeys tour tours toured touring go goes going went gone fly flies flew flown flying come comes came coming been land landed touchdown tripped headed heading stopover layover stop stops stopped stopping',
  arrive: 'arrive arrives arrived arriving arrival land landed landing reach reached reaches',
  leave: 'leave leaves left leaving depart departs departed departure',
  return: 'return returns returned returning',
  abroad: 'abroad overseas foreign foreigner foreigners outsiders outside',
  meet: 'meet meets met meeting meetings talk talks talked talking spoke speak sit sat see saw seen encounter encountered tete face counterpart counterparts greeted greet greeting audience hold held handshake',
  receive: 'receive receives received receiving host hosts hosted hosting welcome welcomed welcomes greet greeted',
  invite: 'invite invited invites inviting invitation',
  stay: 'stay stays stayed staying spend spent',
  supply:
    'sell sells sold selling sale sales supply supplies supplied supplying supplier suppliers deliver delivers delivered delivering delivery deliveries export exports exported exporting exporter exporters ship ships shipped shipping shipment shipments provide provides provided providing transfer transfers transferred arming arm armed handed hand source sources vendor seller sellers send sends sent give gives gave given earn earned made',
  buy: 'buy buys bought buying purchase purchases purchased purchasing import imports imported importing procure procured procurement acquire acquired acquires acquiring obtain obtained get gets got receive received customer customers buyer buyers spend spent pay paid',
  order: 'order orders ordered ordering contract contracts contracted deal deals agreement',
  arms: 'arms weapon weapons weaponry armament armaments hardware munitions arsenal kit materiel military equipment',
  amount:
    'amount amounts sum sums worth value valued figure figures dollar dollars usd eur euro euros billion billions million millions bn mn money tiv tonnes tons much volume volumes points pesetas peseta pounds francs marks lire yen yuan roubles rubles rupees kyats dinars pesos',
  price: 'price prices charge charged charges priced cost costs costing tag bill invoice',
  share: 'share shares percent percentage percentages proportion part fraction pct slice cent',
  rank: 'rank ranks ranked ranking rankings biggest largest top leading main greatest fourth fifth third second best chief no number highest most',
  more: 'more bigger larger greater higher exceed exceeded exceeds over outsold ahead most',
  less: 'less fewer smaller lower least under behind',
  change:
    'change changed changes rise rises rose risen increase increased increases grow grew grown fall falls fell fallen drop drops dropped decline declined decrease decreased development evolve evolved trend compared comparison versus vs difference differ jump',
  vote: 'vote votes voted voting ballot tally adopt adopted adopts passed poll',
  abstain: 'abstain abstains abstained abstaining abstention abstentions',
  against: 'against oppose opposed opposes reject rejected',
  favour: 'favour favor favoured favored support supported for',
  veto: 'veto vetoed vetoes vetoing',
  sanction:
    'sanction sanctions sanctioned sanctioning blacklist blacklisted blacklisting designated listed freeze frozen restrictions imposed impose imposes imposing slap slapped penalties penalised penalized punished measures measure',
  embargo: 'impose imposed imposes embargo embargoes embargoed ban bans banned banning',
  report: 'report reports reported resolution',
  define: 'define definition meaning means mean stand stands abbreviation acronym explain',
  role: 'title titles post posts position positions office job jobs rank role roles function functions',
  source:
    'source sources cite cites cited citing citation reference references evidence proof according outlet newspaper paper published publication url link reported',
  conflict:
    'disagree disagrees disagreement disagreements differ differs differing conflict conflicting conflicts contradict contradictory contradiction contradictions agree agreed match matches discrepancy dispute disputed disputes inconsistent consistent',
  happen: 'happen happens happened happening event events occur occurred timeline chronology news anything',
  list: 'list lists all every each name enumerate which overview timeline everything',
  count: 'many often times count number frequency frequently once twice',
  first: 'first earliest oldest initially maiden initial debut',
  last: 'last latest recent recently newest final most-recent',
  next: 'next following subsequent subsequently later afterwards then',
  previous: 'previous previously prior preceding earlier',
  purpose: 'why purpose purposes reason reasons aim aims goal goals objective agenda programme program motive occasion',
  outcome:
    'outcome outcomes result results resulted achieve achieved sign signed signing come yield yielded lead led produce produced conclude concluded agreed',
  length: 'long length duration lasted last days nights day stay',
  official: 'official officially formal',
  private: 'private privately unofficial personal',
  working: 'working work',
  state: 'state',
  multilateral: 'multilateral summit summits',
  expected: 'expected planned due scheduled supposed slated likely announced confirmed certain sure',
  takeover: 'power takeover seized seize putsch coup toppled overthrew',
  total: 'total totals all overall together altogether combined sum whole',
  country:
    'country countries nation nations state states capital capitals city cities place places town towns where destination destinations',
  person:
    'person people leader leaders minister ministers official officials president presidents envoy envoys general generals admiral admirals guest guests visitor visitors delegation delegations dignitary dignitaries',
};

const byWord = new Map<string, Concept[]>();
for (const [concept, forms] of Object.entries(FORMS) as [Concept, string][]) {
  for (const form of forms.split(' ')) {
    const known = byWord.get(form);
    if (known) known.push(concept);
    else byWord.set(form, [concept]);
  }
}

const NONE: readonly Concept[] = [];

/** The notions that a folded word may stand for; empty for a word that is not one of the field's. */
export function conceptsOf(norm: string): readonly Concept[] {
  return byWord.get(norm) ?? NONE;
}

/** Whether a folded word is one of the field. */
export function isConceptWord(norm: string): boolean {
  return byWord.has(norm);
}

/** Every word of the field, for spelling. */
export function conceptWords(): string[] {
  return [...byWord.keys()];
}

const FUNCTION = new Set(
  `a an the this that these those there here and or but nor so yet if then than as at by for from in into of off on onto out over to up with within without about above below under between among through during per via upon toward towards against along around across near
 i me my mine we us our ours you your yours he him his she her hers it its they them their theirs himself herself itself themselves one ones someone somebody anyone anybody everyone nobody who whom whose which what when where why how
 is are was were be been being am do does did done doing have has had having will would shall should can could may might must ought need
 not no nor never isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt cant cannot couldnt wont wouldnt
 yes ok okay vs versus also too very just only even such same other another else both either neither each every any some all most many much more less few several own ever
 s t d ll re ve m im ive id youre hes shes theyre thats whats wheres whens whos hows lets
 last first next previous ago still already now again before after since until till while because whether though although
 please amid besides apart except excluding including like unlike despite
 ya yall u ur plz pls`.split(/\s+/),
);

/** A word that carries no content of its own: articles, prepositions, pronouns, auxiliaries, question words. */
export function isFunctionWord(norm: string): boolean {
  return FUNCTION.has(norm);
}

/** Every function word, for spelling. */
export function functionWords(): Iterable<string> {
  return FUNCTION;
}
