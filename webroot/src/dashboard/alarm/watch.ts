import { alarms, type Alarm } from '../../core/alarms.js';
import { silentBell, strike, type Stroke } from '../../core/alarm-bell.js';
import { Live } from '../../core/live.js';
import { ports } from '../../core/remote.js';
import { Signal } from '../../core/signal.js';
import { emptyStore, type Store } from '../../core/store.js';
import type { Desk } from '../desk.js';

/** No more often than this, however fast the picture changes. */
const lookMillis = 250;

/** Since when the picture stands still: known to this page only. */
export interface Stale {
  readonly since: number;
  readonly noted: boolean;
}

/**
 * The alarms of one's own room, wherever on the page one looks: while another unit is looked at, the room's own picture is followed
 * beside it, so that nothing is missed for having looked elsewhere.
 */
export class AlarmWatch {
  /** Emits when there are other alarms, or others were taken note of. */
  readonly changed = new Signal();
  /** Emits for what is new, and when the bell rings again. */
  readonly struck = new Set<(stroke: Stroke) => void>();
  list: readonly Alarm[] = [];
  /** What the list was read off. */
  store: Store = emptyStore;
  stale: Stale | undefined;
  private bell = silentBell;
  private beside: Live | undefined;
  private following = '';
  private saying = '';
  private lookedAt = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private notedStale = Number.NaN;

  constructor(private readonly desk: Desk) {
    for (const signal of [desk.live.changed, desk.live.beat, desk.moved, desk.session.changed])
      signal.subscribe(() => this.soon());
  }

  /** The picture of the room's own unit. */
  get source(): Live {
    return this.desk.scope === this.desk.home ? this.desk.live : (this.beside ?? this.desk.live);
  }

  /** Which room's they are, to tell it from others of the same browser; empty for none. */
  get room(): string {
    return this.following;
  }

  /** With a picture that stands still. */
  get all(): readonly Alarm[] {
    return [...(this.stale === undefined ? [] : [standstill(this.stale)]), ...this.list];
  }

  /** What the operation's clock showed when that picture was confirmed. */
  get now(): number {
    return this.source.asOf ?? this.desk.asOf;
  }

  /** A picture that stands still cannot alarm, so that itself is one; noted on this page only. */
  noteStale(): void {
    this.notedStale = this.stale?.since ?? Number.NaN;
    this.look();
  }

  private soon(): void {
    const wait = this.lookedAt + lookMillis - performance.now();
    if (wait <= 0) this.look();
    else this.timer ??= setTimeout(() => this.look(), wait);
  }

  /** Reads the alarms off the picture now. */
  look(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.lookedAt = performance.now();
    this.follow();
    const { desk, source } = this;
    if (desk.session.state.is !== 'in' || !desk.sees || desk.liaison) return this.set([], undefined);
    const stale =
      source.freshness === 'stale' && source.asOf !== undefined
        ? { since: source.asOf, noted: source.asOf === this.notedStale }
        : undefined;
    // A picture that is being fetched says nothing: what alarmed before still does.
    const known = source.store.cursor !== undefined && source.asOf !== undefined;
    if (known) this.store = source.store;
    this.set(known ? alarms(source.store, desk.home, source.asOf) : this.list, stale);
  }

  private set(list: readonly Alarm[], stale: Stale | undefined): void {
    const before = this.saying;
    this.list = list;
    this.stale = stale;
    this.saying = `${this.following} ${said(this.all)}`;
    const stroke = strike(this.bell, this.all, performance.now());
    this.bell = stroke.bell;
    if (this.saying !== before) this.changed.emit();
    if (stroke.tone !== undefined || stroke.fresh.length > 0) for (const hear of [...this.struck]) hear(stroke);
  }

  private follow(): void {
    const { desk } = this;
    const operation = desk.operation?.id;
    const inside = desk.session.state.is === 'in' && desk.sees && !desk.liaison && operation !== undefined;
    const wanted = inside ? `${operation} ${desk.home}` : '';
    const apart = inside && desk.scope !== desk.home;
    if (wanted !== this.following) {
      this.bell = silentBell;
      this.list = [];
      this.beside?.stop();
      this.beside = undefined;
      this.following = wanted;
    }
    if (!apart) {
      // One's own picture may still be on its way: the other is let go when it is there.
      if (this.beside !== undefined && desk.live.store.cursor !== undefined) {
        this.beside.stop();
        this.beside = undefined;
      }
      return;
    }
    if (this.beside !== undefined) return;
    this.beside = new Live(
      ports(desk.api, desk.session),
      (change) => desk.api.saw(change.upTo, change.reset === true),
      // Why a picture ends is the main one's to say.
      () => undefined,
    );
    this.beside.changed.subscribe(() => this.soon());
    this.beside.follow(operation, desk.home);
  }
}

/** As an alarm for the bell: it is heard once, since whoever does not hear of it believes that all is well. */
function standstill({ since, noted }: Stale): Alarm {
  const cause = { kind: 'PICTURE_STALE', subject: 'picture/stale', since, severity: 2 } as const;
  return { key: 'picture', ...cause, causes: [cause], ...(noted ? { noted: { at: since } } : {}) };
}

/** Another text whenever something is to be shown in another way. */
const said = (list: readonly Alarm[]): string =>
  list
    .map(
      ({ key, since, severity, noted, causes }) =>
        `${key} ${String(since)} ${String(severity)} ${String(noted?.at ?? '')} ${String(causes.length)}`,
    )
    .join('|');
