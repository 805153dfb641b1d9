import type { Query } from '../question/query.ts';
import type { Entity } from '../record/schema.ts';
import type { Store } from '../record/store.ts';

/** Kinds of entity that can be transferred. */
export const ITEM: readonly Entity['kind'][] = ['weapon', 'weapon-category'];

/** Whether a question names something of one of these kinds. */
export function namesKind(query: Query, store: Store, kinds: readonly Entity['kind'][]): boolean {
  return query.names.some((name) =>
    name.ids.some((id) => {
      const kind = store.entities.get(id)?.kind;
      return kind !== undefined && kinds.includes(kind);
    }),
  );
}

/** Whether a question names somebody or somewhere that a visit could be told by. */
export function namesTraveller(query: Query, store: Store): boolean {
  return namesKind(query, store, ['person', 'country', 'city', 'region', 'occasion']);
}
