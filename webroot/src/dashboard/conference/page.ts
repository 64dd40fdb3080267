import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import {
  arrangedConferences,
  attendance,
  conferenceRoom,
  conferenceRooms,
  lasting,
  type Conference,
} from '../../core/conferences.js';
import { explain } from '../../core/explain.js';
import { moment, number } from '../../core/format.js';
import { conferences } from '../../core/orders-remote.js';
import { unitLabel } from '../../core/place.js';
import type { Signal } from '../../core/signal.js';
import { all } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import './minutes.js';
import './view.js';
import { when } from './when.js';

const pageSize = 30;

/** 지휘부 화상회의: what runs and what is to come, and those that are over. */
@customElement('haetae-conferences')
export class ConferencesPage extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      .open {
        display: grid;
        gap: 0.2rem;
        text-align: left;
        white-space: normal;
        background: none;
        border-color: transparent;
        padding: 0.25rem;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.15rem 1rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private past: readonly Conference[] | undefined;
  @state() private failure: unknown;
  private next: string | number | undefined;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved, this.desk.changed];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    if (store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    const { conference, minutes } = desk.route;
    if (conference !== undefined && minutes === true)
      return html`<haetae-minutes .desk=${desk} .conference=${conference}></haetae-minutes>`;
    if (conference !== undefined)
      return html`<haetae-conference .desk=${desk} .conference=${conference}></haetae-conference>`;
    const held = arrangedConferences(all(store, 'conference').values()).filter(lasting);
    return html`
      <div class="head">
        <h2>${t('nav.conferences')}</h2>
        ${
          desk.session.may('conference.convene')
            ? html`<button class="main" data-testid="conference-convene" @click=${() => desk.orders.convene()}>
                ${t('conference.convene')}
              </button>`
            : nothing
        }
      </div>
      ${held.length === 0 ? html`<p class="state" data-testid="conferences-empty">${t('conference.none')}</p>` : nothing}
      <ul class="cards" data-testid="conferences">
        ${held.map((it) => this.line(it))}
      </ul>
      ${this.ended()}
    `;
  }

  private line(conference: Conference): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const own = conferenceRoom(store, conference.id, desk.home);
    const waits = lasting(conference) && own !== undefined && attendance(own) === 'INVITED';
    const rooms = conferenceRooms(store, conference.id);
    const present = rooms.filter((room) => attendance(room) === 'PRESENT').length;
    return html`<li
      class="card ${waits ? 'waits' : ''}"
      data-testid="conference-line"
      data-conference-id=${conference.id}
    >
      <button
        class="open"
        data-testid="conference-open"
        @click=${() => desk.turn('conferences', { conference: conference.id })}
      >
        <span class="title">
          <b>${conference.number}</b> <span>${conference.title}</span>
          <span class="state-word">${word(desk.codes, 'conferenceStates', conference.state)}</span>
        </span>
        <span class="facts">
          <span class="quiet">${unitLabel(store, conference.unit)} · ${moment(conference.startsAt, desk.asOf)}</span>
          <b>${when(desk, conference)}</b>
          ${rooms.length === 0 ? nothing : html`<span>${t('conference.attendance')} ${number(present)}/${number(rooms.length)}</span>`}
          ${waits ? html`<b class="warn">◷ ${t('conference.waits')}</b>` : nothing}
        </span>
      </button>
    </li>`;
  }

  private ended(): TemplateResult {
    const { past, failure } = this;
    return html`<section>
      <h3>${t('conference.past')}</h3>
      ${
        failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${t('conference.failed')} ${explain(failure)}
              <button @click=${() => void this.read()}>${t('retry')}</button>
            </p>`
      }
      ${past?.length === 0 ? html`<p class="quiet">${t('conference.past.none')}</p>` : nothing}
      <ul class="cards">
        ${past?.map((it) => this.line(it))}
      </ul>
      ${
        past !== undefined && this.next === undefined
          ? nothing
          : html`<div>
              <button data-testid="conferences-past" @click=${() => void this.read(this.next)}>
                ${t(past === undefined ? 'conference.past.show' : 'more')}
              </button>
            </div>`
      }
    </section>`;
  }

  private async read(after?: string | number): Promise<void> {
    const { desk } = this;
    this.failure = undefined;
    try {
      const query = { unit: desk.scope, limit: pageSize, after };
      const page = await conferences(desk.api, desk.operation?.id ?? '', query);
      this.next = page.next ?? undefined;
      const over = page.items.filter((it) => !lasting(it));
      this.past = after === undefined ? over : [...(this.past ?? []), ...over];
    } catch (failure) {
      this.failure = failure;
    }
  }
}
