import { describe, expect, it } from 'vitest';
import { changed, faultsOf, SMALL } from './small-record.ts';

/** One change to the small record and the lines that an editor is then shown. */
type Case = [what: string, file: string, piece: string, by: string, lines: string[]];

const VISITS = 'visits/2021.yaml';

const SYNTAX: Case[] = [
  [
    'a list that is not closed',
    'events.yaml',
    'sources: [post-2021]',
    'sources: [post-2021',
    [
      'seeds/events.yaml:8:1 not well-formed YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ],
  [
    'a field given twice',
    'events.yaml',
    '  kind: election\n',
    '  kind: election\n  kind: vote\n',
    ['seeds/events.yaml:4:3 this field is given twice'],
  ],
  [
    'a tab before a field',
    'events.yaml',
    '  kind: election',
    '\tkind: election',
    ['seeds/events.yaml:3:2 lines are set in with spaces, not with tabs'],
  ],
  [
    'a section with an unknown name',
    'arms.yaml',
    'rankings:',
    'ranking:',
    ['seeds/arms.yaml:27:1 ranking: unknown section "ranking" (did you mean rankings?)'],
  ],
  [
    'a section that is not a list',
    'arms.yaml',
    'rankings:\n  - id: ranking-sellers\n',
    'rankings:\n    id: ranking-sellers\n',
    ['seeds/arms.yaml:28:5 rankings: must be a list of entries; write [] if there is none'],
  ],
];

const FORM: Case[] = [
  [
    'an unknown field',
    VISITS,
    '  departed: 2021-06-22',
    '  depatred: 2021-06-22',
    ['seeds/visits/2021.yaml:8:3 visit-2021-06-southland.depatred: unknown field "depatred" (did you mean departed?)'],
  ],
  [
    'an unknown field inside a list',
    VISITS,
    'date: 2021-06-20, status',
    'dated: 2021-06-20, status',
    ['seeds/visits/2021.yaml:14:22 visit-2021-06-southland.met.0.dated: unknown field "dated" (did you mean date?)'],
  ],
  [
    'a missing field',
    VISITS,
    '  purpose: Talks.\n',
    '',
    ['seeds/visits/2021.yaml:1:3 visit-2021-06-southland.purpose: is missing'],
  ],
  [
    'a missing id',
    'events.yaml',
    '- id: event-2020-vote\n  date',
    '- date',
    ['seeds/events.yaml:1:3 0.id: is missing', 'seeds/record.yaml:6:8 since: no such event "event-2020-vote"'],
  ],
  [
    'a figure without a unit',
    'arms.yaml',
    '    unit: USD\n',
    '',
    ['seeds/arms.yaml:2:5 figure-sales.unit: is missing'],
  ],
  [
    'an empty field',
    VISITS,
    'purpose: Talks.',
    'purpose:',
    ['seeds/visits/2021.yaml:11:11 visit-2021-06-southland.purpose: must be text, not empty'],
  ],
  [
    'a number where text belongs',
    'arms.yaml',
    'item_name: boats',
    'item_name: 12',
    ['seeds/arms.yaml:18:16 delivery-boats.item_name: must be text, and YAML reads 12 as a number: put it in quotes'],
  ],
  [
    'text where a number belongs',
    'arms.yaml',
    'value: 12',
    'value: twelve',
    ['seeds/arms.yaml:5:12 figure-sales.value: must be a number, not text'],
  ],
  [
    'a single id where a list belongs',
    'events.yaml',
    'sources: [post-2021]',
    'sources: post-2021',
    ['seeds/events.yaml:7:12 event-2020-vote.sources: must be a list, not text'],
  ],
  [
    'a statement without any source',
    VISITS,
    'text: A treaty., sources: [post-2021]',
    'text: A treaty., sources: []',
    ['seeds/visits/2021.yaml:16:34 visit-2021-06-southland.outcomes.0.sources: must list at least one'],
  ],
  [
    'a word that is not among the choices',
    VISITS,
    'kind: official',
    'kind: offical',
    [
      'seeds/visits/2021.yaml:9:9 visit-2021-06-southland.kind: must be one of official, state, working, private, multilateral, unknown, not "offical" (did you mean official?)',
    ],
  ],
  [
    'an address that is not of the web',
    'sources.yaml',
    '"https://post.example/1"',
    '"javascript:alert(1)"',
    [
      'seeds/sources.yaml:1:84 post-2021.url: "javascript:alert(1)" is not an address that begins with http:// or https://',
    ],
  ],
  [
    'an id in capitals',
    'entities.yaml',
    'id: far-north',
    'id: Far North',
    [
      'seeds/entities.yaml:5:55 north.part_of: no such region or country "far-north"',
      'seeds/entities.yaml:6:8 Far North.id: "Far North": an id is lower-case letters, digits and hyphens',
    ],
  ],
  [
    'a date in words',
    VISITS,
    'arrived: 2021-07',
    'arrived: July 2021',
    [
      'seeds/visits/2021.yaml:27:12 visit-2021-07-southland.arrived: "July 2021": a date is 2021, 2021-06 or 2021-06-20',
    ],
  ],
  [
    'a period with an unknown field',
    'events.yaml',
    'to: 2020-02',
    'until: 2020-02',
    [
      'seeds/events.yaml:2:9 event-2020-vote.date.to: is missing',
      'seeds/events.yaml:2:25 event-2020-vote.date.until: unknown field "until"',
    ],
  ],
];

const DATES: Case[] = [
  [
    'a day that is not in the calendar',
    VISITS,
    'departed: 2021-06-22',
    'departed: 2021-02-30',
    ['seeds/visits/2021.yaml:8:13 visit-2021-06-southland.departed: 2021-02-30 is not in the calendar'],
  ],
  [
    'a 29 February of a common year',
    'sources.yaml',
    'published: 2021-06-20',
    'published: 2021-02-29',
    ['seeds/sources.yaml:1:67 post-2021.published: 2021-02-29 is not in the calendar'],
  ],
  [
    'a thirteenth month',
    'arms.yaml',
    'as_of: 2020-05',
    'as_of: 2020-13',
    ['seeds/arms.yaml:10:12 figure-sales.as_of: 2020-13 is not in the calendar'],
  ],
  [
    'a departure before the arrival',
    VISITS,
    'departed: 2021-06-22',
    'departed: 2021-06-19',
    ['seeds/visits/2021.yaml:8:13 visit-2021-06-southland.departed: 2021-06-19 is before arrived, 2021-06-20'],
  ],
  [
    'a stay in a city that runs backwards',
    VISITS,
    'to: 2021-06-21',
    'to: 2021-05',
    ['seeds/visits/2021.yaml:6:45 visit-2021-06-southland.places.0.to: 2021-05 is before from, 2021-06-20'],
  ],
  [
    'a period that runs backwards',
    'arms.yaml',
    "period: {from: '2010', to: '2019'}",
    'period: {from: 2010, to: 2009}',
    ['seeds/arms.yaml:7:30 figure-sales.period.to: 2009 is before from, 2010'],
  ],
  [
    'a record kept up to a day before its newest fact',
    'record.yaml',
    'kept_up_to: 2024-12-31',
    'kept_up_to: 2021-06-30',
    ['seeds/record.yaml:4:13 kept_up_to: 2021-06-30 is before the newest fact, visit-2021-07-southland of 2021-07'],
  ],
];

const REFERENCES: Case[] = [
  [
    'a city that is not there',
    VISITS,
    'city: sudport',
    'city: sudpotr',
    [
      'seeds/visits/2021.yaml:6:14 visit-2021-06-southland.places.0.city: no such place "sudpotr" (did you mean sudport?)',
    ],
  ],
  [
    'a source that is not there',
    'events.yaml',
    '[post-2021]',
    '[post-2021, post-2012]',
    ['seeds/events.yaml:7:24 event-2020-vote.sources.1: no such source "post-2012" (did you mean post-2021?)'],
  ],
  [
    'a fact that is not there',
    'arms.yaml',
    'related_to: [delivery-boats]',
    'related_to: [delivery-tractors]',
    ['seeds/arms.yaml:12:18 figure-sales.related_to.0: no such fact "delivery-tractors"'],
  ],
  [
    'a voter that is not there',
    'arms.yaml',
    '{southland: against}',
    '{southlnd: against}',
    ['seeds/arms.yaml:41:31 measure-ban.votes.notable.southlnd: no such voter "southlnd" (did you mean southland?)'],
  ],
  [
    'a visitor that is a place',
    VISITS,
    'visitor: ada-orr',
    'visitor: sudport',
    [
      'seeds/visits/2021.yaml:2:12 visit-2021-06-southland.visitor: "sudport" is a city; a person or organisation is wanted here',
    ],
  ],
  [
    'an item that is an occasion',
    'arms.yaml',
    'item: river-boat',
    'item: harbour-fair',
    [
      'seeds/arms.yaml:17:11 delivery-boats.item: "harbour-fair" is an occasion; a weapon or weapon-category is wanted here',
    ],
  ],
  [
    'a category that is a weapon',
    'arms.yaml',
    'category: ships',
    'category: river-boat',
    ['seeds/arms.yaml:19:15 delivery-boats.category: "river-boat" is a weapon; a weapon-category is wanted here'],
  ],
  [
    'a counter that is a country',
    'arms.yaml',
    'counted_by: count-house',
    'counted_by: norland',
    ['seeds/arms.yaml:9:17 figure-sales.counted_by: "norland" is a country; a person or organisation is wanted here'],
  ],
  [
    'a source that is a fact',
    VISITS,
    'source: herald-2021',
    'source: measure-ban',
    [
      'seeds/visits/2021.yaml:20:51 visit-2021-06-southland.disputed.0.source: "measure-ban" is a measure on record; a source is wanted here',
    ],
  ],
  [
    'a visit that may be the same as itself',
    VISITS,
    'may_be_same_as: [visit-2021-07-southland]',
    'may_be_same_as: [visit-2021-06-southland]',
    ['seeds/visits/2021.yaml:21:20 visit-2021-06-southland.may_be_same_as.0: refers to itself'],
  ],
  [
    'a person who is part of a weapon',
    'entities.yaml',
    'part_of: norland',
    'part_of: river-boat',
    [
      'seeds/entities.yaml:1:84 ada-orr.part_of: "river-boat" is a weapon; a country, organisation, region or city is wanted here',
    ],
  ],
  [
    'a subject who is not there',
    'record.yaml',
    'subject: ada-orr',
    'subject: ada-or',
    ['seeds/record.yaml:2:10 subject: no such person "ada-or" (did you mean ada-orr?)'],
  ],
  [
    'a source that nothing names',
    'sources.yaml',
    '- {id: herald',
    '- {id: spare, publisher: X, title: null, published: null, url: null}\n- {id: herald',
    ['seeds/sources.yaml:2:8 spare.id: no entry names this source'],
  ],
  [
    'an id that is taken by an entry of another kind',
    'entities.yaml',
    '- {id: southland,',
    '- {id: measure-ban, kind: country, name: Banland}\n- {id: southland,',
    ['seeds/entities.yaml:4:8 measure-ban.id: the id "measure-ban" is taken already at seeds/arms.yaml:36'],
  ],
  [
    'an id that is a word with a meaning of its own',
    'entities.yaml',
    '- {id: southland,',
    '- {id: unknown, kind: country, name: Nowhere}\n- {id: southland,',
    ['seeds/entities.yaml:4:8 unknown.id: "unknown" cannot be an id: it has a meaning of its own'],
  ],
  [
    'regions that are part of one another',
    'entities.yaml',
    'name: The Far North',
    'name: The Far North, part_of: north',
    ['seeds/entities.yaml:5:55 north.part_of: goes round in a circle: north → far-north → north'],
  ],
];

const NAMES: Case[] = [
  [
    'an alias that two entities bear, however it is written',
    'entities.yaml',
    'name: Bo Lund,',
    'name: Bo Lund, aliases: [The Premiér],',
    [
      'seeds/entities.yaml:1:61 ada-orr.aliases.1: "the premier" is also a name of bo-lund: list it in ambiguous_aliases of each',
      'seeds/entities.yaml:2:56 bo-lund.aliases.0: "The Premiér" is also a name of ada-orr: list it in ambiguous_aliases of each',
    ],
  ],
  [
    'an alias that only one of its two bearers calls ambiguous',
    'entities.yaml',
    'aliases: [Orr, the premier]',
    'aliases: [Orr, the general]',
    [
      'seeds/entities.yaml:1:61 ada-orr.aliases.1: "the general" is also a name of bo-lund: list it in ambiguous_aliases of each',
    ],
  ],
  [
    'an alias without a letter or digit',
    'entities.yaml',
    'aliases: [N.L.]',
    'aliases: ["?!"]',
    ['seeds/entities.yaml:3:57 norland.aliases.0: no question can name "?!": it has neither a letter nor a digit'],
  ],
];

describe('a fault in a record', () => {
  it('is not seen in a record that holds', () => {
    expect(faultsOf(SMALL)).toEqual([]);
  });

  it.each([...SYNTAX, ...FORM, ...DATES, ...REFERENCES, ...NAMES])(
    'is told by its line: %s',
    (_, file, piece, by, lines) => {
      expect(faultsOf(changed(file, piece, by))).toEqual(lines);
    },
  );

  it('is not the only one told: all come at once, by file and line', () => {
    const files = {
      ...changed(VISITS, 'city: sudport', 'city: sudpotr'),
      'events.yaml': changed('events.yaml', 'kind: election\n', 'kin: election\n')['events.yaml'] ?? '',
      'sources.yaml': changed('sources.yaml', 'published: 2021-06-20', 'published: 2021-06-31')['sources.yaml'] ?? '',
    };
    expect(faultsOf(files).map((line) => line.split(' ')[0])).toEqual([
      'seeds/events.yaml:1:3',
      'seeds/events.yaml:3:3',
      'seeds/sources.yaml:1:67',
      'seeds/visits/2021.yaml:6:14',
    ]);
  });

  it('in the YAML of one file does not blame the entries that name what could not be read', () => {
    const files = {
      ...changed(VISITS, 'kind: official', 'kind: offical'),
      'sources.yaml': '- {id: post-2021, publisher',
    };
    const lines = faultsOf(files);
    expect(lines.filter((line) => line.startsWith('seeds/sources.yaml:')).length).toBeGreaterThan(0);
    expect(lines.filter((line) => !line.startsWith('seeds/sources.yaml:'))).toEqual([
      expect.stringMatching(/^seeds\/visits\/2021\.yaml:9:9 .*must be one of/),
    ]);
  });

  it('is a file without entries, without text or with bytes that are no text', () => {
    expect(faultsOf({ ...SMALL, 'more.yaml': '# nothing yet\n' })).toEqual([
      'seeds/more.yaml:1:1 holds no entries; write [] if that is meant',
    ]);
    expect(faultsOf({ ...SMALL, 'more.yaml': 'just words\n' })).toEqual([
      'seeds/more.yaml:1:1 must be a list of entries or a map of sections',
    ]);
    expect(faultsOf({ ...SMALL, 'more.yaml': new Uint8Array([0x2d, 0x20, 0xff, 0xfe]) })).toEqual([
      'seeds/more.yaml:1:1 is not UTF-8 text',
    ]);
    expect(faultsOf({ ...SMALL, 'visits/2022.yaml': '[]\n' })).toEqual([]);
  });

  it('is a second file that says what the record is', () => {
    expect(faultsOf({ ...SMALL, 'record.yml': SMALL['record.yaml'] ?? '' })).toEqual([
      'seeds/record.yml:1:1 says again what the record is; seeds/record.yaml does already',
    ]);
  });

  it('is a missing record.yaml when the entries do not tell what it would say', () => {
    expect(faultsOf({ 'visits.yaml': '[]\n' })).toEqual([
      'seeds/record.yaml:1:1 is missing, and the entries do not tell the person, the country and the day: write title, subject, home, kept_up_to and made',
    ]);
  });
});

describe('what looks like a fault and is none', () => {
  it.each<[what: string, file: string, piece: string, by: string]>([
    ['a 29 February of a leap year', 'sources.yaml', 'published: 2021-06-20', 'published: 2020-02-29'],
    ['a departure in the month of the arrival', VISITS, 'departed: 2021-06-22', 'departed: 2021-06'],
    ['a year without quotes', 'arms.yaml', "period: {from: null, to: '2019'}", 'period: {from: null, to: 2019}'],
    ['a seller that is not known', 'arms.yaml', 'supplier: southland', 'supplier: unknown'],
    ['a plan for after the day up to which the record is kept', 'arms.yaml', 'status: delivered', 'status: planned'],
    [
      'a sum of money beside a country with the same letters',
      'entities.yaml',
      'name: ships',
      'name: ships, aliases: [NL$]',
    ],
    [
      'an alias that both of its bearers call ambiguous',
      'entities.yaml',
      'aliases: [Orr, the premier]',
      'ambiguous_aliases: [The General]',
    ],
    [
      'a name that two entities share and both call ambiguous',
      'entities.yaml',
      'name: Bo Lund, ambiguous_aliases: [the general]}',
      'name: Bo Lund, ambiguous_aliases: [Lund]}\n- {id: lund, kind: city, name: Lund, ambiguous_aliases: [Lund]}',
    ],
  ])('%s', (_, file, piece, by) => {
    expect(faultsOf(changed(file, piece, by))).toEqual([]);
  });
});
