import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { FieldError } from '../core/api.js';
import type { Position } from '../core/protocol.js';

/** What is sent: the body of `POST …/incidents`. Neither post nor unit: the officer's own. */
export interface Report {
  readonly kind: string;
  readonly code: number;
  readonly text: string;
  readonly post?: string;
  readonly position?: Position;
  readonly occurredAt: string;
}

export interface Receipt {
  readonly number: string;
  readonly incident: string;
  readonly at: string;
}

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
}

/** One report written on this device. `id` is its Idempotency-Key: the same over every attempt. */
export interface Item {
  readonly id: string;
  /** Only this account's log-in may send it. */
  readonly account: string;
  readonly operation: string;
  readonly report: Report;
  readonly place: string;
  readonly writtenAt: number;
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly receipt?: Receipt;
  readonly refusal?: Refusal;
}

/** What is being written, kept with every keystroke. */
export interface Draft {
  readonly kind?: string;
  readonly code: number;
  readonly text: string;
  readonly post?: { readonly id: string; readonly name: string };
  readonly position?: Position & { readonly accuracy: number };
  /** Absent: now, at the moment of sending. */
  readonly occurredAt?: string;
  /** The refused report that this one corrects. */
  readonly replaces?: string;
}

interface Schema extends DBSchema {
  outbox: { key: string; value: Item; indexes: { account: string } };
  draft: { key: string; value: Draft };
}

/** Sent reports kept for their receipt numbers; older ones go, unsent ones never. */
const sentKept = 30;
const strict = { durability: 'strict' } as const;

/** Reports and the draft, in IndexedDB: they outlive a reload, a crash and a flat battery. */
export class Outbox {
  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  static async open(name = 'haetae-field'): Promise<Outbox> {
    const database = await openDB<Schema>(name, 1, {
      upgrade(made) {
        made.createObjectStore('outbox', { keyPath: 'id' }).createIndex('account', 'account');
        made.createObjectStore('draft');
      },
    });
    return new Outbox(database);
  }

  /** Puts a report in and takes its draft, and the report that it corrects, away: all or nothing. */
  async add(item: Item, replaces?: string): Promise<void> {
    const step = this.database.transaction(['outbox', 'draft'], 'readwrite', strict);
    const outbox = step.objectStore('outbox');
    if (replaces !== undefined) void outbox.delete(replaces);
    void outbox.put(item);
    void step.objectStore('draft').delete(item.account);
    await step.done;
  }

  async put(item: Item): Promise<void> {
    const step = this.database.transaction('outbox', 'readwrite', strict);
    void step.store.put(item);
    await step.done;
  }

  async get(id: string): Promise<Item | undefined> {
    return this.database.get('outbox', id);
  }

  /** The account's reports, newest first. */
  async of(account: string): Promise<readonly Item[]> {
    const items = await this.database.getAllFromIndex('outbox', 'account', account);
    return items.sort((a, b) => b.writtenAt - a.writtenAt);
  }

  async unsentOfOthers(account: string): Promise<number> {
    const items = await this.database.getAll('outbox');
    return items.filter((item) => item.account !== account && item.state !== 'sent').length;
  }

  /** Forgets sent reports beyond the newest few. */
  async tidy(account: string): Promise<void> {
    const sent = (await this.of(account)).filter((item) => item.state === 'sent');
    await Promise.all(sent.slice(sentKept).map((item) => this.database.delete('outbox', item.id)));
  }

  async draft(account: string): Promise<Draft | undefined> {
    return this.database.get('draft', account);
  }

  async keepDraft(account: string, draft: Draft): Promise<void> {
    await this.database.put('draft', draft, account);
  }

  async forgetDraft(account: string): Promise<void> {
    await this.database.delete('draft', account);
  }

  close(): void {
    this.database.close();
  }
}
