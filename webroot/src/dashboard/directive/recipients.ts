import type { Unit } from '../../core/protocol.js';
import { units } from '../../core/remote.js';
import type { Desk } from '../desk.js';

/** Who may be ordered: the units below, or, where there are none, one's own with its posts. */
export async function recipients(desk: Desk): Promise<readonly Unit[]> {
  const below = await unitsBelow(desk);
  if (below.length > 0) return below;
  return (await units(desk.api, desk.operation?.id ?? '')).filter(({ id }) => id === desk.home);
}

/** The units below one's own, in the organisation's order: also when the page is narrowed to some of them. */
export async function unitsBelow(desk: Desk): Promise<readonly Unit[]> {
  const tree = await units(desk.api, desk.operation?.id ?? '');
  const parents = new Map(tree.map(({ id, parent }) => [id, parent]));
  const under = (unit: string | undefined): boolean =>
    unit !== undefined && (unit === desk.home || under(parents.get(unit)));
  return tree.filter(({ parent }) => under(parent)).sort((a, b) => a.order - b.order);
}
