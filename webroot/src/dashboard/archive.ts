import type { Incident } from '../core/protocol.js';
import { inside, type Page } from '../core/remote.js';
import { Signal } from '../core/signal.js';
import type { Desk } from './desk.js';
import { query as asked, type Only } from './triage/only.js';

const pageSize = 100;

/** Incidents of the scope by REST, newest first and page by page: the closed ones, which a wide view does not hold. */
export class Archive {
  readonly changed = new Signal();
  items: readonly Incident[] = [];
  more = false;
  busy = false;
  failure: unknown;
  private next: string | number | undefined;
  private about = '';

  constructor(private readonly desk: Desk) {}

  /** Starts over when the question is another. */
  async ask(scope: string, q: string, only: Only): Promise<void> {
    const about = `${this.desk.operation?.id ?? ''} ${scope} ${q} ${only.join('.')}`;
    if (about === this.about) return;
    this.about = about;
    this.items = [];
    this.next = undefined;
    await this.page(scope, q, only);
  }

  forget(): void {
    this.about = '';
    this.items = [];
    this.more = false;
  }

  async page(scope: string, q: string, only: Only): Promise<void> {
    const about = this.about;
    this.busy = true;
    this.failure = undefined;
    this.changed.emit();
    try {
      const query = { ...asked(only), unit: scope, q, limit: pageSize, after: this.next };
      const page = await this.desk.api.get<Page<Incident>>(`${inside(this.desk.operation?.id ?? '')}/incidents`, query);
      if (about !== this.about) return;
      this.items = [...this.items, ...page.items];
      this.next = page.next ?? undefined;
      this.more = this.next !== undefined;
    } catch (error) {
      this.failure = error;
    }
    this.busy = false;
    this.changed.emit();
  }
}
