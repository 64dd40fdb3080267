import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import { attendance, type Attendance, type ConferenceDecision } from '../../core/conferences.js';
import { said } from '../../core/erasure.js';
import { explain } from '../../core/explain.js';
import { moment, number } from '../../core/format.js';
import { minutes, type ConferenceMinutes } from '../../core/orders-remote.js';
import { unitLabel, unitName } from '../../core/place.js';
import { seqOf } from '../../core/protocol.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';

/** The minutes of a conference, to be read and printed: when, who, what was said of each item, and what was decided. */
@customElement('haetae-minutes')
export class Minutes extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      :host {
        padding: 0;
        overflow: visible;
      }
      article {
        display: grid;
        gap: 1rem;
        padding: 1.5rem;
        max-width: 52rem;
        background: var(--panel);
        border: 1px solid var(--line);
      }
      h3 {
        font-size: 1.5rem;
      }
      h4 {
        margin: 0;
        font-size: 1.0625rem;
      }
      ol {
        display: grid;
        gap: 0.75rem;
      }
      li {
        break-inside: avoid;
      }
      .words {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        margin-left: 1rem;
      }
      @media print {
        article {
          padding: 0;
          border: 0;
          max-width: none;
        }
        .head {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  /** Its id. */
  @property() conference = '';
  @state() private minutes: ConferenceMinutes | undefined;
  @state() private failure: unknown;
  private asked = '';

  protected override willUpdate(): void {
    if (this.asked === this.conference) return;
    this.asked = this.conference;
    void this.fetch();
  }

  protected override render(): TemplateResult {
    const { desk, minutes } = this;
    return html`<div class="head">
        <button class="plain" data-testid="minutes-back" @click=${() => desk.go({ minutes: false })}>
          ‹ ${t('conference.minutes.back')}
        </button>
        <button class="main" data-testid="minutes-print" ?disabled=${minutes === undefined} @click=${() => print()}>
          ${t('conference.print')}
        </button>
      </div>
      ${
        this.failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${t('conference.minutes.failed')} ${explain(this.failure)}
              <button @click=${() => void this.fetch()}>${t('retry')}</button>
            </p>`
      }
      ${minutes === undefined ? html`<p class="quiet" role="status">${t('loading')}</p>` : this.paper(minutes)}`;
  }

  private paper(held: ConferenceMinutes): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const { conference } = held;
    const { startedAt, startsAt, endedAt } = conference;
    const end = endedAt == null ? '' : ` – ${moment(endedAt, 0)}`;
    const items = new Set(conference.agenda.map(({ item }) => item));
    return html`<article data-testid="minutes">
      <h3>${t('conference.minutes.title')}</h3>
      <dl class="facts">
        <dt>${conference.number}</dt>
        <dd><b>${said(conference.title)}</b> · ${word(desk.codes, 'conferenceStates', conference.state)}</dd>
        <dt>${t('conference.minutes.when')}</dt>
        <dd>${moment(startedAt ?? startsAt, 0)}${end} KST</dd>
        <dt>${t('conference.minutes.convener')}</dt>
        <dd>${[unitName(store, conference.unit), conference.by?.name].filter(Boolean).join(' ')}</dd>
        <dt>${t('conference.minutes.attended')}</dt>
        <dd>${this.names(held, ['PRESENT', 'LEFT'])}</dd>
        <dt>${t('conference.minutes.absent')}</dt>
        <dd>${this.names(held, ['ABSENT'])}</dd>
        <dt>${t('conference.minutes.unanswered')}</dt>
        <dd>${this.names(held, ['INVITED'])}</dd>
      </dl>
      <section>
        <h4>${t('conference.agenda')}</h4>
        <ol>
          ${conference.agenda.map(
            ({ item, text }, index) =>
              html`<li><b>${String(index + 1)}. ${said(text)}</b> ${this.about(held, (of) => of === item)}</li>`,
          )}
          <li>${this.about(held, (of) => of == null || !items.has(of))}</li>
        </ol>
      </section>
      <p class="quiet">${t('conference.minutes.as', { at: moment(desk.asOf, 0), seq: number(seqOf(store.cursor)) })}</p>
    </article>`;
  }

  private names({ rooms }: ConferenceMinutes, which: readonly Attendance[]): string {
    const { store } = this.desk.live;
    const found = rooms.filter((room) => which.includes(attendance(room)));
    if (found.length === 0) return t('conference.minutes.none');
    const named = found.map(({ unit, absent }) =>
      which.includes('ABSENT') && absent != null
        ? `${unitLabel(store, unit)} (${said(absent)})`
        : unitLabel(store, unit),
    );
    return `${named.join(', ')} (${number(found.length)})`;
  }

  private about(held: ConferenceMinutes, is: (item: string | null | undefined) => boolean): TemplateResult {
    const notes = held.notes.filter(({ item }) => is(item));
    const decisions = held.decisions.filter(({ item }) => is(item));
    return html`${notes.map(
      ({ at, text, by }) =>
        html`<p class="words">${moment(at, this.desk.asOf)} ${said(text)} <span class="quiet">${by?.name}</span></p>`,
    )}
    ${decisions.map((decision) => html`<p class="words" data-testid="minutes-decision"><b>${t('conference.decisions')}</b> ${said(decision.text)} ${this.born(decision)}</p>`)}`;
  }

  private born({ directive }: ConferenceDecision): string {
    if (directive == null) return '';
    const held = one(this.desk.live.store, 'directive', directive);
    return `→ ${held?.number ?? t('nav.directives')}`;
  }

  private async fetch(): Promise<void> {
    const wanted = this.conference;
    this.failure = undefined;
    try {
      const found = await minutes(this.desk.api, this.desk.operation?.id ?? '', wanted);
      if (wanted === this.conference) this.minutes = found;
    } catch (failure) {
      if (wanted === this.conference) this.failure = failure;
    }
  }
}
