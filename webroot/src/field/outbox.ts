import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { FieldError } from '../core/api.js';
import type { Position } from '../core/protocol.js';
import { isFull } from './room.js';
import type { Report, Task } from './task.js';

export interface Receipt {
  readonly number: string;
  readonly incident: string;
  readonly at: string;
  /** Kinds of discrepancies that it brought up. */
  readonly noted?: readonly string[];
}

/** A file of a report that is being written; its bytes lie in the outbox under the id. */
export interface DraftFile {
  readonly id: string;
  readonly name: string;
  readonly takenAt: string;
  /** What is sent is a smaller copy. */
  readonly reduced: boolean;
  /** Of what was chosen; absent in drafts of earlier editions. */
  readonly bytes?: number;
  readonly type?: string;
}

/** The bytes of a file: what is sent, and the photograph that it was made of. */
export interface Kept {
  readonly id: string;
  readonly account: string;
  readonly blob: Blob;
  readonly original?: Blob;
  /** Encrypted; its key lies in the queue sealed under this id. */
  readonly sealed?: string;
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

/** A file that goes with a sealed queue: where it lies, and how long it is encrypted. */
export interface Part {
  readonly file: string;
  readonly part: 'blob' | 'original';
  readonly bytes: number;
}

/** The reports of a disabled account, as only the rooms' installation can read them. */
export interface Sealed {
  readonly id: string;
  readonly account: string;
  readonly login: string;
  readonly name: string;
  /** When it was sealed, in milliseconds by the device's clock. */
  readonly at: number;
  /** How many reports, and how many of them are files. */
  readonly reports: number;
  readonly files: number;
  /** JWE in its compact form. */
  readonly text: string;
  /** The files that go with it, in their order; absent in what earlier editions sealed, whose files stay here. */
  readonly parts?: readonly Part[];
  /** When it was last saved as a file. */
  readonly savedAt?: number;
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
  readonly files?: readonly DraftFile[];
  /** The refused report that this one corrects. */
  readonly replaces?: string;
}

interface Schema extends DBSchema {
  outbox: { key: string; value: Item; indexes: { account: string } };
  draft: { key: string; value: Draft };
  file: { key: string; value: Kept };
  kept: { key: string; value: unknown };
  sealed: { key: string; value: Sealed };
}

/** Sent reports kept for their receipt numbers; older ones go, unsent ones never. */
const sentKept = 30;
const strict = { durability: 'strict' } as const;

/** Reports and the draft, in IndexedDB: they outlive a reload, a crash and a flat battery. */
export class Outbox {
  /** What a full device did not take. */
  private readonly held = new Map<string, Item>();
  /** Whose draft is that of a report that is held. */
  private readonly left = new Set<string>();

  private constructor(
    private readonly database: IDBPDatabase<Schema>,
    /** Nothing of it was on this device: it is new here, or the browser has cleared it. */
    readonly fresh: boolean,
  ) {}

  static async open(name = 'haetae-field'): Promise<Outbox> {
    let fresh = false;
    const database = await openDB<Schema>(name, 5, {
      async upgrade(made, from, _to, step) {
        fresh = from < 1;
        // Before anything is awaited: a store can only be made while the upgrade has just begun.
        if (from < 4) made.createObjectStore('kept');
        made.createObjectStore('sealed', { keyPath: 'id' });
        if (from < 3) made.createObjectStore('file', { keyPath: 'id' });
        if (from < 1) {
          made.createObjectStore('outbox', { keyPath: 'id' }).createIndex('account', 'account');
          made.createObjectStore('draft');
        } else if (from < 2) {
          const outbox = step.objectStore('outbox');
          for (const held of await outbox.getAll()) await outbox.put(asTask(held));
        }
      },
      // A newer edition in another tab wants to change what is held: this page makes way and is loaded anew.
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close();
        location.reload();
      },
    });
    return new Outbox(database, fresh);
  }

  /** Puts one in with its files; an incident takes its draft, and the report that it corrects, away: all or nothing. */
  async add(item: Item, replaces?: string, files: readonly Item[] = []): Promise<void> {
    const step = this.database.transaction(['outbox', 'draft'], 'readwrite', strict);
    const outbox = step.objectStore('outbox');
    const writes: Promise<unknown>[] = [];
    if (replaces !== undefined) {
      writes.push(outbox.delete(replaces));
      for (const held of await outbox.getAll())
        if (belongs(held, replaces)) writes.push(outbox.put(moved(held, item.id)));
    }
    writes.push(outbox.put(item), ...files.map((file) => outbox.put(file)));
    if (item.task.what === 'incident') writes.push(step.objectStore('draft').delete(item.account));
    await Promise.all([...writes, step.done]);
  }

