import type { BoxSeals } from '../core/boxes.js';
import type { Visit } from '../core/cases.js';
import type { Transport } from '../core/custody.js';
import type { Attachment, Level, ReportPlan, Watch } from '../core/entities.js';
import { answered, fieldsOf, type Answers, type FormField } from '../core/forms.js';
import type { Directive } from '../core/directives.js';
import type { End } from '../core/connection.js';
import { isOver, operationTime } from '../core/operation.js';
import { learn } from '../core/place.js';
import type { Incident, Operation, Post } from '../core/protocol.js';
import { Problem } from '../core/api.js';
import { ports, post as lookUp } from '../core/remote.js';
import { dueAt } from '../core/watch.js';
import type { FieldDesk } from './desk.js';
import { mine, nextStop, runs, type Circuit, type NextStop } from './circuit.js';
import { ahead, standing, type Standing } from './duty.js';
import { alarm } from './alarm.js';
import { Follow, type Known } from './follow.js';
import { kept } from './kept.js';
import type { PostReport } from './task.js';

const everyMillis = 60_000;

/** What is being answered of a situation report, kept with every touch. */
export interface Round {
  readonly post: string;
  readonly answers: Answers;
  readonly text: string;
}

/** One's duty at a post: where it is, what is next, and the arrivals and reports that go into the outbox. */
export class DutyDesk {
  private known: Known = kept.get<Known>('known') ?? { askedAt: 0 };
  private chosen = kept.get<Post>('chosen');
  private readonly follow: Follow;
  private looking: Promise<void> | undefined;

  constructor(private readonly desk: FieldDesk) {
    this.follow = new Follow(desk.api);
    learn(this.known.units ?? []);
    document.addEventListener('visibilitychange', () => (document.hidden ? this.follow.rest() : undefined));
    setInterval(() => void (document.hidden ? undefined : this.look()), everyMillis);
  }

  /** The operation as last heard of; only the one that is worked in. */
  get operation(): Operation | undefined {
    const { operation } = this.known;
    return operation !== undefined && operation.id === this.desk.operation?.id ? operation : undefined;
  }

  private get plan(): ReportPlan | undefined {
    return this.known.plan?.id === this.desk.operation?.id ? this.known.plan : undefined;
  }

  get open(): boolean {
    return !isOver(this.operation) && this.desk.operation?.state === 'OPEN';
  }

  /** The post chosen on this device, else the account's own. */
  get post(): Post | undefined {
    return this.chosen ?? this.desk.ownPost;
  }

  get standing(): Standing {
    const { account, items } = this.desk;
    return standing(account?.id ?? '', this.post?.id, this.mine(this.known.duty), this.watch, items);
  }

  /** The post's watch, what waits to be sent included. */
  get watch(): Watch | undefined {
    const { post } = this;
    return post === undefined ? undefined : ahead(this.mine(this.known.watch), post.id, this.desk.items);
  }

  /** Police inside the post, as last heard of. */
  get visits(): readonly Visit[] {
    return (this.known.visits ?? []).filter(({ post }) => post === this.post?.id);
  }

  /** The storage or counting centre that the post is, as last heard of. */
  get site(): Pick<Known, 'storage' | 'sealed' | 'entered' | 'counting'> {
    const { storage, counting } = this.known;
    const here = storage?.id === this.post?.id || counting?.id === this.post?.id;
    return here ? this.known : {};
  }

  /** Ballot boxes' routes, as last heard of. */
  get routes(): readonly Transport[] {
    return this.known.routes ?? [];
  }

  get boxes(): readonly BoxSeals[] {
    return this.known.boxes ?? [];
  }

  /** Orders that stand for officers at the post, as last heard of. */
  get directives(): readonly Directive[] {
    return (this.known.directives ?? []).filter(({ posts }) => posts.includes(this.post?.postKind ?? ''));
  }

  get acknowledged(): readonly string[] {
    return this.known.acknowledged ?? [];
  }

  /** One's own incidents, as last heard of. */
  get reported(): readonly Incident[] {
    return this.known.reported ?? [];
  }

  /** The files of a directive, without those that were withdrawn. */
  enclosed(directive: string): readonly Attachment[] {
    const files = (this.known.enclosed ?? []).find(({ id }) => id === directive)?.files ?? [];
    return files.filter(({ withdrawn, erased }) => withdrawn == null && erased !== true);
  }

  /** Rounds that he may go now: who has a post of his own goes none, but one that he is planned for. */
  get circuits(): readonly Circuit[] {
    const running = (this.known.circuits ?? []).filter((one) => runs(one, this.desk.now));
    return this.desk.account?.post == null ? running : [];
  }

  /** The round that he goes. */
  get circuit(): Circuit | undefined {
    return mine(this.known.circuits ?? [], this.known.present, kept.get<string>('circuit'), this.desk.now);
  }

  /** Whether he chose it himself, and may choose another one. */
  get onChosenCircuit(): boolean {
    return this.circuit !== undefined && this.circuit.id !== this.known.present?.deployment;
  }

  /** Where he goes next. */
  get next(): NextStop | undefined {
    const { circuit } = this;
    const items = this.desk.items.filter((item) => item.operation === this.desk.operation?.id);
    return circuit === undefined ? undefined : nextStop(circuit, this.known.present, items);
  }

  goRound(circuit: string | undefined): void {
    if (circuit === undefined) kept.drop('circuit');
    else kept.set('circuit', circuit);
    this.desk.changed.emit();
  }

  /** He is at a stop of his round: it is his post from now on, and hears that he came. */
  async arrive(id: string): Promise<void> {
    const post = this.circuit?.stops.find((stop) => stop.id === id);
    if (post === undefined) throw new Error('no such stop');
    this.choose(post);
    await this.checkIn();
  }

