import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { FieldError } from '../core/api.js';
import type { Position } from '../core/protocol.js';
import type { Report, Task } from './task.js';

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

/** One thing to be sent, written on this device. `id` is its Idempotency-Key: the same over every attempt. */
export interface Item {
  readonly id: string;
  /** Only this account's log-in may send it. */
  readonly account: string;
  readonly operation: string;
  readonly task: Task;
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
    const database = await openDB<Schema>(name, 2, {
      async upgrade(made, from, _to, step) {
        if (from < 1) {
          made.createObjectStore('outbox', { keyPath: 'id' }).createIndex('account', 'account');
          made.createObjectStore('draft');
        } else {
          const outbox = step.objectStore('outbox');
          for (const held of await outbox.getAll()) await outbox.put(asTask(held));
        }
      },
    });
    return new Outbox(database);
  }

  /** Puts one in; an incident takes its draft, and the report that it corrects, away: all or nothing. */
  async add(item: Item, replaces?: string): Promise<void> {
    const step = this.database.transaction(['outbox', 'draft'], 'readwrite', strict);
    const outbox = step.objectStore('outbox');
    if (replaces !== undefined) void outbox.delete(replaces);
    void outbox.put(item);
    if (item.task.what === 'incident') void step.objectStore('draft').delete(item.account);
    await step.done;
  }

  async put(item: Item): Promise<void> {
    const step = this.database.transaction('outbox', 'readwrite', strict);
    void step.store.put(item);
    await step.done;
  }

  async remove(id: string): Promise<void> {
    await this.database.delete('outbox', id);
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

/** What version 1 held was always an incident's report. */
function asTask(held: Item | (Omit<Item, 'task'> & { readonly report: Report })): Item {
  if (!('report' in held)) return held;
  const { report, ...rest } = held;
  return { ...rest, task: { what: 'incident', body: report } };
}
