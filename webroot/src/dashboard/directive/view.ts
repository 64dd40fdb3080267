import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../../core/api.js';
import { isLate, roomOf, roomsOf, stands, type Directive, type DirectiveRoom } from '../../core/directives.js';
import { said } from '../../core/erasure.js';
import { explain } from '../../core/explain.js';
import { directiveHistory, type DirectiveHistory } from '../../core/orders-remote.js';
import type { Signal } from '../../core/signal.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { focusIfFree } from '../../ui/first-focus.js';
import { urgencyMark } from '../../ui/urgency-mark.js';
import { View } from '../../ui/view.js';
import '../attachments.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import '../timeline.js';
import { bindingNotice } from './binding-notice.js';
import { directiveFacts, ownRoom } from './facts.js';
import { ending, lineStyles, summary } from './line.js';
import './matrix.js';
import { withdrawQuestion } from './questions.js';

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
    return html`<div class="head">
        <button class="plain" data-testid="directive-back" @click=${() => desk.leave('directive')}>
          ‹ ${t('directive.back')}
        </button>
        <div class="acts">${this.commands(directive)}</div>
      </div>
      <article class="card" data-testid="directive" data-directive-id=${directive.id}>
        <div class="title">
          ${urgencyMark(desk.codes, directive.urgency)}
          <h3><span data-testid="directive-number">${directive.number}</span> ${said(directive.title)}</h3>
          ${ending(desk, directive)}
        </div>
        <p class="text" data-testid="directive-text">${said(directive.text)}</p>
        ${directiveFacts(desk, directive)} ${ownRoom(desk, directive)}
      </article>
      <section>
        ${bindingNotice(desk, directive)}
        <haetae-attachments .desk=${desk} .about=${directive}></haetae-attachments>
      </section>
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
      </section>
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
    const back = html`<button data-testid="directive-back" @click=${() => this.desk.leave('directive')}>
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
