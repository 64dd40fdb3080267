import type { Incident } from './protocol.js';
import type { Store } from './store.js';

export interface Missed {
  /** Server time of the last tick before the silence. */
  readonly from: number;
  readonly forMillis: number;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  /** What was on the screen then. */
  readonly before: Store;
}

type Incidents = ReadonlyMap<string, Incident>;

/** What happened to the incidents of a view between two of its states. */
export function compare(before: Incidents, after: Incidents): Pick<Missed, 'added' | 'changed' | 'gone'> {
  let [added, changed] = [0, 0];
  for (const [id, incident] of after) {
    const held = before.get(id);
    if (held === undefined) added++;
    else if (held.seq !== incident.seq) changed++;
  }
  const gone = [...before.keys()].filter((id) => !after.has(id)).length;
  return { added, changed, gone };
}
