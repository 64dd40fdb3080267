import type { Answer } from '../../core/api.js';
import type { Conference } from '../../core/conferences.js';
import {
  isLate,
  roomOf,
  roomsOf,
  stands,
  unanswered,
  waitingFor,
  type Directive,
  type DirectiveRoom,
} from '../../core/directives.js';
import { explain } from '../../core/explain.js';
import { bind } from '../../core/files.js';
import { commandId } from '../../core/id.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import { Bindings } from './bindings.js';
import { chaseQuestion, doneQuestion } from './questions.js';

/** What a directive that is being written begins with. */
export interface DirectiveDraft {
  readonly title?: string;
  readonly text?: string;
  /** The directive to be replaced. */
  readonly supersedes?: Directive;
  /** The decision of a conference that it is born of. */
  readonly decision?: string;
}

export const directivePath = (id: string): string => `/directives/${encodeURIComponent(id)}`;

/** What a room does with directives from anywhere on the page, by button or key. */
export class Orders {
  /** What the form of a directive begins with while it is open. */
  draft: DirectiveDraft | undefined;
  /** What the form of a conference begins with while it is open: a new one, or the one to change. */
  convening: Conference | 'new' | undefined;
  /** Ids of commands whose outcome is not known yet. */
  private readonly ids = new Map<string, string>();
  private readonly busy = new Set<string>();

  /** Files whose directive is issued and has them not yet. */
  readonly bindings: Bindings;

  constructor(private readonly desk: Desk) {
    this.bindings = new Bindings(
      () => desk.session.who?.account.id,
      ({ directive, ...file }) => bind(desk.api, { ...file, subject: `directive/${directive}` }),
      explain,
      () => desk.changed.emit(),
    );
  }

  compose(draft: DirectiveDraft = {}): void {
    this.draft = draft;
    this.desk.changed.emit();
  }

  convene(conference: Conference | 'new' = 'new'): void {
    this.convening = conference;
    this.desk.changed.emit();
  }

  leave(): void {
    this.draft = this.convening = undefined;
    this.desk.changed.emit();
  }

  /** Whether this account answers for its room. */
  get answers(): boolean {
    return this.desk.session.may('directive.answer');
  }

  sending(directive: Directive): boolean {
    return this.busy.has(`${directive.id} acknowledgement`);
  }

  /** Notes that the room has the directive open; said to nobody, repeated when it fails. */
  async read(directive: Directive): Promise<void> {
    await this.send(directive, 'reading');
  }

  async acknowledge(directive: Directive): Promise<void> {
    try {
      const answer = await this.send(directive, 'acknowledgement');
      if (answer !== undefined) this.desk.say(t('directive.acknowledge.done', { number: directive.number }));
    } catch (error) {
      this.desk.say(explain(error));
    }
  }

  /** The next thing for one's own room: acknowledge what is in sight, report it done, or show what waits. */
  answer(): void {
    const { desk } = this;
    if (!this.answers) return;
    const { store } = desk.live;
    const [waiting] = waitingFor(store, desk.home);
    const open = one(store, 'directive', desk.route.directive);
    const room = open === undefined ? undefined : roomOf(store, open.id, desk.home);
    if (open !== undefined && room !== undefined && room.state !== 'DONE' && stands(open)) {
      if (unanswered(room)) void this.acknowledge(open);
      else desk.ask(doneQuestion(open));
    } else if (waiting?.directive.urgency === 'FLASH') void this.acknowledge(waiting.directive);
    else if (waiting !== undefined) desk.turn('directives', { directive: waiting.directive.id });
    else desk.turn('directives');
  }

  /** Reminds the late rooms of the directive that is open; where none is late, all that are not done. */
  chase(): void {
    const { desk } = this;
    const { store } = desk.live;
    const open = one(store, 'directive', desk.route.directive);
    if (open === undefined || !this.chases) return;
    const rooms = this.undone(open);
    const late = rooms.filter((room) => isLate(open, room, desk.asOf));
    if (rooms.length === 0) desk.say(t('directive.chase.none'));
    else desk.ask(chaseQuestion(desk, open, late.length > 0 ? late : rooms, late.length > 0));
  }

  /** The rooms below one's own that have it still to do. */
  undone(directive: Directive): DirectiveRoom[] {
    if (!stands(directive)) return [];
    const { store } = this.desk.live;
    return roomsOf(store, directive.id).filter(({ state, unit }) => state !== 'DONE' && unit !== this.desk.home);
  }

  /** Whether this account may remind the rooms below it. */
  get chases(): boolean {
    return this.desk.session.may('directive.chase');
  }

  /** Whether this account may replace and withdraw the directive, and say that a room has not done it. */
  commands(directive: Directive): boolean {
    return this.desk.session.may('directive.issue') && directive.unit === this.desk.home && stands(directive);
  }

  /** Keeps the id until the outcome is known; undefined while the same is on its way. */
  private async send(directive: Directive, what: 'reading' | 'acknowledgement'): Promise<Answer | undefined> {
    const key = `${directive.id} ${what}`;
    if (this.busy.has(key)) return undefined;
    const id = this.ids.get(key) ?? commandId();
    this.ids.set(key, id);
    this.busy.add(key);
    this.desk.changed.emit();
    try {
      const answer = await this.desk.command(`${directivePath(directive.id)}/${what}`, {}, id);
      this.ids.delete(key);
      return answer;
    } finally {
      this.busy.delete(key);
      this.desk.changed.emit();
    }
  }
}
