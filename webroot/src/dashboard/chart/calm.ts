import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Desk } from '../desk.js';

/**
 * Lets its host render at most so often, however often the picture changes: a chart is not read faster. The desk may come only with the first
 * update, because the host's file is loaded when its tag stands there already.
 */
export class Calm implements ReactiveController {
  private ends: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly desk: () => Desk | undefined,
    private readonly everyMillis = 1_000,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.follow();
  }

  hostUpdate(): void {
    this.follow();
  }

  hostDisconnected(): void {
    for (const end of this.ends.splice(0)) end();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private follow(): void {
    const desk = this.desk();
    if (desk === undefined || this.ends.length > 0) return;
    const now = (): void => this.host.requestUpdate();
    this.ends = [
      ...[desk.moved, desk.changed].map((signal) => signal.subscribe(now)),
      ...[desk.live.changed, desk.live.beat].map((signal) => signal.subscribe(() => this.later())),
    ];
  }

  private later(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.host.requestUpdate();
    }, this.everyMillis);
  }
}
