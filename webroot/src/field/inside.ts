import type { Visit } from '../core/cases.js';
import type { Item } from './outbox.js';

/** Police who went inside and have not left; `id` is the visit's. */
export interface Inside {
  readonly id: string;
  readonly enteredAt: string;
  readonly officers: number;
}

/**
 * Who is inside a post, by what the picture says and by what was sent or is about to be: an entry's command gives the visit
 * its id, so that one can leave before the entry has reached anybody. A refused item says nothing. Oldest first.
 */
export function insideNow(post: string, known: readonly Visit[], items: readonly Item[]): readonly Inside[] {
  const counted = items.filter(({ state }) => state !== 'refused');
  const left = new Set(counted.flatMap(({ task }) => (task.what === 'visit-exit' ? [task.visit] : [])));
  const held = new Set(known.map(({ id }) => id));
  const own = counted.flatMap(({ id, task }): Inside[] => {
    if (task.what !== 'visit' || task.post !== post || held.has(id)) return [];
    return [{ id, enteredAt: task.body.enteredAt, officers: task.body.officers }];
  });
  return [...known.filter((visit) => visit.post === post && visit.leftAt == null), ...own]
    .filter(({ id }) => !left.has(id))
    .sort((a, b) => a.enteredAt.localeCompare(b.enteredAt));
}