  /** What a full device does not take is held by the page: it is sent all the same. */
  async put(item: Item): Promise<void> {
    try {
      const step = this.database.transaction('outbox', 'readwrite', strict);
      await Promise.all([step.store.put(item), step.done]);
    } catch (error) {
      if (!isFull(error)) throw error;
      this.held.set(item.id, item);
      await this.forgetDraftOf(item);
      return;
    }
    this.held.delete(item.id);
    await this.forgetDraftOf(item);
  }

  /** Keeps a new one as long as the page lives, because the device is full. */
  hold(item: Item): void {
    this.held.set(item.id, item);
    if (item.task.what === 'incident') this.left.add(item.account);
  }

  /** So many wait to be sent and would be lost with the page. */
  get fleeting(): number {
    return [...this.held.values()].filter(({ state }) => state === 'waiting').length;
  }

  /** Writes what was held, where there is room again. */
  async settle(): Promise<void> {
    for (const item of [...this.held.values()]) await this.put(item);
  }

  /** What was held did not take its draft away, as it then stood on the device; once it is sent nobody is to send that too. */
  private async forgetDraftOf({ task, state, account }: Item): Promise<void> {
    if (task.what !== 'incident' || state !== 'sent' || !this.left.delete(account)) return;
    await this.database.delete('draft', account);
  }

  /** Takes it away, with the bytes that only it needs. */
  async remove(id: string): Promise<void> {
    const item = await this.get(id);
    this.held.delete(id);
    await this.database.delete('outbox', id);
    if (item?.task.what === 'file') await this.forgetFile(item.task.file, item.account);
  }

  async keepFile(file: Kept): Promise<void> {
    const step = this.database.transaction('file', 'readwrite', strict);
    await Promise.all([step.store.put(file), step.done]);
  }

  /** Makes room on a full device: originals of photographs whose smaller copies were sent, of every account. */
  async dropOriginals(): Promise<void> {
    const items = this.withHeld(await this.database.getAll('outbox'));
    const queued = new Set(
      items.flatMap(({ task }) => (task.what === 'file' && task.send === 'original' ? [task.file] : [])),
    );
    const dropped = items.filter(
      ({ task, state }) => task.what === 'file' && task.send === 'copy' && state === 'sent' && !queued.has(task.file),
    );
    for (const { task } of dropped) if (task.what === 'file') await this.database.delete('file', task.file);
    // There is no more to send of them.
    for (const item of dropped)
      if (item.task.what === 'file') await this.put({ ...item, task: { ...item.task, send: 'only' } });
  }

  async file(id: string): Promise<Kept | undefined> {
    return this.database.get('file', id);
  }

  /** Forgets the bytes of what was sent; those of a copy's original stay until the copy is forgotten. */
  async release({ task }: Item): Promise<void> {
    if (task.what === 'file' && task.send !== 'copy') await this.database.delete('file', task.file);
  }

  /** Forgets the bytes, unless something of the account still names them. */
  async forgetFile(id: string, account: string): Promise<void> {
    const items = await this.of(account);
    if (!items.some((item) => item.task.what === 'file' && item.task.file === id)) {
      await this.database.delete('file', id);
    }
  }

  async get(id: string): Promise<Item | undefined> {
    return this.held.get(id) ?? (await this.database.get('outbox', id));
  }

  /** The account's reports, newest first. */
  async of(account: string): Promise<readonly Item[]> {
    const items = this.withHeld(await this.database.getAllFromIndex('outbox', 'account', account));
    return items.filter((item) => item.account === account).sort((a, b) => b.writtenAt - a.writtenAt);
  }

  private withHeld(items: readonly Item[]): Item[] {
    return [...items.filter(({ id }) => !this.held.has(id)), ...this.held.values()];
  }

  async unsentOfOthers(account: string): Promise<number> {
    const items = this.withHeld(await this.database.getAll('outbox'));
    return items.filter((item) => item.account !== account && item.state !== 'sent').length;
  }

  /** Forgets sent reports beyond the newest few. */
  async tidy(account: string): Promise<void> {
    const sent = (await this.of(account)).filter((item) => item.state === 'sent');
    for (const item of sent.slice(sentKept)) await this.remove(item.id);
  }

