import { Problem } from './api.js';
import { Backoff } from './backoff.js';
import type { Bye, Change, Frame, Tick } from './protocol.js';
import { agrees, applyChange, emptyStore, type Store } from './store.js';
import { staleAfterMillis } from './freshness.js';

export type Phase = 'connecting' | 'open' | 'waiting' | 'stopped';

/** Why the loop ended for good; everything else is retried for ever. */
export type End =
  'session-ended' | 'account-disabled' | 'operation-unknown' | 'scope-forbidden' | 'credentials-refused';

export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: never) => void) | null;
}

export interface Ports {
  snapshot(operation: string, scope: string): Promise<Change>;
  socket(): Socket;
  /** Called before each socket: is the log-in session still good? */
  authorise(): Promise<'renewed' | 'refused' | 'unreachable'>;
}

export interface Listener {
  store(store: Store, change: Change): void;
  tick(tick: Tick): void;
  phase(phase: Phase): void;
  end(end: End): void;
}

export interface Pace {
  readonly firstMillis: number;
  readonly mostMillis: number;
  readonly silenceMillis: number;
  /** After `hello-too-often` and `too-many-sockets`. */
  readonly penaltyMillis: number;
}

const usualPace: Pace = {
  firstMillis: 500,
  mostMillis: 15_000,
  silenceMillis: staleAfterMillis,
  penaltyMillis: 30_000,
};

/**
 * One view followed over sockets: snapshot by HTTP, then `hello since`, for ever. A view of another scope is another
 * Connection on a socket of its own: frames of the old scope still on their way could otherwise fit the new cursor.
 */
export class Connection {
  private socket: Socket | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;
  private busy = false;
  private lost = false;
  private readonly backoff: Backoff;

  constructor(
    private readonly operation: string,
    private readonly scope: string,
    private readonly ports: Ports,
    private readonly listener: Listener,
    private readonly pace: Pace = usualPace,
    /** What is held of the view already; nothing: it is fetched first. */
    private store: Store = emptyStore,
  ) {
    this.backoff = new Backoff(pace.firstMillis, pace.mostMillis);
  }

  start(): void {
    void this.attempt();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.drop();
    this.listener.phase('stopped');
  }

  /** The page is seen again or the network is back: try at once instead of waiting on. */
  wake(): void {
    if (this.stopped || this.busy || this.socket !== undefined) return;
    clearTimeout(this.timer);
    this.backoff.reset();
    void this.attempt();
  }

  /** Leaves a socket that may be dead (the device slept) and connects anew. */
  renew(): void {
    if (this.stopped || this.busy) return;
    this.drop();
    this.wake();
  }

  private async attempt(): Promise<void> {
    this.busy = true;
    this.listener.phase('connecting');
    try {
      const granted = await this.ports.authorise();
      if (this.stopped) return;
      if (granted === 'refused') this.end('credentials-refused');
      else if (granted === 'unreachable') this.later();
      else {
        if (this.store.cursor === undefined) await this.load();
        if (!this.halted()) this.open();
      }
    } catch (error) {
      if (!this.halted()) this.failed(error);
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    const change = await this.ports.snapshot(this.operation, this.scope);
    if (!this.stopped) this.change(change);
  }

  private failed(error: unknown): void {
    if (error instanceof Problem && error.status === 401) this.end('credentials-refused');
    else if (error instanceof Problem && error.status === 403) this.end('scope-forbidden');
    // Without a problem of its own it is not the server that says so, but what stands in for it while it is away.
    else if (error instanceof Problem && error.status === 404 && error.code !== 'http-404')
      this.end('operation-unknown');
    else this.later(error instanceof Problem ? error.retryAfter : undefined);
  }

  private open(): void {
    const socket = this.ports.socket();
    this.socket = socket;
    this.listen();
    socket.onopen = () => {
      if (socket !== this.socket) return;
      this.listener.phase('open');
      this.hello();
    };
    socket.onmessage = (event) => {
      if (socket === this.socket) this.frame(event.data);
    };
    socket.onclose = () => {
      if (socket !== this.socket) return;
      this.drop();
      this.later();
    };
  }

  private hello(): void {
    const { operation, scope } = this;
    const since = this.store.cursor;
    this.lost = false;
    this.socket?.send(JSON.stringify({ type: 'hello', operation, scope, ...(since === undefined ? {} : { since }) }));
  }

  /** Says hello once for however many frames do not fit: what was on its way may be many. */
  private helloAgain(): void {
    if (this.lost) return;
    this.hello();
    this.lost = true;
  }

  private frame(data: unknown): void {
    const frame = JSON.parse(String(data)) as Frame;
    switch (frame.type) {
      case 'change':
        this.change(frame);
        break;
      case 'tick':
        this.tick(frame);
        break;
      case 'bye':
        this.bye(frame);
        break;
      default:
      // A frame of a later version of the protocol: not for us.
    }
  }

  private change(change: Change): void {
    const result = applyChange(this.store, change);
    if (!result.applied) {
      this.helloAgain();
      return;
    }
    this.good();
    this.store = result.store;
    this.listener.store(result.store, change);
  }

  private tick(tick: Tick): void {
    if (!agrees(this.store, tick)) {
      this.helloAgain();
      return;
    }
    this.good();
    this.listener.tick(tick);
  }

  /** A frame that fits: only this counts as life, for the backoff and against the silence. */
  private good(): void {
    this.lost = false;
    this.backoff.reset();
    if (this.socket !== undefined) this.listen();
  }

  private bye(bye: Bye): void {
    this.drop();
    switch (bye.code) {
      case 'session-ended':
      case 'account-disabled':
      case 'operation-unknown':
      case 'scope-forbidden':
        this.end(bye.code);
        break;
      case 'hello-too-often':
      case 'too-many-sockets':
        this.later(this.pace.penaltyMillis);
        break;
      case 'server-stopping':
        this.backoff.reset();
        this.later();
        break;
      default:
        this.later();
    }
  }

  private later(atLeast = 0): void {
    if (this.stopped) return;
    this.listener.phase('waiting');
    clearTimeout(this.timer);
    const spread = this.backoff.next();
    this.timer = setTimeout(() => void this.attempt(), atLeast + spread);
  }

  private end(end: End): void {
    this.stop();
    this.listener.end(end);
  }

  /** A socket that says nothing for too long may be half dead without either side knowing. */
  private listen(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.drop();
      this.later();
    }, this.pace.silenceMillis);
  }

  private drop(): void {
    clearTimeout(this.silence);
    const socket = this.socket;
    this.socket = undefined;
    this.lost = false;
    socket?.close();
  }

  private halted(): boolean {
    return this.stopped;
  }
}
