import { ServerClock, type Mark } from './clock.js';
import { Connection, type End, type Phase, type Ports } from './connection.js';
import { freshness, type Freshness } from './freshness.js';
import { compare, type Missed } from './missed.js';
import type { Change, Tick } from './protocol.js';
import { Signal } from './signal.js';
import { all, emptyStore, type Store } from './store.js';

/** The picture on screen: the store, how old it is, and what was missed. Tells its views at most once per frame. */
export class Live {
  readonly changed = new Signal();
  /** Once a second: ages count up. */
  readonly beat = new Signal();
  readonly clock = new ServerClock();
  store: Store = emptyStore;
  phase: Phase = 'stopped';
  missed: Missed | undefined;
  private connection: Connection | undefined;
  private heard: { readonly mark: Mark; readonly at: number; readonly age: number } | undefined;
  private before: Store | undefined;
  private scheduled = false;
  private beatMark: Mark;

  constructor(
    private readonly ports: Ports,
    private readonly saw: (change: Change) => void,
    private readonly ended: (end: End) => void,
  ) {
    this.beatMark = this.clock.mark();
    setInterval(() => this.second(), 1000);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.connection?.wake();
    });
    window.addEventListener('online', () => this.connection?.renew());
  }

  follow(operation: string, scope: string): void {
    this.connection?.stop();
    this.store = emptyStore;
    this.heard = this.before = this.missed = undefined;
    this.connection = new Connection(operation, scope, this.ports, {
      store: (store, change) => this.took(store, change),
      tick: (tick) => this.ticked(tick),
      phase: (phase) => {
        this.phase = phase;
        this.schedule();
      },
      end: (end) => this.ended(end),
    });
    this.connection.start();
  }

  stop(): void {
    this.connection?.stop();
    this.connection = undefined;
    this.store = emptyStore;
    this.heard = this.before = this.missed = undefined;
    this.schedule();
  }

  get freshness(): Freshness {
    return freshness(this.silence);
  }

  /** Age of the data in milliseconds: since the last tick, and what the node's own confirmation was old then. */
  get age(): number | undefined {
    return this.heard === undefined ? undefined : this.clock.since(this.heard.mark) + this.heard.age;
  }

  /** The operation's time that the figures on screen are from: "as of". */
  get asOf(): number | undefined {
    if (this.heard === undefined) return undefined;
    return this.freshness === 'live' ? this.clock.now() : this.heard.at;
  }

  seenMissed(): void {
    this.missed = undefined;
    this.schedule();
  }

  private get silence(): number | undefined {
    return this.heard === undefined ? undefined : this.clock.since(this.heard.mark);
  }

  private took(store: Store, change: Change): void {
    this.remember();
    this.store = store;
    this.saw(change);
    this.schedule();
  }

  private ticked(tick: Tick): void {
    this.remember();
    const heard = this.heard;
    if (this.before !== undefined && heard !== undefined) {
      const forMillis = this.clock.since(heard.mark);
      const { before } = this;
      const counts = compare(all(before, 'incident'), all(this.store, 'incident'));
      this.missed = { from: heard.at, forMillis, before, ...counts };
      this.before = undefined;
    }
    const [operation] = all(this.store, 'operation').values();
    this.clock.hear(tick.at, operation?.clock.rate);
    this.heard = { mark: this.clock.mark(), at: Date.parse(tick.at), age: tick.age };
    this.schedule();
  }

  /** Keeps what stood on the screen when it froze, to say later what was missed. */
  private remember(): void {
    if (this.freshness === 'stale') this.before ??= this.store;
  }

  private second(): void {
    this.remember();
    // The page stood still (a device that slept): the socket may be dead without anybody knowing.
    if (this.clock.since(this.beatMark) > 20_000) this.connection?.renew();
    this.beatMark = this.clock.mark();
    this.beat.emit();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.changed.emit();
    });
  }
}