  /** What the page knows, so that it outlives the browser's end as the outbox does. */
  async keep(name: string, value: unknown): Promise<void> {
    const step = this.database.transaction('kept', 'readwrite', strict);
    if (value === undefined) void step.store.delete(name);
    else void step.store.put(value, name);
    await step.done;
  }

  async kept(): Promise<ReadonlyMap<string, unknown>> {
    const step = this.database.transaction('kept');
    const [names, values] = await Promise.all([step.store.getAllKeys(), step.store.getAll()]);
    return new Map(names.map((name, index) => [name, values[index]]));
  }

  async sealed(): Promise<readonly Sealed[]> {
    return this.database.getAll('sealed');
  }

  /**
   * Puts what was sealed in the place of all that the account has here: what was read of it is gone when this resolves, and stays
   * when it rejects. Files are replaced by what they were encrypted to.
   */
  async seal(sealed: Sealed, files: readonly Kept[]): Promise<void> {
    const step = this.database.transaction(['outbox', 'draft', 'file', 'sealed'], 'readwrite', strict);
    const outbox = step.objectStore('outbox');
    for (const key of await outbox.index('account').getAllKeys(sealed.account)) void outbox.delete(key);
    void step.objectStore('draft').delete(sealed.account);
    const held = step.objectStore('file');
    for (const { id, account, sealed: before } of await held.getAll())
      if (account === sealed.account && before === undefined) void held.delete(id);
    for (const file of files) void held.put(file);
    void step.objectStore('sealed').put(sealed);
    await step.done;
    for (const { id, account } of this.held.values()) if (account === sealed.account) this.held.delete(id);
  }

  /** The other way: what was opened stands in the outbox again. */
  async unseal(sealed: Sealed, items: readonly Item[], files: readonly Kept[], draft?: Draft): Promise<void> {
    const step = this.database.transaction(['outbox', 'draft', 'file', 'sealed'], 'readwrite', strict);
    for (const item of items) void step.objectStore('outbox').put(item);
    for (const file of files) void step.objectStore('file').put(file);
    if (draft !== undefined) void step.objectStore('draft').put(draft, sealed.account);
    void step.objectStore('sealed').delete(sealed.id);
    await step.done;
  }

  async putSealed(sealed: Sealed): Promise<void> {
    await this.database.put('sealed', sealed);
  }

  /** With the files that only it could open. */
  async forgetSealed(id: string): Promise<void> {
    const step = this.database.transaction(['file', 'sealed'], 'readwrite', strict);
    const held = step.objectStore('file');
    for (const file of await held.getAll()) if (file.sealed === id) void held.delete(file.id);
    void step.objectStore('sealed').delete(id);
    await step.done;
  }

  /** The account's files, those of sent photographs included. */
  async filesOf(account: string): Promise<readonly Kept[]> {
    return (await this.database.getAll('file')).filter((file) => file.account === account);
  }

  async draft(account: string): Promise<Draft | undefined> {
    return this.database.get('draft', account);
  }

  async keepDraft(account: string, draft: Draft): Promise<void> {
    await this.database.put('draft', draft, account);
    this.left.delete(account);
  }

  /** With the files that were chosen for it. */
  async forgetDraft(account: string): Promise<void> {
    for (const { id } of (await this.draft(account))?.files ?? []) await this.forgetFile(id, account);
    await this.database.delete('draft', account);
  }

  close(): void {
    this.database.close();
  }
}

const belongs = ({ task }: Item, report: string): boolean =>
  (task.what === 'file' && task.report === report) || (task.what === 'comment' && task.incident === report);

/** Follows its report under another id, and is tried again. */
function moved(item: Item, report: string): Item {
  const { refusal: _, ...rest } = item;
  if (item.task.what === 'comment') return { ...rest, state: 'waiting', task: { ...item.task, incident: report } };
  if (item.task.what !== 'file') return item;
  const body = { ...item.task.body, subject: item.task.body.subject.replace(/[^/]*$/, report) };
  return { ...rest, state: 'waiting', task: { ...item.task, report, body } };
}

/** What version 1 held was always an incident's report. */
function asTask(held: Item | (Omit<Item, 'task'> & { readonly report: Report })): Item {
  if (!('report' in held)) return held;
  const { report, ...rest } = held;
  return { ...rest, task: { what: 'incident', body: report } };
}
