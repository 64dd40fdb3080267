/**
 * Server time on a monotonic clock. The device's own clock may be wrong by hours; it only counts how long ago the
 * server last said its time. `performance` may stand still while a device sleeps, so a larger step of the wall clock wins:
 * a picture then looks older than it is until the next tick, never younger.
 */
export class ServerClock {
  private anchor: { readonly server: number; readonly rate: number; readonly mark: Mark } | undefined;

  constructor(
    private readonly monotonic: () => number = () => performance.now(),
    private readonly wall: () => number = () => Date.now(),
  ) {}

  /** Takes the time of a tick: what the operation's clock shows, which runs `rate` times as fast as the world's. */
  hear(instant: string, rate = 1): void {
    const server = Date.parse(instant);
    if (!Number.isNaN(server)) this.anchor = { server, rate, mark: this.mark() };
  }

  /** Milliseconds since the epoch, by the server once it has spoken, by the device until then. */
  now(): number {
    return this.anchor === undefined
      ? this.wall()
      : this.anchor.server + (this.monotonic() - this.anchor.mark.monotonic) * this.anchor.rate;
  }

  get heard(): boolean {
    return this.anchor !== undefined;
  }

  mark(): Mark {
    return { monotonic: this.monotonic(), wall: this.wall() };
  }

  /** Milliseconds since a mark; sleep included. */
  since(mark: Mark): number {
    return Math.max(this.monotonic() - mark.monotonic, this.wall() - mark.wall);
  }
}

export interface Mark {
  readonly monotonic: number;
  readonly wall: number;
}
