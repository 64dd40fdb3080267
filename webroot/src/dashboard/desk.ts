import { Api, Problem, type Answer } from '../core/api.js';
import { entries, type Codes } from '../core/codes.js';
import type { End } from '../core/connection.js';
import { commandId } from '../core/id.js';
import type { ReportPlan } from '../core/entities.js';
import { Live } from '../core/live.js';
import { seqOf, type Operation, type Unit } from '../core/protocol.js';
import { operationTime } from '../core/operation.js';
import { learn, learnCommissions, line } from '../core/place.js';
import {
  codes,
  inside,
  operations,
  ports,
  preferred,
  readOperation,
  send,
  units,
  type OperationLine,
} from '../core/remote.js';
import { Session } from '../core/session.js';
import { Signal } from '../core/signal.js';
import { one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { Upload, type List } from '../core/upload.js';
import type { Asked, Inquiry, Question } from '../ui/question.js';
import { format, offered, opened, parse, without, type Page, type Route } from './route.js';
import { AlarmDesk } from './alarm/desk.js';
import { Orders } from './directive/orders.js';
import { Acting } from './triage/acting.js';
import type { Asking } from './triage/acts.js';
import type { Means } from './triage/work.js';

const remembered = 'haetae.operation';
const lookAgainMillis = 5_000;
/** How often a desk without the live picture reads the operation anew: people change it, not machines. */
const readAgainMillis = 15_000;
/** So long one's own entry may take to the screen before one goes on without it. */
const shownMillis = 3_000;

/** Everything a desk works with, put together once and handed to the components. */
export class Desk {
  readonly api = new Api();
  readonly session = new Session(this.api);
  readonly live: Live;
  readonly acting: Acting;
  readonly orders: Orders;
  readonly alarms: AlarmDesk;
  readonly moved = new Signal();
  readonly changed = new Signal();
  route: Route = parse(location.search);
  codes: Codes | undefined;
  list: readonly OperationLine[] | undefined;
  failure: unknown;
  /** Said politely to screen readers and shown for a while. */
  said = '';
  /** A refusal to show beside the page: the scope was not allowed. */
  forbidden = false;
  /** What the dialog asks now. */
  question: Question | Inquiry | undefined;
  /** Lists on their way, by operation and kind: they outlive the page that shows them. */
  private readonly uploads = new Map<string, Upload>();
  private following = '';
  private learnt = false;
  /** The operation as it was read, where there is no picture to see it in. */
  private read: Operation | undefined;
  /** The operation's time when it was read last. */
  readAt: number | undefined;
  private readAgain: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.live = new Live(
      ports(this.api, this.session),
      (change) => this.api.saw(change.upTo, change.reset === true),
      (end) => this.ended(end),
    );
    this.acting = new Acting(this);
    this.orders = new Orders(this);
    this.alarms = new AlarmDesk(this);
    this.session.changed.subscribe(() => this.entered());
    window.addEventListener('popstate', () => {
      this.route = parse(location.search);
      this.follow();
      this.moved.emit();
    });
  }

  get operation(): OperationLine | undefined {
    return this.list === undefined
      ? undefined
      : preferred(this.list, this.route.operation ?? localStorage.getItem(remembered) ?? undefined);
  }

  get home(): string {
    return this.session.who?.account.unit ?? '';
  }

  get scope(): string {
    return this.route.scope ?? this.home;
  }

  /** What the account is cleared for, beside the general. */
  get clearances(): readonly string[] {
    return this.session.who?.account.clearances ?? [];
  }

  /** The units above one's own, the nearest first. */
  get superiors(): readonly Unit[] {
    return line(this.live.store, this.home).slice(0, -1).reverse();
  }

  /** The page shown: the one asked for, or the first that this account has. */
  get page(): Page {
    const offered = this.offered;
    return offered.includes(this.route.page) ? this.route.page : (offered[0] ?? 'operation');
  }

  get offered(): readonly Page[] {
    return offered((action) => this.session.may(action));
  }

  /** Whether the live picture is this account's to see: an administrator manages operations and lists without it. */
  get sees(): boolean {
    return this.session.may('picture.see') || this.liaison;
  }

  /** Whether this is an election commission's: it sees what is shared with it, on a page of its own. */
  get liaison(): boolean {
    return this.session.may('liaison.report');
  }

  /** The operation as the picture has it, or as it was read: phase, timetable, settings, clock. */
  get standing(): Operation | undefined {
    if (!this.sees) return this.read?.id === this.operation?.id ? this.read : undefined;
    return one(this.live.store, 'operation', this.operation?.id);
  }

  /** Which posts report at present, and how often. */
  get plan(): ReportPlan | undefined {
    return one(this.live.store, 'report-plan', this.operation?.id);
  }

  /** What decides which acts an account has. */
  get asking(): Asking {
    const settings = one(this.live.store, 'incident-settings', this.operation?.id);
    return {
      may: (action) => this.session.may(action),
      works: (handling) => this.session.works(handling),
      closureNeedsApproval: settings?.closureNeedsApproval ?? false,
      clearances: this.clearances,
      owns: (unit) => line(this.live.store, unit).some(({ id }) => id === this.home),
      superiors: this.superiors.length > 0,
    };
  }

  /** How commands about incidents are sent and seen to have happened. */
  get means(): Means {
    return {
      send: ({ incident, step, id }, seen) =>
        this.api.command(
          `${inside(this.operation?.id ?? '')}/incidents/${encodeURIComponent(incident.id)}${step.path}`,
          step.body,
          id,
          { seen },
        ),
      newest: (incident) => one(this.live.store, 'incident', incident)?.seq,
      shown: (seq) => this.shown(seq),
      done: ({ incident, step }) => this.say(t('act.done', { number: incident.number, act: t(step.name) })),
    };
  }

  /** What the operation's clock shows now: a drill's may run faster than the world's. */
  get now(): number {
    return this.live.clock.now();
  }

  /** The operation's time that the picture on screen is from; now, while there is none. */
  get asOf(): number {
    return this.live.asOf ?? this.now;
  }

  go(change: Partial<Route>, replace = false): void {
    this.show({ ...this.route, ...change }, replace);
  }

  /** To another page of the middle, or to something on it; what is open over it is left. */
  turn(page: Page, open: Partial<Route> = {}): void {
    this.show({ ...without(this.route, ...opened), page, ...open }, false);
  }

  /** To an address as a whole. */
  visit(route: Route): void {
    this.show(route, false);
  }

  /** Back from what is open to what it was opened from, and from a wall or a sheet to the page. */
  leave(field: (typeof opened)[number] | 'sheet' | 'wall'): void {
    if (this.route[field] === undefined) return;
    this.show(without(this.route, field, ...(field === 'conference' ? (['minutes'] as const) : [])), false);
  }

  say(words: string): void {
    this.said = words;
    this.changed.emit();
  }

  ask(question: Question | Inquiry): void {
    this.question = question;
    this.changed.emit();
  }

  leaveQuestion(): void {
    this.question = undefined;
    this.changed.emit();
  }

  /** A command on the operation's ledger. The caller keeps `id` over repeats. */
  command(path: string, body: unknown, id = commandId()): Promise<Answer & { id?: string; number?: string }> {
    return this.order({ path, body }, id);
  }

  /** The same, where it is not a POST or not of this operation. */
  async order(asked: Asked, id: string): Promise<Answer & { id?: string; number?: string }> {
    const path = asked.whole === true ? asked.path : `${inside(this.operation?.id ?? '')}${asked.path}`;
    const answer = await this.api.command<Answer>(path, asked.body ?? {}, id, { method: asked.method ?? 'POST' });
    if (!this.sees) void this.look();
    return answer;
  }

  upload(list: List): Upload {
    const operation = this.operation?.id ?? '';
    const key = `${operation} ${list}`;
    const held = this.uploads.get(key);
    if (held !== undefined) return held;
    const made = new Upload(
      (sending) => send(this.api, operation, list, sending),
      () => this.changed.emit(),
    );
    this.uploads.set(key, made);
    return made;
  }

  async load(): Promise<void> {
    if (this.session.state.is !== 'in') return;
    this.failure = undefined;
    this.changed.emit();
    try {
      [this.codes, this.list] = await Promise.all([codes(this.api), operations(this.api)]);
      learnCommissions(entries(this.codes, 'commissions'));
      this.follow();
      if (this.list.length === 0) setTimeout(() => void this.load(), lookAgainMillis);
    } catch (error) {
      this.failure = error;
      const lasting = error instanceof Problem && !error.passing;
      if (!lasting) setTimeout(() => void this.load(), lookAgainMillis);
    }
    this.changed.emit();
  }

  private shown(seq: number): Promise<void> {
    const there = (): boolean => seqOf(this.live.store.cursor) >= seq;
    if (there()) return Promise.resolve();
    return new Promise((done) => {
      const end = this.live.changed.subscribe(() => {
        if (there()) finish();
      });
      const timer = setTimeout(finish, shownMillis);
      function finish(): void {
        end();
        clearTimeout(timer);
        done();
      }
    });
  }

  private show(route: Route, replace: boolean): void {
    this.route = route;
    if (replace) history.replaceState(undefined, '', format(route));
    else history.pushState(undefined, '', format(route));
    this.follow();
    this.moved.emit();
  }

  private entered(): void {
    if (this.session.state.is === 'out') {
      this.live.stop();
      clearTimeout(this.readAgain);
      this.following = '';
      this.list = this.read = undefined;
      this.uploads.clear();
    } else if (this.session.state.is === 'in' && this.list === undefined) void this.load();
    this.changed.emit();
  }

  private follow(): void {
    const operation = this.operation?.id;
    if (operation === undefined || this.session.state.is !== 'in' || this.failure !== undefined) return;
    localStorage.setItem(remembered, operation);
    if (!this.sees) {
      if (this.following !== operation) void this.look();
      this.following = operation;
      return;
    }
    const wanted = `${operation} ${this.scope}`;
    if (wanted === this.following) return;
    this.following = wanted;
    this.live.follow(operation, this.scope);
    if (!this.liaison) void this.learn(operation);
  }

  /** The names of units outside the view, once; until then they are called by their codes. */
  private async learn(operation: string): Promise<void> {
    if (this.learnt) return;
    this.learnt = true;
    try {
      learn(await units(this.api, operation));
      this.changed.emit();
    } catch {
      this.learnt = false;
    }
  }

  /** Reads the operation shown, now and from time to time. The last one read stays while there is no answer. */
  private async look(): Promise<void> {
    const id = this.operation?.id;
    clearTimeout(this.readAgain);
    if (id === undefined || this.session.state.is !== 'in') return;
    this.readAgain = setTimeout(() => void this.look(), readAgainMillis);
    try {
      const read = await readOperation(this.api, id);
      if (id !== this.operation?.id) return;
      this.read = read;
      this.failure = undefined;
      const real = Date.now() + this.api.offset;
      this.live.clock.hear(new Date(operationTime(read.clock, real)).toISOString(), read.clock.rate);
      this.readAt = this.now;
    } catch (error) {
      if (this.read?.id !== id) this.failure = error;
      this.following = '';
    }
    this.changed.emit();
  }

  private ended(end: End): void {
    this.following = '';
    switch (end) {
      case 'session-ended':
        this.session.end('ended');
        break;
      case 'account-disabled':
        this.session.end('disabled');
        break;
      case 'credentials-refused':
        if (this.session.state.is === 'in') this.session.end('expired');
        break;
      case 'operation-unknown':
        localStorage.removeItem(remembered);
        this.failure = new Problem(404, 'operation-unknown', '');
        this.show(without(this.route, 'operation'), true);
        this.changed.emit();
        break;
      case 'scope-forbidden':
        this.fallBack();
        break;
    }
  }

  /** To one's own unit; there is nothing further to fall back to when that itself is refused. */
  private fallBack(): void {
    this.forbidden = true;
    if (this.scope === this.home) this.failure = new Problem(403, 'scope-forbidden', '');
    else this.show(without(this.route, 'scope', 'incident'), true);
    this.changed.emit();
  }
}
