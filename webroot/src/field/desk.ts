import { Api, Problem } from '../core/api.js';
import { attach } from '../core/files.js';
import { word, type Codes } from '../core/codes.js';
import { commandId } from '../core/id.js';
import type { Post } from '../core/protocol.js';
import { operationTime } from '../core/operation.js';
import { codes, inside, operations, post as lookUp, posts, preferred, type OperationLine } from '../core/remote.js';
import { Session, type Account } from '../core/session.js';
import { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { DutyDesk } from './duty-desk.js';
import { fileItem, FileDesk } from './file-desk.js';
import { kept } from './kept.js';
import { onLineChange } from './line.js';
import { Outbox, type Draft, type DraftFile, type Item } from './outbox.js';
import { isFull, storing, waitingMark, type Waiting } from './room.js';
import { SealDesk } from './seal-desk.js';
import { Sender, usualPace, type Reported } from './sender.js';
import { methodOf, pathOf, tellsDeviceTime, type Task } from './task.js';
import { SiteDesk } from './site-desk.js';
import { TransportDesk } from './transport-desk.js';
import { DirectiveDesk } from './directive-desk.js';
import { UrgentDesk } from './urgent.js';
import { VisitDesk } from './visit-desk.js';

const retryMillis = 5_000;
/** The server tells its time in whole seconds. */
const clockStepMillis = 2_000;

/** Everything the field page works with. */
export class FieldDesk {
  readonly api = new Api();
  readonly session = new Session(this.api);
  readonly changed = new Signal();
  readonly duty: DutyDesk = new DutyDesk(this);
  readonly visits: VisitDesk = new VisitDesk(this);
  readonly sites: SiteDesk = new SiteDesk(this);
  readonly transports: TransportDesk = new TransportDesk(this);
  readonly directives: DirectiveDesk = new DirectiveDesk(this);
  readonly urgent: UrgentDesk = new UrgentDesk(this);
  readonly seals: SealDesk = new SealDesk(this);
  readonly files: FileDesk = new FileDesk(this);
  codes = kept.get<Codes>('codes');
  list = kept.get<readonly OperationLine[]>('operations');
  ownPost = kept.get<Post>('ownPost');
  items: readonly Item[] = [];
  /** Whose items they are; nobody's before they were read. */
  itemsOf: string | undefined;
  others = 0;
  /** Reports that were here and that the browser has cleared with all else. */
  lost: Waiting | undefined;
  /** So many files of the last report could not be kept: this device is full. */
  leftOut = 0;
  draft: Draft | undefined;
  sender: Sender | undefined;
  outbox: Outbox | undefined;
  private loadedFor = '';
  private saving = Promise.resolve();

  async begin(): Promise<void> {
    const outbox = await Outbox.open();
    this.outbox = outbox;
    // Before anything is noted anew.
    if (outbox.fresh) this.lost = waitingMark.get();
    await kept.trust(outbox);
    await this.seals.begin(outbox);
    this.codes ??= kept.get<Codes>('codes');
    this.list ??= kept.get<readonly OperationLine[]>('operations');
    this.ownPost ??= kept.get<Post>('ownPost');
    // How wrong this device's clock is, until the server says it again.
    this.api.offset = kept.get<number>('offset') ?? 0;
    this.sender = new Sender(
      outbox,
      (item, told, urgent) => this.post(item, told, urgent),
      () => this.session.who?.account.id,
      usualPace,
      () => this.session.end('disabled'),
    );
    this.sender.changed.subscribe(() => void this.moved());
    this.session.changed.subscribe(() => void this.entered());
    const wake = (): void => void this.wake();
    window.addEventListener('online', wake);
    onLineChange(wake);
    document.addEventListener('visibilitychange', () => (document.hidden ? undefined : wake()));
    await this.start();
  }

  /** Who writes: the account logged in, or, while the server cannot be asked, the one that last was. */
  get account(): Account | undefined {
    const { state } = this.session;
    if (state.is === 'in') return state.who.account;
    return state.is === 'unreachable' ? kept.get<Account>('account') : undefined;
  }

  get operation(): OperationLine | undefined {
    return this.list === undefined ? undefined : preferred(this.list, kept.get<string>('operation'));
  }

  /** So many reports a full device did not take: they are lost with the page, unless they are sent before. */
  get fleeting(): number {
    return this.outbox?.fleeting ?? 0;
  }

  get unsent(): number {
    return this.items.filter((item) => item.state !== 'sent').length;
  }

  /** The operation's time as far as this device knows it: its own clock may be wrong. */
  get now(): number {
    return operationTime(this.duty.operation?.clock, Date.now() + this.api.offset);
  }

  choose(operation: string): void {
    kept.set('operation', operation);
    this.changed.emit();
    // One's own post is another in each operation.
    if (this.account !== undefined) void this.load(this.account);
  }

  find(query: string): Promise<readonly Post[]> {
    return posts(this.api, this.operation?.id ?? '', this.account?.unit ?? '', query);
  }

  /** Keeps what is being written. Saves follow each other, so that the newest is the last. */
  write(draft: Draft | undefined): Promise<void> {
    this.draft = draft;
    const { account, outbox } = this;
    if (account === undefined || outbox === undefined) return Promise.resolve();
    const step = (): Promise<void> =>
      draft === undefined ? outbox.forgetDraft(account.id) : outbox.keepDraft(account.id, draft);
    this.saving = this.saving.then(step, step);
    return this.saving;
  }

  /** Into the outbox: durable when this resolves; rejects when the device could not store it. */
  async submit(draft: Draft & { readonly kind: string }): Promise<void> {
    const { kind, code, text, post, position } = draft;
    const body = {
      kind,
      code,
      // A kind and a code can be enough, and must be where there is no time to write.
      text: text.trim() === '' ? t('field.text.none', { kind: word(this.codes, 'incidentKinds', kind) }) : text.trim(),
      occurredAt: draft.occurredAt ?? new Date(this.now).toISOString(),
      ...(post === undefined ? {} : { post: post.id }),
      ...(position === undefined ? {} : { position: { latitude: position.latitude, longitude: position.longitude } }),
    };
    await this.saving.catch(() => undefined);
    const place = post?.name ?? this.ownPost?.name ?? '';
    await this.send({ what: 'incident', body }, place, draft.replaces, draft.files);
    this.draft = undefined;
    this.changed.emit();
  }

  /** Durable on this device when it resolves, unless that is full, which {@link fleeting} says; sent as soon as that goes. */
  async send(
    task: Task,
    place: string,
    replaces?: string,
    files: readonly DraftFile[] = [],
    id = commandId(),
  ): Promise<void> {
    const { account, operation, outbox } = this;
    if (account === undefined || operation === undefined || outbox === undefined) throw new Error('not ready');
    const about = { id, account: account.id, operation: operation.id };
    const item: Item = { ...about, task, place, writtenAt: Date.now(), state: 'waiting' };
    const behind = files.map((file, index) => fileItem(item, file, index + 1));
    await this.keepItem(outbox, item, replaces, behind);
    await this.read();
    // Now there is something to lose: browsers ask, or judge by how the page is used.
    if ((await navigator.storage?.persisted?.()) === false) void navigator.storage.persist();
    void this.sender?.now().then(() => this.duty.look());
  }

  /** It was read that reports were lost. */
  noted(): void {
    this.lost = undefined;
    waitingMark.set(undefined);
    this.changed.emit();
  }

  /** Takes away what was refused and is not to be sent any more. */
  async discard(item: Item): Promise<void> {
    await this.outbox?.remove(item.id);
    await this.read();
  }

  /** Sends a refused report again as it is, under the same id: what refused it may be gone. */
  async again(item: Item): Promise<void> {
    await this.outbox?.put({ ...item, state: 'waiting' });
    await this.sender?.now();
  }

  /**
   * The report's words before its pictures: what a full device can't hold of the latter is left out, and said. Words that it can't hold
   * either the page holds until they are sent.
   */
  private async keepItem(
    outbox: Outbox,
    item: Item,
    replaces: string | undefined,
    files: readonly Item[],
  ): Promise<void> {
    this.leftOut = 0;
    try {
      await storing(
        () => outbox.add(item, replaces, files),
        () => this.files.makeRoom(outbox),
      );
    } catch (error) {
      if (!isFull(error)) throw error;
      for (const { task } of files) if (task.what === 'file') await outbox.forgetFile(task.file, item.account);
      this.leftOut = files.length;
      if (files.length === 0 || !(await this.added(outbox, item, replaces))) outbox.hold(item);
    }
  }

  /** Whether the device took it; not when it is full. */
  private async added(outbox: Outbox, item: Item, replaces: string | undefined): Promise<boolean> {
    try {
      await outbox.add(item, replaces);
      return true;
    } catch (error) {
      if (isFull(error)) return false;
      throw error;
    }
  }

  private async start(): Promise<void> {
    await this.session.start();
    if (this.session.state.is === 'unreachable') setTimeout(() => void this.start(), retryMillis);
  }

  private async wake(): Promise<void> {
    if (this.session.state.is === 'in') await this.session.fresh();
    else if (this.session.state.is === 'unreachable') await this.session.start();
    await this.sender?.now();
    await this.duty.look();
    await this.files.follow();
  }

  /** Something was sent, or could not be. */
  private async moved(): Promise<void> {
    await this.read();
    if (this.sender?.sending === undefined) await this.files.follow();
  }

  private async entered(): Promise<void> {
    const who = this.session.who?.account;
    await this.shut();
    if (who !== undefined && kept.get<string>('dutyOf') !== who.id) {
      this.ownPost = undefined;
      this.duty.forget();
      kept.set('dutyOf', who.id);
    }
    if (who !== undefined) {
      kept.set('account', who);
      kept.set('writer', who);
    }
    await this.read();
    if (who !== undefined && this.loadedFor !== who.id) {
      this.loadedFor = who.id;
      this.draft = await this.outbox?.draft(who.id);
      this.changed.emit();
      await this.load(who);
      // What was sealed comes back before anything newer is sent.
      await this.seals.unseal(who).catch((error: unknown) => console.warn('not opened', error));
      await this.read();
      await this.sender?.now();
    }
    if (who === undefined) this.loadedFor = '';
  }

  /** Nobody is logged in here any more; what a disabled account has not sent is sealed. */
  private async shut(): Promise<void> {
    const { state } = this.session;
    if (state.is !== 'out') return;
    kept.drop('account');
    const writer = kept.get<Account>('writer');
    if (state.reason !== 'disabled' || writer === undefined) return;
    if (state.login === undefined || state.login === writer.login) await this.seals.freeze(writer);
  }

  private async load(account: Account): Promise<void> {
    try {
      [this.codes, this.list] = await Promise.all([codes(this.api), operations(this.api)]);
      kept.set('codes', this.codes);
      kept.set('operations', this.list);
      this.changed.emit();
      if (account.post != null && this.operation !== undefined) {
        this.ownPost = await lookUp(this.api, this.operation.id, account.post);
        kept.set('ownPost', this.ownPost);
      }
      await this.duty.look();
      // What is needed when nothing answers any more.
      await this.seals.learn(account);
      kept.set('mostFileBytes', (await this.api.get<{ maxBytes: number }>('/upload-limits')).maxBytes);
    } catch {
      if (this.list === undefined) setTimeout(() => void this.load(account), retryMillis);
    }
    this.changed.emit();
  }

  private async read(): Promise<void> {
    const { account, outbox } = this;
    const before = this.unsent;
    this.items = account === undefined || outbox === undefined ? [] : await outbox.of(account.id);
    // What was sent is in the picture now: one's own next step is shown by it, not by the device's guess.
    if (before > 0 && this.unsent === 0) void this.duty.look();
    this.itemsOf = account?.id;
    if (Math.abs(this.api.offset - (kept.get<number>('offset') ?? 0)) > clockStepMillis)
      kept.set('offset', this.api.offset);
    this.others = account === undefined || outbox === undefined ? 0 : await outbox.unsentOfOthers(account.id);
    if (account !== undefined && this.lost === undefined) {
      const at = this.items.find(({ state }) => state !== 'sent')?.writtenAt ?? Date.now();
      waitingMark.set({ account: account.id, reports: this.unsent + this.others, at });
    }
    this.changed.emit();
  }

  private async post(item: Item, told: (part: number) => void, urgent: () => boolean): Promise<Reported> {
    const { task, operation, id } = item;
    if (task.what === 'file') {
      const held = await this.outbox?.file(task.file);
      if (held === undefined) throw new Problem(410, 'file-gone', '');
      const blob = task.send === 'original' ? (held.original ?? held.blob) : held.blob;
      const { subject, name, takenAt } = task.body;
      return attach(this.api, { id, operation, subject, blob, name, takenAt }, told, urgent);
    }
    const more = { deviceTime: tellsDeviceTime(task), method: methodOf(task) };
    return this.api.command<Reported>(`${inside(operation)}${pathOf(task)}`, task.body, id, more);
  }
}
