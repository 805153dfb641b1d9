/** A name found in a question. */
export type NameMention = {
  /** Indexes of its first word and of the one behind its last. */
  start: number;
  end: number;
  /** As typed, titles before it included. */
  text: string;
  /** Ids of whom it may mean, those first that have it as their name; more than one: it is ambiguous. */
  entities: string[];
  /** The name or alias that was matched, as the record writes it. */
  matched: string;
  /** Edits between the two; 0: exact, or in another number, spacing or case. */
  edits: number;
  /** It may well be no name: an everyday word not written as a name, or as near to a name that is not on record. */
  weak: boolean;
  /** It says where someone is from ("Ruritanian"), it does not name the country itself. */
  adjective: boolean;
};

/** A mention that competes with others for its words. */
export type Candidate = NameMention & {
  /** Letters of the question that it explains, less its edits. */
  explained: number;
  /** It can only mean persons. */
  person: boolean;
};
