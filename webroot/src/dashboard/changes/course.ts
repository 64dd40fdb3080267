import { Departures, newest, type Happened } from '../../core/changes.js';
import type { Incident } from '../../core/protocol.js';
import { inside, type Page } from '../../core/remote.js';
import type { Store } from '../../core/store.js';
import type { Desk } from '../desk.js';

/** By the operation's clock; what is older is history, which the search page is for. */
const withinMillis = 3 * 3_600_000;
/** So many closed ones are asked for: what was closed just before the page was opened is in no wide picture. */
const asked = 50;

/**
 * What changed in the view, by the picture, by what this page saw leave it and, for the time before, by the server. It is made again only
 * for another picture or another minute.
 */
export class ChangeCourse {
  private readonly departures = new Departures();
  private view = '';
  private made: { readonly store: Store; readonly minute: number; readonly list: readonly Happened[] } | undefined;

  constructor(private readonly desk: Desk) {}

  newest(most: number): readonly Happened[] {
    const { desk } = this;
    const { store } = desk.live;
    const view = `${desk.operation?.id ?? ''} ${desk.scope}`;
    if (view !== this.view) {
      this.view = view;
      this.departures.forget();
      this.made = undefined;
    }
    if (store.cursor === undefined) return [];
    const minute = Math.floor(desk.asOf / 60_000);
    if (this.made?.store !== store || this.made.minute !== minute) {
      this.departures.see(store);
      const list = newest(store, this.departures.remembered, desk.asOf, { most: 100, withinMillis });
      this.made = { store, minute, list };
    }
    return this.made.list.slice(0, most);
  }

  /** Asks the server for what was closed before the page saw it; without an answer the list is short of these. */
  async learn(): Promise<void> {
    const { desk, view } = this;
    const query = { unit: desk.scope, status: 'CLOSED', limit: asked };
    const page = await desk.api.get<Page<Incident>>(`${inside(desk.operation?.id ?? '')}/incidents`, query);
    if (view !== this.view) return;
    this.departures.add(
      page.items.flatMap((incident): Happened[] =>
        incident.closedAt === undefined
          ? []
          : [{ key: `closed ${incident.id}`, at: Date.parse(incident.closedAt), what: 'closed', incident }],
      ),
    );
    this.made = undefined;
  }

  /** The view whose past has to be learnt. */
  get about(): string {
    return this.view;
  }
}
