import type { Context, Draft } from './draft.ts';

/** Whole questions that may be asked next and that the record answers. */
export function suggestionsFor(draft: Draft, context: Context): string[] {
  void draft;
  void context;
  return [];
}
