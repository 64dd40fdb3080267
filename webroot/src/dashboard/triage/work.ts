import { Problem, type Answer } from '../../core/api.js';
import { commandId } from '../../core/id.js';
import type { Incident } from '../../core/protocol.js';
import { Signal } from '../../core/signal.js';
import type { Step } from './acts.js';

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
  /** What each incident became by the newest command of this desk that is not yet seen to have happened. */
  private readonly own = new Map<string, number>();

  constructor(private readonly means: Means) {}

  busy(incident: string): boolean {
    return this.turns.has(incident);
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
      this.own.delete(id);
      this.changed.emit();
    });
  }

  private async post(order: Order): Promise<void> {
    const { id, seq } = order.incident;
    let answer: Answer;
    try {
      answer = await this.means.send(order, Math.max(seq, this.own.get(id) ?? 0));
    } catch (error) {
      this.failures = [...this.failures, { order, error }];
      this.changed.emit();
      return;
    }
    this.means.done(order);
    const at = answer.seq ?? 0;
    await this.means.shown(at);
    // A merger's or a link's last entry is the other incident's; whatever is newer than ours is somebody else's.
    this.own.set(id, Math.min(at, this.means.newest(id) ?? at));
  }
}
