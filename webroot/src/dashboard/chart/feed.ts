import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { bucketOf, courseOf, joined, lastOf, series, type Course, type SeriesQuery } from '../../core/series.js';
import type { Desk } from '../desk.js';

/** Between two questions to the server, at least. */
const restMillis = 4_000;

/** What is wanted: `stamp` changes when the server knows more than the page (a kind was counted). */
export interface Wanted extends SeriesQuery {
  readonly stamp?: number;
}

/** Keeps one course on screen: asks for all of it once, then for its end whenever a bucket ended or its stamp changed. */
export class CourseFeed implements ReactiveController {
  course: Course | undefined;
  failed: unknown;
  private query = '';
  private stamp: number | undefined;
  private asking = false;
  private askedAt = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted: Wanted | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly desk: () => Desk,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Says what is looked at; call it with every update. Another scope or time begins anew. */
  look(wanted: Wanted): void {
    const { stamp: _, ...asked } = wanted;
    const query = JSON.stringify([this.desk().operation?.id, asked]);
    this.wanted = wanted;
    if (query !== this.query) {
      this.query = query;
      this.course = this.failed = undefined;
      this.askedAt = Number.NEGATIVE_INFINITY;
    }
    if (this.due(wanted)) this.plan();
  }

  /** After a failure, without waiting. */
  again(): void {
    this.askedAt = Number.NEGATIVE_INFINITY;
    this.plan();
  }

  private due(wanted: Wanted): boolean {
    if (this.course === undefined) return true;
    return this.stamp !== wanted.stamp || bucketOf(this.desk().asOf) > lastOf(this.course);
  }

  private plan(): void {
    if (this.asking || this.timer !== undefined) return;
    const rest = Math.max(0, this.askedAt + restMillis - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.ask();
    }, rest);
  }

  private async ask(): Promise<void> {
    const [desk, wanted, query] = [this.desk(), this.wanted, this.query];
    const operation = desk.operation?.id;
    if (operation === undefined || wanted === undefined) return;
    this.asking = true;
    this.askedAt = performance.now();
    const { stamp, ...whole } = wanted;
    const held = this.course;
    try {
      const answer = courseOf(await series(desk.api, operation, { ...whole, ...(held && { since: lastOf(held) }) }));
      if (query !== this.query) return;
      const next = held === undefined || answer === undefined ? answer : joined(held, answer);
      this.stamp = stamp;
      this.failed = undefined;
      // An operation that was set back, or a command tree that changed: what is held no longer meets the answer.
      this.course = next;
      if (next === undefined && held !== undefined) this.plan();
    } catch (error) {
      if (query === this.query) this.failed = error;
    } finally {
      this.asking = false;
      if (query !== this.query || this.failed !== undefined) this.plan();
      this.host.requestUpdate();
    }
  }
}
