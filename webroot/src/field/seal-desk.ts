import type { Account } from '../core/session.js';
import type { FieldDesk } from './desk.js';
import { kept } from './kept.js';
import type { Item, Kept, Outbox, Receipt, Sealed } from './outbox.js';
import {
  asSent,
  canSeal,
  fileOf,
  locked,
  mediaOf,
  nameOf,
  originalsOf,
  seal,
  unlocked,
  unsentOf,
  type Mine,
  type SealingKey,
} from './seal.js';
import type { Task } from './task.js';

/** What the server says of each report of an opened file. */
interface Opened {
  readonly phone?: Mine;
  readonly items: readonly {
    readonly id: string;
    readonly operation: string;
    readonly place: string;
    readonly outcome: 'KNOWN' | 'UNSENT';
    readonly number?: string;
    readonly task?: Task;
  }[];
}

const formNames = ['round', 'visit', 'transport', 'site'] as const;

const forms = (): Record<string, unknown> =>
  Object.fromEntries(formNames.map((name) => [name, kept.get(name)]).filter(([, form]) => form !== undefined));

/**
 * What happens to unsent reports when their account is disabled: they are sealed for the rooms on this device, so that whoever holds
 * it can neither read nor change them, and saved as a file for a room; or, when the account is enabled again, sent after all.
 */
export class SealDesk {
  /** Sealed on this device. */
  all: readonly Sealed[] = [];
  /** So many reports of a disabled account could not be sealed: there is no key here. */
  open: { readonly name: string; readonly reports: number } | undefined;
  private outbox: Outbox | undefined;

  constructor(private readonly desk: FieldDesk) {}

  async begin(outbox: Outbox): Promise<void> {
    this.outbox = outbox;
    await this.read();
  }

  /** Fetches the rooms' key while the account is logged in. */
  async learn(account: Account): Promise<void> {
    kept.set('sealing', { ...(await this.desk.api.get<SealingKey>('/sealing-key')), account: account.id });
  }

  /** The account was disabled: nothing of it is sent from now on. */
  async freeze(account: Account): Promise<void> {
    // Not beside a sender, in this tab or another.
    if ('locks' in navigator) await navigator.locks.request('haetae-outbox', () => this.turn(account));
    else await this.turn(account);
    await this.read();
  }

  /** Hands the file to the browser. */
  async save(sealed: Sealed): Promise<void> {
    const address = URL.createObjectURL(fileOf(sealed, (await this.outbox?.filesOf(sealed.account)) ?? []));
    const link = document.createElement('a');
    link.href = address;
    link.download = nameOf(sealed.login, sealed.at);
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    await this.outbox?.putSealed({ ...sealed, savedAt: Date.now() });
    await this.read();
  }

  async forget(sealed: Sealed): Promise<void> {
    await this.outbox?.forgetSealed(sealed.id);
    await this.read();
  }

  /** The account is enabled again: what was sealed comes back into its outbox; what a room took in meanwhile as sent. */
  async unseal(account: Account): Promise<void> {
    for (const sealed of this.all.filter((one) => one.account === account.id)) await this.bringBack(sealed);
    await this.read();
  }

  private async turn(account: Account): Promise<void> {
    const { outbox } = this;
    const key = kept.get<SealingKey & { readonly account: string }>('sealing');
    if (outbox === undefined) return;
    const all = await outbox.of(account.id);
    const unsent = unsentOf(all);
    const items = [...unsent, ...originalsOf(all, await outbox.filesOf(account.id))];
    const draft = await outbox.draft(account.id);
    if (items.length === 0 && draft === undefined) return;
    if (!canSeal(key) || key.account !== account.id) {
      this.open = { name: account.name, reports: unsent.length };
      return;
    }
    const [id, at] = [crypto.randomUUID(), Date.now()];
    const { files, keys } = await locked(await this.needed(outbox, account, items), id);
    const { media, parts } = mediaOf(items, keys);
    const text = await seal(
      {
        account: account.id,
        login: account.login,
        name: account.name,
        voucher: key.voucher,
        sealedAt: new Date(at).toISOString(),
        deviceOffSeconds: Math.round(-this.desk.api.offset / 1000),
        items: items.map(({ id, operation, place, task }) => ({ id, operation, place, task: asSent(task) })),
        media,
        phone: { files: keys, forms: forms(), ...(draft === undefined ? {} : { draft }) },
      },
      key,
    );
    const { login, name } = account;
    const fileCount = items.filter(({ task }) => task.what === 'file').length;
    await outbox.seal(
      { id, account: account.id, login, name, at, reports: unsent.length, files: fileCount, text, parts },
      files,
    );
    // Whoever has the voucher could write in his name; what was known of his post and his reports is nobody else's.
    kept.drop('sealing');
    this.desk.duty.forget();
  }

  /** The bytes of what is sealed; what was sent is not needed any more. */
  private async needed(outbox: Outbox, account: Account, items: readonly Item[]): Promise<readonly Kept[]> {
    const named = new Set(items.flatMap(({ task }) => (task.what === 'file' ? [task.file] : [])));
    for (const { id } of (await outbox.draft(account.id))?.files ?? []) named.add(id);
    return (await outbox.filesOf(account.id)).filter(({ id }) => named.has(id));
  }

  private async bringBack(sealed: Sealed): Promise<void> {
    const { outbox, desk } = this;
    if (outbox === undefined) return;
    const content = { type: 'application/octet-stream', bytes: await fileOf({ text: sealed.text }).arrayBuffer() };
    const opened = await desk.api.request<Opened>('/sealed-queues/opening', { method: 'POST', content });
    const items = opened.items.flatMap((line, index): Item[] => {
      if (line.task === undefined) return [];
      const { id, operation, place, task } = line;
      const writtenAt = sealed.at + index;
      const about = { id, account: sealed.account, operation, place, task, writtenAt };
      if (line.outcome === 'UNSENT') return [{ ...about, state: 'waiting' }];
      const receipt: Receipt = { number: line.number ?? '', incident: id, at: '' };
      return [{ ...about, state: 'sent', receipt }];
    });
    const files = await unlocked(await outbox.filesOf(sealed.account), opened.phone?.files ?? []);
    for (const [name, form] of Object.entries(opened.phone?.forms ?? {})) kept.set(name, form);
    await outbox.unseal(sealed, items, files, opened.phone?.draft);
  }

  private async read(): Promise<void> {
    this.all = (await this.outbox?.sealed()) ?? [];
    this.desk.changed.emit();
  }
}
