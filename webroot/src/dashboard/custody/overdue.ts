import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import { lateRoutes, type Overdue } from '../../core/custody.js';
import { duration, moment, number } from '../../core/format.js';
import { unitLabel, unitName } from '../../core/place.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import { custodyStyles, nestedStyles } from './marks.js';
import { alarmsOf } from './overdue-rows.js';

/** 회송 지연: one alarm a unit, many units at once as one. Taken note of, it stays while routes are late. */
@customElement('haetae-overdue')
export class OverdueView extends View {
  static override styles = [controls, panelStyles, custodyStyles, nestedStyles];

  @property({ attribute: false }) desk!: Desk;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat];
  }

  protected override render(): TemplateResult {
    const alarms = alarmsOf(this.desk.live.store);
    if (alarms.length === 0)
      return html`<p class="state" data-testid="overdue-empty">${t('transport.overdue.empty')}</p>`;
    return html`<ul class="cards">
      ${alarms.map((alarm) => this.card(alarm))}
    </ul>`;
  }

  private card(alarm: Overdue): TemplateResult {
    const { desk } = this;
    const waits = alarm.acknowledgedAt == null;
    const since = { at: moment(alarm.since, desk.asOf), for: duration(desk.asOf - Date.parse(alarm.since)) };
    return html`<li
      class="card ${alarm.units > 0 ? 'look' : waits ? 'waits' : ''}"
      data-testid="overdue-unit"
      data-unit=${alarm.id}
    >
      <div class="title">
        <h3>${unitName(desk.live.store, alarm.id)}</h3>
        <b class="alarm"
          >⚠
          ${t(alarm.units > 0 ? 'transport.overdue.many' : 'transport.overdue.n', { n: number(lateRoutes(alarm)), units: number(alarm.units) })}</b
        >
        <span class="state-word">${t('silence.since', since)}</span>
      </div>
      <div class="head">
        <p>
          ${this.kinds(alarm)}
          ${waits ? nothing : html`<span class="quiet" data-testid="overdue-noted">· ✓ ${this.noted(alarm)}</span>`}
        </p>
        <div class="acts">
          ${
            waits && desk.session.may('overdue.acknowledge')
              ? html`<button class="main" data-testid="overdue-acknowledge" @click=${() => this.acknowledge(alarm)}>
                  ${t('silence.acknowledge')}
                </button>`
              : nothing
          }
        </div>
      </div>
    </li>`;
  }

  private kinds(alarm: Overdue): string {
    return (['departure', 'checkpoint', 'arrival', 'handover'] as const)
      .filter((kind) => alarm[kind] > 0)
      .map((kind) => `${word(this.desk.codes, 'overdueKinds', kind.toUpperCase())} ${number(alarm[kind])}`)
      .join(' · ');
  }

  private noted(alarm: Overdue): string {
    const by = alarm.acknowledgedBy;
    const who = [by?.name, unitLabel(this.desk.live.store, by?.unit)].filter(Boolean).join(' ');
    return t('silence.noted', { at: moment(alarm.acknowledgedAt ?? '', this.desk.asOf), who });
  }

  private acknowledge(alarm: Overdue): void {
    this.desk.ask({
      title: t('silence.acknowledge'),
      text: `${unitName(this.desk.live.store, alarm.id)} · ${t('transport.overdue.stays')}`,
      fields: [{ name: 'note', label: t('ask.note'), type: 'lines', optional: true }],
      send: t('silence.acknowledge'),
      request: (given) => ({ path: `/overdue/${encodeURIComponent(alarm.id)}/acknowledgement`, body: given }),
      done: t('transport.overdue.done'),
    });
  }
}
