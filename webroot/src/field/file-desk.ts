import { downscaled } from '../core/downscale.js';
import { commandId } from '../core/id.js';
import type { FieldDesk } from './desk.js';
import { kept } from './kept.js';
import { free } from './line.js';
import type { DraftFile, Item, Kept, Outbox } from './outbox.js';
import { isFull, NoRoom, storing, TooLarge } from './room.js';
import { happenedAt, isHeavy, type Task } from './task.js';

/** Photographs and films of reports: what of them lies on this device, and when they go. */
export class FileDesk {
  /** Files whose originals followed by themselves since this page was opened. */
  private readonly followed = new Set<string>();
  /** Files whose originals are being put into the outbox. */
  private readonly asked = new Set<string>();

  constructor(private readonly desk: FieldDesk) {}

  /**
   * Keeps a file on this device, a photograph as a smaller copy too, and its original only where there is room for both and the server
   * takes it. Rejects with {@link NoRoom} or {@link TooLarge}; the report needs neither.
   */
  async keep(file: File): Promise<DraftFile> {
    const { account, outbox } = this.desk;
    if (account === undefined || outbox === undefined) throw new Error('not ready');
    const copy = await downscaled(file);
    const most = kept.get<number>('mostFileBytes') ?? Infinity;
    const small = copy ?? file;
    if (small.size > most) throw new TooLarge(small.size, most);
    const about = { id: commandId(), account: account.id };
    const both = copy === undefined || file.size > most ? undefined : { ...about, blob: copy, original: file };
    const reduced = both !== undefined && (await this.fits(outbox, both));
    if (!reduced && !(await this.fits(outbox, { ...about, blob: small }))) throw new NoRoom(small.size);
    const takenAt = new Date(file.lastModified).toISOString();
    return {
      id: about.id,
      name: file.name,
      takenAt,
      reduced,
      bytes: (reduced ? small : both === undefined ? small : file).size,
      type: file.type,
    };
  }

  /** Forgets a file that was chosen and not sent. */
  async unchoose(file: DraftFile): Promise<void> {
    await this.desk.outbox?.forgetFile(file.id, this.desk.account?.id ?? '');
  }

  /** Whether the original of a photograph is still here and was not sent. */
  hasOriginal({ task, state }: Item): boolean {
    if (task.what !== 'file' || task.send !== 'copy' || state !== 'sent') return false;
    return !this.desk.items.some(
      (other) => other.task.what === 'file' && other.task.file === task.file && other.task !== task,
    );
  }

  /** Originals go by themselves where that costs nobody anything; what was refused or thrown away is not tried again. */
  async follow(): Promise<void> {
    if (free() !== true) return;
    for (const item of this.desk.items.filter((one) => this.hasOriginal(one))) {
      if (item.task.what !== 'file' || this.followed.has(item.task.file)) continue;
      this.followed.add(item.task.file);
      await this.sendOriginal(item, false);
    }
  }

  /** `now`: over whatever line there is. Once, whoever asks meanwhile. */
  async sendOriginal(item: Item, now = true): Promise<void> {
    const { outbox } = this.desk;
    const { task } = item;
    if (task.what !== 'file' || outbox === undefined || this.asked.has(task.file)) return;
    this.asked.add(task.file);
    try {
      const queued = (await outbox.of(item.account)).some(
        (other) => other.task.what === 'file' && other.task.file === task.file && other.task.send === 'original',
      );
      const bytes = (await outbox.file(task.file))?.original?.size;
      if (queued || bytes === undefined) return;
      const { receipt: _, ...rest } = item;
      const original: Task = { ...task, send: 'original', bytes, now };
      await outbox.put({ ...rest, task: original, id: commandId(), writtenAt: Date.now(), state: 'waiting' });
    } finally {
      this.asked.delete(task.file);
    }
    await this.desk.sender?.now();
  }

  /** A heavy file waits for Wi-Fi, unless the officer said that it is to go. */
  waitsForWifi({ task, state }: Item): boolean {
    return state === 'waiting' && isHeavy(task) && free() !== true;
  }

  async sendNow(item: Item): Promise<void> {
    if (item.task.what !== 'file') return;
    await this.desk.outbox?.put({ ...item, task: { ...item.task, now: true } });
    await this.desk.sender?.now();
  }

  /** What lies on this device of a file. */
  async bytesOf(id: string): Promise<Blob | undefined> {
    return (await this.desk.outbox?.file(id))?.blob;
  }

  /** Whether the device has taken it; only a full one does not. */
  private async fits(outbox: Outbox, file: Kept): Promise<boolean> {
    try {
      await storing(
        () => outbox.keepFile(file),
        () => this.makeRoom(outbox),
      );
      return true;
    } catch (error) {
      if (isFull(error)) return false;
      throw error;
    }
  }

  /** What is only convenient to have goes first. */
  async makeRoom(outbox: Outbox): Promise<void> {
    await outbox.dropOriginals();
    if (typeof caches !== 'undefined') await caches.delete('haetae-fonts');
  }
}

/** A file of a report, in the outbox behind it. */
export function fileItem(report: Item, file: DraftFile, place: number): Item {
  const { id, name, takenAt, reduced, bytes, type } = file;
  const occurredAt = happenedAt(report.task);
  const kind = report.task.what === 'site' ? 'seal-check' : 'incident';
  const body = { subject: `${kind}/${report.id}`, name, takenAt, occurredAt };
  const about = { ...(bytes === undefined ? {} : { bytes }), ...(type === undefined ? {} : { type }) };
  const task: Task = { what: 'file', report: report.id, file: id, send: reduced ? 'copy' : 'only', body, ...about };
  return { ...report, id: commandId(), task, place: name, writtenAt: report.writtenAt + place };
}
