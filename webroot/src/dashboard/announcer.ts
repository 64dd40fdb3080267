import { word } from '../core/codes.js';
import { unitLabel } from '../core/place.js';
import type { Incident } from '../core/protocol.js';
import { one } from '../core/store.js';
import { t } from '../i18n/index.js';
import type { Desk } from './desk.js';

const pauseMillis = 5_000;

/** Says new incidents to a screen reader: one sentence for all of a while, the most urgent named. */
export class Announcer {
  words = '';
  private known: ReadonlyMap<string, Incident> | undefined;
  private scope = '';
  private spokenAt = 0;

  hear(desk: Desk, held: ReadonlyMap<string, Incident>): void {
    const scope = `${desk.operation?.id ?? ''} ${desk.scope}`;
    const started = scope === this.scope && this.known !== undefined && desk.live.freshness === 'live';
    if (!started) {
      this.scope = scope;
      this.known = held.size === 0 && desk.live.store.cursor === undefined ? undefined : held;
      return;
    }
    if (held === this.known || performance.now() - this.spokenAt < pauseMillis) return;
    const before = this.known;
    this.known = held;
    const added = [...held.values()].filter((incident) => before?.has(incident.id) === false);
    const first = added.sort((a, b) => a.code - b.code)[0];
    if (first === undefined) return;
    this.spokenAt = performance.now();
    const { store } = desk.live;
    this.words = t('list.announce', {
      n: added.length,
      code: first.code,
      kind: word(desk.codes, 'incidentKinds', first.incidentKind),
      place: one(store, 'post', first.post)?.name ?? unitLabel(store, first.unit),
    });
  }
}
