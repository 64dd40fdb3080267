import type { Alarm } from '../../core/alarms.js';
import { summary, type Summary } from '../../core/summary.js';
import { Signal } from '../../core/signal.js';
import type { Store } from '../../core/store.js';
import type { Desk } from '../desk.js';
import type { AlarmWatch } from './watch.js';

/** Whoever looked elsewhere for longer is told what happened; real time. */
const awayMillis = 120_000;

interface Left {
  readonly scope: string;
  readonly store: Store;
  readonly alarms: readonly Alarm[];
  /** By the operation's clock. */
  readonly at: number;
  readonly mark: number;
}

export interface WhileAway extends Summary {
  readonly from: number;
  readonly forMillis: number;
}

/** Remembers what stood on the screen when somebody left it, and says on return what happened since. */
export class Absence {
  readonly changed = new Signal();
  shown: WhileAway | undefined;
  private left: Left | undefined;
  private returned = false;

  constructor(
    private readonly desk: Desk,
    private readonly watch: AlarmWatch,
  ) {
    document.addEventListener('visibilitychange', () => (document.hidden ? this.leave() : this.comeBack()));
    desk.live.changed.subscribe(() => this.tell());
    // Another view is another picture: what was missed of the one before cannot be said.
    desk.moved.subscribe(() => {
      if (this.left?.scope !== desk.scope) this.left = undefined;
    });
  }

  seen(): void {
    this.shown = undefined;
    this.changed.emit();
  }

  private leave(): void {
    const { desk } = this;
    const { store, asOf } = desk.live;
    this.returned = false;
    // Away again before one has read what was missed: it goes on from where one left first.
    if (this.left !== undefined || store.cursor === undefined || asOf === undefined) return;
    this.left = { scope: desk.scope, store, alarms: this.watch.list, at: asOf, mark: Date.now() };
  }

  private comeBack(): void {
    if (this.left === undefined) return;
    if (Date.now() - this.left.mark < awayMillis) {
      this.left = undefined;
      return;
    }
    this.returned = true;
    this.tell();
  }

  /** As soon as the picture is the newest again. */
  private tell(): void {
    const { desk, left } = this;
    if (!this.returned || left === undefined || desk.live.freshness !== 'live') return;
    this.left = undefined;
    this.returned = false;
    if (left.scope !== desk.scope) return;
    // The picture is there before the alarms are read off it.
    this.watch.look();
    const alarms = { before: left.alarms, after: this.watch.list };
    this.shown = {
      ...summary(left.store, desk.live.store, { scope: desk.scope, room: desk.home, alarms }),
      from: left.at,
      forMillis: Date.now() - left.mark,
    };
    desk.live.seenMissed();
    this.changed.emit();
  }
}
