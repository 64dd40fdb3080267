import { lateRoutes, type Overdue } from '../../core/custody.js';
import { line } from '../../core/place.js';
import { all, type Store } from '../../core/store.js';

/** Late routes, unit by unit; where an agency's alarm stands for many units, theirs are part of it. Not taken note of first. */
export function alarmsOf(store: Store): readonly Overdue[] {
  const held = all(store, 'overdue');
  const swallowed = ({ id }: Overdue): boolean =>
    line(store, id).some((above) => above.id !== id && (held.get(above.id)?.units ?? 0) > 0);
  const noted = ({ acknowledgedAt }: Overdue): number => (acknowledgedAt == null ? 0 : 1);
  return [...held.values()]
    .filter((alarm) => !swallowed(alarm))
    .sort((a, b) => noted(a) - noted(b) || lateRoutes(b) - lateRoutes(a) || (a.id < b.id ? -1 : 1));
}