  /** The emergency duty that counts here, as last heard of. */
  get level(): Level | undefined {
    return this.known.level;
  }

  get due(): number | undefined {
    const { watch } = this;
    return watch === undefined ? undefined : dueAt(this.plan, watch);
  }

  get askedAt(): number {
    return this.known.askedAt;
  }

  get fields(): readonly FormField[] {
    return fieldsOf(this.desk.codes, this.post?.postKind ?? '', this.operation?.phase ?? undefined);
  }

  get round(): Round {
    const id = this.post?.id ?? '';
    const held = kept.get<Round>('round');
    return held?.post === id ? held : { post: id, answers: {}, text: '' };
  }

  keep(round: Round): void {
    kept.set('round', round);
  }

  choose(post: Post | undefined): void {
    this.chosen = post;
    if (post === undefined) kept.drop('chosen');
    else kept.set('chosen', post);
    this.desk.changed.emit();
    void this.look();
  }

  /** Chooses the post that a QR code names, once the server says what it is; until then the code is remembered. */
  async chooseNamed(id: string): Promise<'chosen' | 'unknown' | 'later'> {
    kept.set('named', id);
    const { operation, session, api } = this.desk;
    if (operation === undefined || session.who === undefined) return 'later';
    try {
      const found = await lookUp(api, operation.id, id);
      kept.drop('named');
      this.choose(found.id === this.desk.ownPost?.id ? undefined : found);
      return 'chosen';
    } catch (error) {
      if (!(error instanceof Problem) || error.passing || error.status === 401) return 'later';
      kept.drop('named');
      return 'unknown';
    }
  }

  /** The post named by a QR code that could not be asked about yet. */
  get named(): string | undefined {
    return kept.get<string>('named');
  }

  /** Another account's device now: what was chosen and known was not his. */
  forget(): void {
    this.chosen = undefined;
    this.known = { askedAt: 0 };
    this.follow.rest();
    for (const name of ['chosen', 'known', 'round', 'visit', 'transport', 'site', 'circuit']) kept.drop(name);
  }

  checkIn(): Promise<void> {
    const post = this.needed();
    return this.desk.send({ what: 'check-in', body: { post: post.id, occurredAt: this.stamp() } }, post.name);
  }

  report(kind: PostReport['kind'], more: Pick<PostReport, 'fields' | 'text'> = {}): Promise<void> {
    const post = this.needed();
    const phase = this.operation?.phase;
    const body = { kind, ...(phase == null ? {} : { phase }), ...more, occurredAt: this.stamp() };
    return this.desk.send({ what: 'post-report', post: post.id, body }, post.name);
  }

  /** How many others are known to be at the post. */
  get others(): number {
    const { account } = this.desk;
    return (this.mine(this.known.duty)?.present ?? []).filter((present) => present.account !== account?.id).length;
  }

  /** Ends one's own duty; the last to leave signs the post off, so that nobody is missed for it. */
  async end(): Promise<void> {
    if (this.others === 0) await this.report('SIGN_OFF');
    const post = this.needed();
    await this.desk.send({ what: 'check-out', post: post.id, body: { occurredAt: this.stamp() } }, post.name);
  }

  async situation(round: Round): Promise<void> {
    const text = round.text.trim();
    const fields = answered(this.fields, round.answers);
    await this.report('SITUATION', { fields, ...(text === '' ? {} : { text }) });
    kept.drop('round');
  }

  /** Now, by the device's own clock read as the operation's: the server corrects it by what the device's clock shows. */
  stamp(): string {
    return new Date(operationTime(this.operation?.clock, Date.now())).toISOString();
  }

  /** Asks what changed; what cannot be asked now is asked again later, the last answer stays. */
  look(): Promise<void> {
    this.looking ??= this.ask().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async ask(): Promise<void> {
    const { account, operation, session } = this.desk;
    if (account === undefined || operation === undefined || session.who === undefined) return;
    const unit = this.post?.unit ?? account.unit;
    if (this.named !== undefined) await this.chooseNamed(this.named);
    const asked = this.post?.id;
    try {
      this.know(await this.follow.look(operation.id, unit, this.post, account.id));
      if (!document.hidden) this.listen(operation.id, unit, account.id);
    } catch {
      // The page says that it is not connected, and when it last asked.
    }
    this.desk.changed.emit();
    // The post became known, or another was chosen, while the answer was on its way.
    if (this.post?.id !== asked) await this.ask();
  }

  private know(known: Known): void {
    alarm(this.known, known);
    this.known = known;
    learn(known.units ?? []);
    kept.set('known', known);
  }

  /** Orders must not wait for the next time it asks. */
  private listen(operation: string, unit: string, account: string): void {
    this.follow.listen(operation, unit, ports(this.desk.api, this.desk.session), {
      changed: () => {
        this.know(this.follow.known(this.post, account));
        this.desk.changed.emit();
      },
      confirmed: () => (this.known = { ...this.known, askedAt: Date.now() }),
      ended: (end) => this.ended(end),
    });
  }

  private ended(end: End): void {
    const { session } = this.desk;
    if (end === 'session-ended') session.end('ended');
    else if (end === 'account-disabled') session.end('disabled');
    else if (end === 'credentials-refused' && session.state.is === 'in') session.end('expired');
  }

  private mine<T extends { readonly id: string }>(entity: T | undefined): T | undefined {
    return entity?.id === this.post?.id ? entity : undefined;
  }

  private needed(): Post {
    if (this.post === undefined) throw new Error('no post');
    return this.post;
  }
}
