import { Problem, type Answer } from '../core/api.js';
import { Backoff } from '../core/backoff.js';
import { Interrupted } from '../core/files.js';
import { isDisabled } from '../core/session.js';
import { Signal } from '../core/signal.js';
import type { Item, Outbox } from './outbox.js';
import { free } from './line.js';
import { isHeavy, standsAlready, urgentCode } from './task.js';

export interface Reported extends Answer {
  readonly id?: string;
  readonly number?: string;
  /** What does not fit, as the server found it (of ballot boxes). */
  readonly discrepancies?: readonly { readonly kind: string }[];
}

export interface Post {
  /** A long one tells how much of it is done, and asks whether something more urgent waits. */
  (item: Item, told: (part: number) => void, urgent: () => boolean): Promise<Reported>;
}

export interface Pace {
  readonly firstMillis: number;
  readonly mostMillis: number;
}

export const usualPace: Pace = { firstMillis: 2_000, mostMillis: 60_000 };

/**
 * Sends what waits, one after the other, until everything is sent or refused. An error never discards: no answer and
 * overload are repeated with the same id, a refusal stays to be corrected.
 */
export class Sender {
  readonly changed = new Signal();
  /** The report on its way now. */
  sending: string | undefined;
  /** How much of it is there, from 0 to 1. */
  part: number | undefined;
  /** When the next attempt is due, by the device's clock; undefined while none is. */
  nextAt: number | undefined;
  /** The server wants a log-in first. */
  needsLogIn = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private readonly backoff: Backoff;

  constructor(
    private readonly outbox: Outbox,
    private readonly post: Post,
    /** The account logged in at this moment; undefined while none is, or while that is not known. */
    private readonly account: () => string | undefined,
    pace: Pace = usualPace,
    /** The account was disabled: nothing of it is sent any more, and nothing of it was refused. */
    private readonly shut: () => void = () => undefined,
  ) {
    this.backoff = new Backoff(pace.firstMillis, pace.mostMillis);
  }

  /** Something was put in, or somebody asks: try now. */
  async now(): Promise<void> {
    this.backoff.reset();
    await this.flush();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.nextAt = undefined;
  }

  private async flush(): Promise<void> {
    this.again = true;
    this.running ??= this.loop().finally(() => (this.running = undefined));
    await this.running;
  }

  private async loop(): Promise<void> {
    while (this.again) {
      this.again = false;
      this.stop();
      // One tab sends for all; where there are no Web Locks a second sending is the same command anyway.
      if ('locks' in navigator) await navigator.locks.request('haetae-outbox', () => this.drain());
      else await this.drain();
    }
  }

  private async drain(): Promise<void> {
    const account = this.account();
    if (account === undefined) return;
    await this.outbox.settle();
    const waiting = inTurn((await this.outbox.of(account)).filter((item) => item.state === 'waiting').reverse());
    for (const item of waiting) {
      if (this.account() !== account) return;
      if (await this.tooEarly(item)) continue;
      const wait = await this.send(item);
      if (wait !== undefined) {
        this.later(wait);
        return;
      }
    }
    await this.outbox.tidy(account);
    this.changed.emit();
  }

  /** Sends one; answers how long to wait when it and all behind it have to. */
  private async send(item: Item): Promise<number | undefined> {
    this.sending = item.id;
    this.changed.emit();
    try {
      const answer = await this.post(
        item,
        (part) => {
          this.part = part;
          this.changed.emit();
        },
        () => this.again,
      );
      const noted = [...new Set((answer.discrepancies ?? []).map(({ kind }) => kind))];
      const receipt = {
        number: answer.number ?? '',
        incident: answer.id ?? '',
        at: answer.at ?? '',
        ...(noted.length === 0 ? {} : { noted }),
      };
      await this.outbox.put({ ...item, state: 'sent', receipt });
      await this.outbox.release(item);
      this.backoff.reset();
      this.needsLogIn = false;
      return undefined;
    } catch (error) {
      return await this.failed(item, error);
    } finally {
      this.sending = undefined;
      this.part = undefined;
      this.changed.emit();
    }
  }

  /** A file, or what is added, waits for the report that it belongs to, however often that is refused. */
  private async tooEarly({ task }: Item): Promise<boolean> {
    if (task.what !== 'file' && task.what !== 'comment') return false;
    if (isHeavy(task) && free() !== true) return true;
    const report = await this.outbox.get(task.what === 'file' ? task.report : task.incident);
    return report !== undefined && report.state !== 'sent';
  }

  private async failed(item: Item, error: unknown): Promise<number | undefined> {
    if (error instanceof Interrupted) return 0;
    if (!(error instanceof Problem) || error.passing) {
      const asked = error instanceof Problem ? (error.retryAfter ?? 0) : 0;
      return Math.max(asked, this.backoff.next());
    }
    if (error.status === 401) {
      this.needsLogIn = true;
      return this.backoff.next();
    }
    if (isDisabled(error)) {
      this.shut();
      return this.backoff.next();
    }
    if (standsAlready(item.task, error)) {
      await this.outbox.put({ ...item, state: 'sent' });
      return undefined;
    }
    const { status, code, detail, errors } = error;
    await this.outbox.put({ ...item, state: 'refused', refusal: { status, code, detail, errors } });
    return undefined;
  }

  private later(millis: number): void {
    clearTimeout(this.timer);
    this.nextAt = Date.now() + millis;
    this.timer = setTimeout(() => void this.flush(), millis);
    this.changed.emit();
  }
}

/** In the order they were written, but what is urgent before all else, and files after it: a film must not hold up a report. */
const inTurn = (items: readonly Item[]): readonly Item[] => [
  ...items.filter(urgent),
  ...items.filter((item) => !urgent(item) && item.task.what !== 'file'),
  ...items.filter(({ task }) => task.what === 'file'),
];

const urgent = ({ task }: Item): boolean => task.what === 'incident' && task.body.code === urgentCode;
