import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../../core/api.js';
import { word } from '../../core/codes.js';
import {
  isLate,
  roomOf,
  roomsOf,
  stands,
  unanswered,
  type Directive,
  type DirectiveRoom,
} from '../../core/directives.js';
import { said } from '../../core/erasure.js';
import { explain } from '../../core/explain.js';
import { moment, number } from '../../core/format.js';
import { directiveHistory, type DirectiveHistory } from '../../core/orders-remote.js';
import { unitLabel, unitName } from '../../core/place.js';
import type { Signal } from '../../core/signal.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { focusIfFree } from '../../ui/first-focus.js';
import { roomMark } from '../../ui/room-mark.js';
import { urgencyMark } from '../../ui/urgency-mark.js';
import { View } from '../../ui/view.js';
import '../attachments.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import '../timeline.js';
import { acknowledgeButton, dueWords, ending, lineStyles, summary } from './line.js';
import './matrix.js';
import { doneQuestion, withdrawQuestion } from './questions.js';
import './room.js';

/** So many addressees are named. */
const mostNamed = 6;

/** One directive: what is ordered, how one's own room stands, how all rooms do, and what was recorded about it. */
@customElement('haetae-directive')
export class DirectiveView extends View {
  static override styles = [
    controls,
    panelStyles,
    ...lineStyles,
    css`
      :host {
        padding: 0;
        overflow: visible;
      }
      .text {
        font-size: 1.125rem;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-width: 60rem;
      }
      h3 {
        font-size: 1.25rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  /** Its id. */
  @property() directive = '';
  @state() private history: DirectiveHistory | undefined;
  @state() private failure: unknown;
  @state() private room = '';
  private asked = '';
  private noted = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.changed];
  }

  protected override willUpdate(): void {
    const { store } = this.desk.live;
    const id = this.directive;
    if (store.cursor === undefined) return;
    const newest = Math.max(0, ...roomsOf(store, id).map(({ seq }) => seq));
    const files = one(store, 'attachments', id)?.seq ?? 0;
    const wanted = `${id} ${[one(store, 'directive', id)?.seq, newest, files].join(' ')}`;
    if (wanted !== this.asked) {
      if (!this.asked.startsWith(`${id} `)) {
        this.history = undefined;
        this.room = '';
      }
      this.asked = wanted;
      void this.fetch(wanted);
    }
    void this.note();
  }

  protected override updated(): void {
    if (this.noted === this.directive) focusIfFree(this.renderRoot.querySelector<HTMLElement>('button.main'));
  }

  protected override render(): TemplateResult {
    const directive = this.shown;
    if (directive === undefined) return this.absent();
    const { desk } = this;
    const rooms = this.rooms;
    const open = stands(directive);
    return html`<div class="head">
        <button class="plain" data-testid="directive-back" @click=${() => desk.leaveDirective()}>
          ‹ ${t('directive.back')}
        </button>
        <div class="acts">${this.commands(directive)}</div>
      </div>
      <article class="card" data-testid="directive" data-directive-id=${directive.id}>
        <div class="title">
          ${urgencyMark(desk.codes, directive.urgency)}
          <h3><span data-testid="directive-number">${directive.number}</span> ${said(directive.title)}</h3>
          ${ending(directive)}
        </div>
        <p class="text" data-testid="directive-text">${said(directive.text)}</p>
        ${this.facts(directive, open)} ${this.own(directive, open)}
      </article>
      <section>
        <div class="head">
          <h3>${t('directive.matrix')}</h3>
          ${summary(rooms, (room) => isLate(directive, room, desk.asOf))}
        </div>
        <haetae-directive-matrix
          .desk=${desk}
          .directive=${directive}
          .rooms=${rooms}
          .now=${desk.asOf}
          .open=${this.room}
          @chosen=${(event: CustomEvent<string>) => (this.room = this.room === event.detail ? '' : event.detail)}
        ></haetae-directive-matrix>
        ${this.opened(directive, rooms)}
      </section>
      <haetae-attachments .desk=${desk} .about=${directive}></haetae-attachments>
      <section>
        <h3>${t('timeline.title')}</h3>
        ${this.failure === undefined ? nothing : this.failed()}
        ${
          this.history === undefined
            ? html`<p class="quiet" role="status">${this.failure === undefined ? t('loading') : ''}</p>`
            : html`<haetae-timeline
                .desk=${desk}
                .lines=${this.history.timeline}
                @stale=${() => void this.fetch(this.asked)}
              ></haetae-timeline>`
        }
      </section>`;
  }

  private facts(directive: Directive, open: boolean): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const to = named(directive.to.map((unit) => unitLabel(store, unit)));
    const who = [unitName(store, directive.unit), directive.by?.name].filter(Boolean).join(' ');
    const { posts, ending: ended } = directive;
    return html`<dl class="facts">
      <dt>${t('directive.from', { unit: '' }).trim()}</dt>
      <dd>${t('directive.issuedAt', { at: moment(directive.issuedAt, desk.asOf), who })}</dd>
      <dt>${t('directive.to')}</dt>
      <dd data-testid="directive-to">${directive.below ? t('directive.to.below', { units: to }) : to}</dd>
      ${
        posts.length === 0
          ? nothing
          : html`<dt>${t('directive.posts')}</dt>
              <dd>${posts.map((kind) => word(desk.codes, 'postKinds', kind)).join(', ')}</dd>`
      }
      <dt>${t('compose.due')}</dt>
      <dd>${dueWords(desk, directive, open)}</dd>
      ${this.link(directive.supersedes, t('directive.supersedes'), directive.supersedes)}
      ${directive.decision == null ? nothing : html`<dt></dt><dd>${t('directive.born')}</dd>`}
    </dl>
    ${
      ended == null || directive.state !== 'WITHDRAWN'
        ? nothing
        : html`<p class="notice late">
            ${t('directive.withdrawn', { at: moment(ended.at, desk.asOf), reason: said(ended.reason ?? '') })}
          </p>`
    }
    ${
      directive.supersededBy == null
        ? nothing
        : html`<p class="notice late">
            ${t('directive.superseded')}
            <button data-testid="superseding" @click=${() => desk.go({ directive: directive.supersededBy ?? '' })}>
              ${t('directive.superseded.open')}
            </button>
          </p>`
    }`;
  }

  private link(id: string | null | undefined, name: string, to: string | null | undefined): TemplateResult | typeof nothing {
    if (id == null) return nothing;
    const held = one(this.desk.live.store, 'directive', id);
    return html`<dt>${name}</dt>
      <dd>
        <button class="plain" @click=${() => this.desk.go({ directive: to ?? '' })}>${held?.number ?? t('flash.open')}</button>
      </dd>`;
  }

  /** How one's own room stands, and the next thing it does. */
  private own(directive: Directive, open: boolean): TemplateResult | typeof nothing {
    const { desk } = this;
    const room = roomOf(desk.live.store, directive.id, desk.home);
    if (room === undefined) return nothing;
    const late = isLate(directive, room, desk.asOf);
    return html`<div class="notice ${late ? 'late' : ''}" data-testid="own-room">
      <div class="title">
        <b>${t('directive.own')}</b> ${roomMark(room.state, late)}
        ${room.returned == null || room.state === 'DONE' ? nothing : html`<b class="alarm">${t('directive.reopened', { reason: said(room.returned) })}</b>`}
        ${(room.chased ?? 0) > 0 && room.state !== 'DONE' ? html`<span class="warn">${t('directive.chased', { n: number(room.chased ?? 0), at: moment(room.lastChasedAt ?? '', desk.asOf) })}</span>` : nothing}
      </div>
      <div class="acts">
        ${open && unanswered(room) ? acknowledgeButton(desk, directive) : nothing}
        ${
          open && room.state === 'ACKNOWLEDGED' && desk.orders.answers
            ? html`<button
                class="main"
                data-testid="directive-done"
                aria-keyshortcuts="y"
                @click=${() => desk.ask(doneQuestion(directive))}
              >
                ${t('directive.do')} <kbd aria-hidden="true">y</kbd>
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  private commands(directive: Directive): TemplateResult | typeof nothing {
    const { desk } = this;
    const chase =
      desk.orders.chases && desk.orders.undone(directive).length > 0
        ? html`<button data-testid="directive-chase" aria-keyshortcuts="i" @click=${() => desk.orders.chase()}>
            ${t('directive.chase')} <kbd aria-hidden="true">i</kbd>
          </button>`
        : nothing;
    if (!desk.orders.commands(directive)) return chase;
    return html`${chase}
      <button data-testid="directive-replace" @click=${() => desk.orders.compose({ supersedes: directive })}>
        ${t('directive.replace')}
      </button>
      <button data-testid="directive-withdraw" @click=${() => desk.ask(withdrawQuestion(directive))}>
        ${t('directive.withdraw')}
      </button>`;
  }

  private opened(directive: Directive, rooms: readonly DirectiveRoom[]): TemplateResult | typeof nothing {
    const room = rooms.find(({ unit }) => unit === this.room);
    if (room === undefined) return nothing;
    return html`<haetae-directive-room
      .desk=${this.desk}
      .directive=${directive}
      .room=${room}
      @close=${() => (this.room = '')}
    ></haetae-directive-room>`;
  }

  private get shown(): Directive | undefined {
    return one(this.desk.live.store, 'directive', this.directive) ?? this.history?.directive;
  }

  /** As the picture has them; of a directive that left it, as they were read. */
  private get rooms(): readonly DirectiveRoom[] {
    const live = roomsOf(this.desk.live.store, this.directive);
    return live.length > 0 ? live : (this.history?.rooms ?? []);
  }

  /** Opening it is reading it. */
  private async note(): Promise<void> {
    const { desk } = this;
    const directive = one(desk.live.store, 'directive', this.directive);
    if (directive === undefined || this.noted === directive.id) return;
    this.noted = directive.id;
    const room = roomOf(desk.live.store, directive.id, desk.home);
    if (room === undefined || room.state !== 'UNREAD' || !desk.orders.answers || !stands(directive)) return;
    try {
      await desk.orders.read(directive);
    } catch (error) {
      desk.say(explain(error));
    }
  }

  private absent(): TemplateResult {
    const gone = this.failure instanceof Problem && [403, 404].includes(this.failure.status);
    const back = html`<button data-testid="directive-back" @click=${() => this.desk.leaveDirective()}>
      ${t('directive.back')}
    </button>`;
    if (gone) return html`<p class="state" data-testid="directive-gone">${t('directive.gone')} ${back}</p>`;
    if (this.failure !== undefined) return html`<div class="state">${this.failed()} ${back}</div>`;
    return html`<p class="state" role="status">${t('loading')}</p>`;
  }

  private failed(): TemplateResult {
    return html`<p class="notice bad" role="alert">
      ${t('directive.failed')} ${explain(this.failure)}
      <button @click=${() => void this.fetch(this.asked)}>${t('retry')}</button>
    </p>`;
  }

  private async fetch(wanted: string): Promise<void> {
    try {
      const found = await directiveHistory(this.desk.api, this.desk.operation?.id ?? '', this.directive);
      if (wanted !== this.asked) return;
      this.history = found;
      this.failure = undefined;
    } catch (error) {
      if (wanted !== this.asked) return;
      this.failure = error;
    }
  }
}

/** The first of many, and how many more there are. */
function named(units: readonly string[]): string {
  const shown = units.slice(0, mostNamed).join(', ');
  const more = units.length - mostNamed;
  return more > 0 ? `${shown} ${t('directive.matrix.late.more', { n: number(more) })}` : shown;
}
