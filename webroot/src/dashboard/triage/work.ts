import { Problem, type Answer } from '../../core/api.js';
import { commandId } from '../../core/id.js';
import type { Incident } from '../../core/protocol.js';
import { Signal } from '../../core/signal.js';
import type { Step } from './acts.js';

/** So many incidents are remembered as this desk's own; a command given on a state seen before is then asked about once more. */
const most = 500;

/** One command about one incident, as it was seen when it was given. */
export interface Order {
  readonly incident: Incident;
  readonly step: Step;
  readonly id: string;
}

export interface Failure {
  readonly order: Order;
  readonly error: unknown;
}

/** What the work needs of the desk. */
export interface Means {
  readonly send: (order: Order, seen: number) => Promise<Answer>;
  /** The incident's newest `seq` on screen. */
  readonly newest: (incident: string) => number | undefined;
  /** Waits, for a while, until the screen shows an entry. */
  readonly shown: (seq: number) => Promise<void>;
  readonly done: (order: Order) => void;
}

/**
 * Sends commands about incidents, those about one incident one after the other. Each names the state that it was given on, so that
 * what others did meanwhile is not overrun; what this desk did itself just before does not count as another's. A failed one stays,
 * with its id, until it is sent again or left.
 */
export class Work {
  readonly changed = new Signal();
  failures: readonly Failure[] = [];
  private readonly turns = new Map<string, Promise<void>>();
  /** Each incident's way from a state that was seen to another by this desk's commands alone; the newest ones. */
  private readonly own = new Map<string, { readonly from: number; readonly to: number }>();

  constructor(private readonly means: Means) {}

  busy(incident: string): boolean {
    return this.turns.has(incident);
  }

  /** The state that a command is to meet: the one that was seen, or what only this desk has made of it since. */
  expected(incident: string, seen: number): number {
    const own = this.own.get(incident);
    return own !== undefined && own.from <= seen && seen < own.to ? own.to : seen;
  }

  give(incident: Incident, step: Step): Promise<void> {
    return this.queue({ incident, step, id: commandId() });
  }

  /** Sends a failed one once more; one that was refused is looked at anew, on the newest state. */
  repeat(failure: Failure): Promise<void> {
    this.leave(failure);
    const { order, error } = failure;
    if (!(error instanceof Problem) || error.passing) return this.queue(order);
    const seq = this.means.newest(order.incident.id) ?? order.incident.seq;
    return this.queue({ ...order, incident: { ...order.incident, seq }, id: commandId() });
  }

  leave(failure: Failure): void {
    this.failures = this.failures.filter((other) => other !== failure);
    this.changed.emit();
  }

  private queue(order: Order): Promise<void> {
    const { id } = order.incident;
    const turn = (this.turns.get(id) ?? Promise.resolve()).then(() => this.post(order));
    this.turns.set(id, turn);
    this.changed.emit();
    return turn.then(() => {
      if (this.turns.get(id) !== turn) return;
      this.turns.delete(id);
      this.changed.emit();
    });
  }

  private async post(order: Order): Promise<void> {
    const { id, seq } = order.incident;
    const seen = this.expected(id, seq);
    let answer: Answer;
    try {
      answer = await this.means.send(order, seen);
    } catch (error) {
      this.failures = [...this.failures, { order, error }];
      this.changed.emit();
      return;
    }
    this.means.done(order);
    const at = answer.seq ?? 0;
    await this.means.shown(at);
    // A merger's or a link's last entry is the other incident's; whatever is newer than ours is somebody else's.
    this.became(id, seen, Math.min(at, this.means.newest(id) ?? at));
  }

  private became(id: string, seen: number, to: number): void {
    const before = this.own.get(id);
    this.own.delete(id);
    this.own.set(id, { from: before?.to === seen ? before.from : seen, to });
    const [oldest] = this.own.keys();
    if (this.own.size > most && oldest !== undefined) this.own.delete(oldest);
  }
}
