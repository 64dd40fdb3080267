import { line } from '../../core/place.js';
import type { Incident } from '../../core/protocol.js';
import { all, type Store } from '../../core/store.js';
import { isOpen, sorted } from '../order.js';

/** The picture as it stood when a sheet was made: what is printed is of one instant, whatever happens while one reads it. */
export interface Taken {
  readonly store: Store;
  /** The operation's time. */
  readonly at: number;
  readonly scope: string;
}

/** `#184,220 · 9f86d081`: with both anybody finds the entry that a sheet was made after. */
export function cursorWords(cursor: string | undefined): string {
  const [seq = '', hash = ''] = (cursor ?? '').split('.');
  return `#${Number(seq).toLocaleString('en-US')} · ${hash}`;
}

/** Open incidents, the most urgent first; of one room only, if so asked. */
export function openIncidents({ store }: Taken, room?: string): readonly Incident[] {
  const open = [...all(store, 'incident').values()].filter(isOpen);
  return sorted(room === undefined ? open : open.filter(({ unit }) => unit === room), 'urgent');
}

/** Units with silent posts that are not part of an alarm above. */
export const silences = ({ store }: Taken) => {
  const held = all(store, 'silence');
  return [...held.values()]
    .filter(({ id }) => !line(store, id).some((above) => above.id !== id && held.get(above.id)?.outage === true))
    .sort((a, b) => (b.lostContact ?? 0) - (a.lostContact ?? 0) || (a.since < b.since ? -1 : 1));
};
