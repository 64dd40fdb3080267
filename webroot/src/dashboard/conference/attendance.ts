import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { attendance, type Attendance, type Conference, type ConferenceRoom } from '../../core/conferences.js';
import { said } from '../../core/erasure.js';
import { moment } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { absentQuestion } from './questions.js';

const marks: Readonly<Record<Attendance, string>> = { PRESENT: '●', LEFT: '◑', ABSENT: '✕', INVITED: '○' };

/** One room of a conference: there or not, since when or why not. Fires `turn` when it comes or goes. */
@customElement('haetae-attendance')
export class AttendanceLine extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.2rem 0.6rem;
        padding: 0.15rem 0;
      }
      .acts {
        margin-left: auto;
        padding: 0;
      }
      :host([own]) .acts {
        margin-left: 0;
      }
      .PRESENT {
        color: var(--good);
      }
      .ABSENT,
      .LEFT {
        color: var(--quiet);
      }
      .INVITED {
        color: var(--warn);
      }
      button {
        padding: 0.1rem 0.5rem;
      }
      :host([own]) button {
        padding: 0.3rem 0.7rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) conference!: Conference;
  @property({ attribute: false }) room!: ConferenceRoom;
  /** Whether this account may record it for the room. */
  @property({ attribute: false }) may = false;
  /** One's own room: without its name, with larger buttons. */
  @property({ type: Boolean, reflect: true }) own = false;

  protected override render(): TemplateResult {
    const { desk, room } = this;
    const is = attendance(room);
    const at = is === 'PRESENT' ? room.joinedAt : is === 'LEFT' ? room.leftAt : undefined;
    return html`<div data-testid="attendance-line" data-unit=${room.unit} data-attendance=${is}>
      ${this.own ? nothing : html`<b>${unitLabel(desk.live.store, room.unit)}</b>`}
      <span class=${is}><span aria-hidden="true">${marks[is]}</span> ${t(`conference.attendance.${is}`)}</span>
      ${at == null ? nothing : html`<time class="quiet">${moment(at, desk.asOf)}</time>`}
      ${is === 'ABSENT' ? html`<span class="quiet">${said(room.absent ?? '')}</span>` : nothing}
      ${this.own || this.may ? this.acts(is) : nothing}
    </div>`;
  }

  private acts(is: Attendance): TemplateResult {
    const { desk, conference, room } = this;
    const unit = unitLabel(desk.live.store, room.unit);
    return html`<span class="acts">
      <button
        class=${this.own && is === 'INVITED' ? 'main' : ''}
        data-testid="attendance-turn"
        aria-label=${is === 'PRESENT' || this.own ? nothing : t('conference.join.one', { unit })}
        @click=${() => this.dispatchEvent(new CustomEvent('turn'))}
      >
        ${t(is === 'PRESENT' ? 'conference.leave' : 'conference.join')}
      </button>
      ${
        is === 'INVITED'
          ? html`<button
              data-testid="attendance-absent"
              @click=${() => desk.ask(absentQuestion(desk, conference, room))}
            >
              ${t('conference.absent')}
            </button>`
          : nothing
      }
    </span>`;
  }
}
