import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../../core/api.js';
import { word } from '../../core/codes.js';
import {
  attendance,
  attendances,
  conferenceRoom,
  conferenceRooms,
  decisionsOf,
  lasting,
  notesOf,
  type Conference,
  type ConferenceRoom,
} from '../../core/conferences.js';
import { said } from '../../core/erasure.js';
import { explain } from '../../core/explain.js';
import { moment, number } from '../../core/format.js';
import { commandId } from '../../core/id.js';
import { minutes, type ConferenceMinutes } from '../../core/orders-remote.js';
import { unitLabel, unitName } from '../../core/place.js';
import type { Signal } from '../../core/signal.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import './agenda.js';
import './attendance.js';
import { attends, cancelQuestion, endQuestion, startQuestion } from './questions.js';
import { when } from './when.js';

/** One conference: who is there, what is talked about, what is decided, and the directives born of it. */
@customElement('haetae-conference')
export class ConferenceView extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      :host {
        padding: 0;
        overflow: visible;
      }
      a.main {
        display: inline-block;
        padding: 0.3rem 0.7rem;
        border: 1px solid var(--accent);
        border-radius: 0.375rem;
        color: var(--accent);
        font-weight: 650;
        text-decoration: none;
      }
      .rooms {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr));
        gap: 0 1.5rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  /** Its id. */
  @property() conference = '';
  @state() private history: ConferenceMinutes | undefined;
  @state() private failure: unknown;
  private asked = '';
  private readonly ids = new Map<string, string>();

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.changed];
  }

  protected override willUpdate(): void {
    const { store } = this.desk.live;
    const id = this.conference;
    if (store.cursor === undefined) return;
    const wanted = `${id} ${one(store, 'conference', id)?.state ?? 'gone'}`;
    if (wanted === this.asked) return;
    if (!this.asked.startsWith(`${id} `)) this.history = undefined;
    this.asked = wanted;
    void this.fetch(wanted);
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const conference = one(desk.live.store, 'conference', this.conference) ?? this.history?.conference;
    if (conference === undefined) return this.absent();
    const live = {
      notes: notesOf(desk.live.store, conference.id),
      decisions: decisionsOf(desk.live.store, conference.id),
    };
    const runs = conference.state === 'RUNNING' && this.records(conference);
    return html`<div class="head">
        <button class="plain" data-testid="conference-back" @click=${() => desk.leave('conference')}>
          ‹ ${t('conference.back')}
        </button>
        <div class="acts">${this.acts(conference)}</div>
      </div>
      <article class="card" data-testid="conference" data-state=${conference.state}>
        <div class="title">
          <h3>${conference.number} ${said(conference.title)}</h3>
          <b>${when(desk, conference)}</b>
          <span class="state-word">${word(desk.codes, 'conferenceStates', conference.state)}</span>
        </div>
        <p class="quiet">${this.span(conference)}</p>
        ${conference.reason == null ? nothing : html`<p class="notice late">${t('conference.cancelledFor', { reason: said(conference.reason) })}</p>`}
        ${this.own(conference)}
      </article>
      ${this.attendance(conference)}
      <haetae-agenda
        .desk=${desk}
        .conference=${conference}
        .notes=${live.notes.length > 0 ? live.notes : (this.history?.notes ?? [])}
        .decisions=${live.decisions.length > 0 ? live.decisions : (this.history?.decisions ?? [])}
        .may=${runs}
      ></haetae-agenda>`;
  }

  private span({ startsAt, minutes, unit, by }: Conference): string {
    const at = moment(startsAt, this.desk.asOf);
    const span = minutes == null ? t('conference.span.open', { at }) : t('conference.span', { at, n: number(minutes) });
    return [span, unitName(this.desk.live.store, unit), by?.name].filter(Boolean).join(' · ');
  }

  /** What one's own room may do: dial in, say that it is there, or why it is not. */
  private own(conference: Conference): TemplateResult {
    const { desk } = this;
    const room = conferenceRoom(desk.live.store, conference.id, desk.home);
    const link = !conference.link.startsWith('https://')
      ? html`<span class="quiet">${t('conference.link.none')}</span>`
      : html`<a
          class="main"
          data-testid="conference-link"
          href=${conference.link}
          target="_blank"
          rel="noopener noreferrer"
          >${t('conference.link')} ↗</a
        >`;
    return html`<div class="acts">
      ${lasting(conference) ? link : nothing}
      ${
        room !== undefined && lasting(conference) && desk.session.may('conference.attend')
          ? html`<haetae-attendance
              .desk=${desk}
              .conference=${conference}
              .room=${room}
              own
              @turn=${() => void this.turn(conference, room)}
            ></haetae-attendance>`
          : nothing
      }
    </div>`;
  }

  private attendance(conference: Conference): TemplateResult {
    const { desk } = this;
    const live = conferenceRooms(desk.live.store, conference.id);
    const rooms = live.length > 0 ? live : (this.history?.rooms ?? []);
    const of = (which: (typeof attendances)[number]): string =>
      number(rooms.filter((room) => attendance(room) === which).length);
    const values = { present: of('PRESENT'), left: of('LEFT'), absent: of('ABSENT'), invited: of('INVITED') };
    const enters = lasting(conference) && desk.session.may('conference.attend');
    return html`<section data-testid="attendance">
      <div class="head">
        <h3>${t('conference.attendance')}</h3>
        <span data-testid="attendance-count">${t('conference.attendance.count', values)}</span>
      </div>
      <ul class="rooms">
        ${rooms.map(
          (room) =>
            html`<haetae-attendance
              role="listitem"
              .desk=${desk}
              .conference=${conference}
              .room=${room}
              .may=${enters && room.unit !== desk.home}
              @turn=${() => void this.turn(conference, room)}
            ></haetae-attendance>`,
        )}
      </ul>
    </section>`;
  }

  private acts(conference: Conference): TemplateResult {
    const { desk } = this;
    const minutes = html`<button data-testid="conference-minutes" @click=${() => desk.go({ minutes: true })}>
      ${t('conference.minutes')}
    </button>`;
    if (!this.leads(conference) || !lasting(conference)) return minutes;
    const waits = conference.state === 'CONVENED';
    return html`${
      waits
        ? html`<button class="main" data-testid="conference-start" @click=${() => desk.ask(startQuestion(conference))}>
              ${t('conference.start')}
            </button>
            <button data-testid="conference-change" @click=${() => desk.orders.convene(conference)}>
              ${t('conference.change')}
            </button>
            <button data-testid="conference-cancel" @click=${() => desk.ask(cancelQuestion(conference))}>
              ${t('conference.cancel')}
            </button>`
        : html`<button data-testid="conference-end" @click=${() => desk.ask(endQuestion(conference))}>
            ${t('conference.end')}
          </button>`
    }
    ${minutes}`;
  }

  /** Whether this account's room has convened it and runs it. */
  private leads(conference: Conference): boolean {
    return conference.unit === this.desk.home && this.desk.session.may('conference.convene');
  }

  /** Whether this account keeps its minutes. */
  private records(conference: Conference): boolean {
    return conference.unit === this.desk.home && this.desk.session.may('conference.record');
  }

  /** A room comes, or goes again. */
  private async turn(conference: Conference, room: ConferenceRoom): Promise<void> {
    const { desk } = this;
    const { path, body } = attends(conference, room);
    const key = `${path} ${room.unit} ${String(room.seq)}`;
    const id = this.ids.get(key) ?? commandId();
    this.ids.set(key, id);
    const leaves = attendance(room) === 'PRESENT';
    try {
      await desk.command(path, body, id);
      desk.say(t(leaves ? 'conference.left' : 'conference.joined', { unit: unitLabel(desk.live.store, room.unit) }));
    } catch (error) {
      desk.say(explain(error));
    }
  }

  private absent(): TemplateResult {
    const gone = this.failure instanceof Problem && [403, 404].includes(this.failure.status);
    const back = html`<button @click=${() => this.desk.leave('conference')}>${t('conference.back')}</button>`;
    if (gone) return html`<p class="state">${t('conference.gone')} ${back}</p>`;
    if (this.failure !== undefined) return html`<div class="state">${this.failed()} ${back}</div>`;
    return html`<p class="state" role="status">${t('loading')}</p>`;
  }

  private failed(): TemplateResult {
    return html`<p class="notice bad" role="alert">
      ${t('conference.failed')} ${explain(this.failure)}
      <button @click=${() => void this.fetch(this.asked)}>${t('retry')}</button>
    </p>`;
  }

  private async fetch(wanted: string): Promise<void> {
    try {
      const found = await minutes(this.desk.api, this.desk.operation?.id ?? '', this.conference);
      if (wanted !== this.asked) return;
      this.history = found;
      this.failure = undefined;
    } catch (error) {
      if (wanted === this.asked) this.failure = error;
    }
  }
}
