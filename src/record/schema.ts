import { z } from 'zod';

/**
 * What a fact is. Every kind of fact, entity and source that a record may hold, as zod schemas; the TypeScript types of
 * the whole program come from here. Unknown keys are faults, so that a misspelt field is never silently lost.
 */

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is lower-case letters, digits and hyphens');
const text = z.string().regex(/\S/, 'must not be empty');
// YAML reads an unquoted 1027 as a number; a whole number is still the text that was written, 1.10 or true is not.
const textOrWholeNumber = z.union([text, z.int().transform(String)]);

/**
 * A date with the precision it was reported with: `2021`, `2021-06` or `2021-06-20`. A year may stand without quotes,
 * though YAML reads it as a number.
 */
const partialDate = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is 2021, 2021-06 or 2021-06-20'),
);

const span = z.strictObject({ from: partialDate.nullable(), to: partialDate.nullable() });
const sourceIds = z.array(id).min(1);

const statement = z.strictObject({ text, sources: sourceIds });

const disputedValue = z.strictObject({ field: text, value: textOrWholeNumber, source: id });

export const visit = z.strictObject({
  id,
  visitor: id,
  visitor_role: text,
  country: id,
  places: z
    .array(z.strictObject({ city: id, from: partialDate.optional(), to: partialDate.optional(), sources: sourceIds }))
    .optional(),
  arrived: partialDate,
  departed: partialDate.optional(),
  date_note: text.optional(),
  kind: z.enum(['official', 'state', 'working', 'private', 'multilateral', 'unknown']),
  kind_note: text.optional(),
  host: id.optional(),
  purpose: text,
  occasions: z.array(id).optional(),
  met: z
    .array(
      z.strictObject({
        who: id,
        role: text.optional(),
        date: partialDate.optional(),
        status: z.enum(['held', 'expected']),
        sources: sourceIds,
      }),
    )
    .optional(),
  outcomes: z.array(statement).optional(),
  counted_as: z.array(statement).optional(),
  disputed: z.array(disputedValue).optional(),
  may_be_same_as: z.array(id).optional(),
  sources: sourceIds,
});

export const event = z.strictObject({
  id,
  date: z.union([partialDate, span]),
  kind: text,
  actors: z.array(id),
  place: id.optional(),
  text,
  also: z.array(text).optional(),
  disputed: z.array(disputedValue).optional(),
  sources: sourceIds,
});

export const figure = z.strictObject({
  id,
  headline: z.boolean().optional(),
  supplier: id,
  recipient: id,
  value: z.number(),
  unit: text,
  value_note: text.optional(),
  period: span,
  measures_what: text,
  counted_by: id,
  as_of: partialDate.nullable(),
  sources: sourceIds,
  derivation: text.optional(),
  note: text.optional(),
  conflicts_with: z.array(id).optional(),
  related_to: z.array(id).optional(),
});

export const delivery = z.strictObject({
  id,
  supplier: id,
  recipient: id,
  item: id,
  item_name: text,
  category: id,
  quantity: z.number().nullable(),
  quantity_note: text.optional(),
  quantity_ordered: z.number().nullable().optional(),
  ordered: partialDate.nullable(),
  delivered: z
    .strictObject({ from: partialDate.nullable(), to: partialDate.nullable(), years: z.array(partialDate).optional() })
    .nullable(),
  status: z.enum(['planned', 'ordered', 'reported', 'delivered']),
  value: z.strictObject({ amount: z.number(), currency: text, note: text.optional() }).optional(),
  sipri_tiv_million_delivered: z.number().optional(),
  condition: text.optional(),
  sipri_marks_uncertain: z.array(text).optional(),
  note: text.optional(),
  same_event_as: id.optional(),
  conflicts_with: z.array(id).optional(),
  related_to: z.array(id).optional(),
  sources: sourceIds,
});

export const ranking = z.strictObject({
  id,
  metric: text,
  order: z.array(id).min(1),
  period: span,
  counted_by: id,
  as_of: partialDate.nullable(),
  sources: sourceIds,
  note: text.optional(),
  conflicts_with: z.array(id).optional(),
});

export const measure = z.strictObject({
  id,
  kind: text,
  body: text,
  date: partialDate.nullable(),
  text,
  votes: z
    .strictObject({
      for: z.number().optional(),
      against: z.number().optional(),
      abstain: z.number().optional(),
      not_voting: z.number().optional(),
      notable: z.record(id, text).optional(),
    })
    .optional(),
  same_event_as: id.optional(),
  conflicts_with: z.array(id).optional(),
  sources: sourceIds,
  note: text.optional(),
});

export const entity = z.strictObject({
  id,
  kind: z.enum([
    'person',
    'region',
    'country',
    'city',
    'organisation',
    'occasion',
    'weapon-category',
    'weapon',
    'role',
    'measure',
  ]),
  name: text,
  aliases: z.array(textOrWholeNumber).optional(),
  ambiguous_aliases: z.array(textOrWholeNumber).optional(),
  part_of: id.nullish(),
  roles: z
    .array(
      z.strictObject({
        title: text,
        from: partialDate.optional(),
        to: partialDate.optional(),
        as_of: textOrWholeNumber.optional(),
        sources: sourceIds,
      }),
    )
    .optional(),
  gender: z.enum(['male', 'female']).nullish(),
  gloss: text.nullish(),
});

export const source = z.strictObject({
  id,
  publisher: text,
  agency: text.optional(),
  title: text.nullable(),
  author: text.optional(),
  published: partialDate.nullable(),
  /** Only addresses of the web, as they are shown as links. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  note: text.optional(),
  seed: text.optional(),
});

export const recordMeta = z.strictObject({
  title: text,
  /** The person whom "he" or "she" means when nothing else is said. */
  subject: id,
  /** The country whose affairs the record is about; a visit to it is an inward visit. */
  home: id,
  /** The last day that the record covers. */
  kept_up_to: partialDate,
  /** How the record was made, for whoever must judge it. */
  made: text,
  /** The event that "the takeover", "took power" and "seized power" stand for, where there is one. */
  since: id.optional(),
});

export type PartialDate = z.infer<typeof partialDate>;
export type Disputed = z.infer<typeof disputedValue>;
export type Visit = z.infer<typeof visit>;
export type Event = z.infer<typeof event>;
export type Figure = z.infer<typeof figure>;
export type Delivery = z.infer<typeof delivery>;
export type Ranking = z.infer<typeof ranking>;
export type Measure = z.infer<typeof measure>;
export type Entity = z.infer<typeof entity>;
export type Source = z.infer<typeof source>;
export type RecordMeta = z.infer<typeof recordMeta>;

/** A whole record, checked: every id unique, every reference resolved. Plain data, safe to store as JSON. */
export type RecordData = {
  meta: RecordMeta;
  visits: Visit[];
  events: Event[];
  figures: Figure[];
  deliveries: Delivery[];
  rankings: Ranking[];
  measures: Measure[];
  entities: Entity[];
  sources: Source[];
};
