import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isLate, stands, unanswered, type Directive, type DirectiveRoom } from '../../core/directives.js';
import { said } from '../../core/erasure.js';
import { moment, number } from '../../core/format.js';
import { unitName } from '../../core/place.js';
import { t, type Word } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { roomMark, roomStyles } from '../../ui/room-mark.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import { acknowledgeForQuestion, chaseQuestion, doneQuestion, reopenQuestion } from './questions.js';

/** How far one room is with one directive, by its times, and what its issuer may do about it. Fires `close`. */
@customElement('haetae-directive-room')
export class DirectiveRoomCard extends View {
  static override styles = [
    controls,
    panelStyles,
    roomStyles,
    css`
      :host {
        display: block;
        padding: 0;
        overflow: visible;
      }
      .close {
        margin-left: auto;
      }
      .times {
        display: flex;
        flex-wrap: wrap;
        gap: 0.15rem 1rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) directive!: Directive;
  @property({ attribute: false }) room!: DirectiveRoom;
  /** The operation's time. */
  @property({ type: Number }) now = 0;

  protected override render(): TemplateResult {
    const { desk, directive, room } = this;
    const late = isLate(directive, room, this.now);
    const at = (name: 'directive.read' | 'directive.acknowledged' | 'directive.finished', when?: string | null) =>
      when == null ? nothing : html`<span>${t(name, { at: moment(when, this.now) })}</span>`;
    const { posts } = room;
    return html`<div class="card ${late ? 'look' : ''}" data-testid="directive-room" data-unit=${room.unit}>
      <div class="title">
        <h3>${unitName(desk.live.store, room.unit)}</h3>
        ${roomMark(desk.codes, room.state, late)}
        <button
          class="close"
          aria-label=${t('close.panel')}
          data-testid="directive-room-close"
          @click=${() => this.dispatchEvent(new CustomEvent('close'))}
        >
          ✕
        </button>
      </div>
      <p class="times">
        ${at('directive.read', room.readAt)} ${at('directive.acknowledged', room.acknowledgedAt)}
        ${at('directive.finished', room.doneAt)}
        ${room.who == null ? nothing : html`<span class="quiet">${t('directive.by')} ${room.who}</span>`}
        ${(room.chased ?? 0) > 0 ? html`<span class="warn">${t('directive.chased', { n: number(room.chased ?? 0), at: moment(room.lastChasedAt ?? '', this.now) })}</span>` : nothing}
        ${
          posts == null || posts.asked === 0
            ? nothing
            : html`<span
                >${t('directive.posts.count', { acknowledged: number(posts.acknowledged), asked: number(posts.asked) })}</span
              >`
        }
      </p>
      ${room.note == null ? nothing : html`<p><span class="quiet">${t('directive.note')}</span> ${said(room.note)}</p>`}
      ${room.returned == null ? nothing : html`<p class="warn">${t('directive.reopened', { reason: said(room.returned) })}</p>`}
      <div class="acts">${this.acts()}</div>
    </div>`;
  }

  /** Its superior reminds it, or enters for it what it said by telephone; its issuer takes back what is not done. */
  private acts(): TemplateResult | typeof nothing {
    const { desk, directive, room } = this;
    if (!stands(directive) || room.unit === desk.home) return nothing;
    const { orders } = desk;
    const button = (testId: string, name: Word, press: () => void): TemplateResult =>
      html`<button data-testid=${testId} @click=${press}>${t(name)}</button>`;
    if (room.state === 'DONE')
      return orders.commands(directive)
        ? button('directive-reopen', 'directive.reopen', () => desk.ask(reopenQuestion(desk, directive, room)))
        : nothing;
    return html`${
      orders.chases
        ? button('directive-chase-one', 'directive.chase.one', () =>
            desk.ask(chaseQuestion(desk, directive, [room], false)),
          )
        : nothing
    }
    ${
      orders.answers && unanswered(room)
        ? button('directive-acknowledge-for', 'directive.acknowledge.for', () =>
            desk.ask(acknowledgeForQuestion(desk, directive, room)),
          )
        : nothing
    }
    ${orders.answers ? button('directive-done-for', 'directive.do.for', () => desk.ask(doneQuestion(directive, room.unit))) : nothing}`;
  }
}
