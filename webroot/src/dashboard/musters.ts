import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Muster } from '../core/entities.js';
import { percent } from '../core/figures.js';
import { moment, number } from '../core/format.js';
import { share } from '../core/levels.js';
import { unitLabel } from '../core/place.js';
import { one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { rowsStyles } from '../ui/rows.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { musterQuestion } from './level-questions.js';

const most = 8;

/** Room by room: receipt, ordered, mustered and the rate, in the organisation's order. */
@customElement('haetae-musters')
export class Musters extends View {
  static override styles = [
    controls,
    rowsStyles,
    css`
      haetae-rows {
        display: block;
      }
      .few {
        height: 16.5rem;
      }
      .all-of-them {
        height: 24rem;
      }
      .item {
        display: grid;
        grid-template-columns: 8rem minmax(7rem, 1fr) 9rem 5rem 7rem 5rem;
        gap: 0.5rem;
        align-items: center;
        height: 100%;
        border-bottom: 1px solid var(--line);
      }
      .n {
        text-align: right;
      }
      .low {
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) musters: readonly Muster[] = [];

  protected override render(): TemplateResult {
    const { store } = this.desk.live;
    const place = (muster: Muster): number => one(store, 'unit', muster.unit)?.order ?? 0;
    const sorted = [...this.musters].sort((a, b) => place(a) - place(b));
    const held = new Map(sorted.map((muster) => [muster.id, muster]));
    const draw = (id: string): TemplateResult => {
      const muster = held.get(id);
      return muster === undefined ? html`` : this.row(muster);
    };
    return html`<haetae-rows
      class=${sorted.length > most ? 'all-of-them' : 'few'}
      label=${t('muster.rooms')}
      .ids=${[...held.keys()]}
      .height=${2.75}
      .draw=${draw}
    ></haetae-rows>`;
  }

  private row(muster: Muster): TemplateResult {
    const { desk } = this;
    const received =
      muster.receivedAt == null
        ? html`<b class="warn">${t('muster.notReceived')}</b>`
        : html`${t('muster.received', { at: moment(muster.receivedAt, desk.asOf) })}`;
    const over = muster.deadline != null && Date.parse(muster.deadline) < desk.asOf;
    const rate = share(muster.mustered, muster.ordered);
    const lacks = over && rate !== undefined && rate < 1;
    return html`<div class="item" data-testid="muster-row" data-unit=${muster.unit}>
      <b>${unitLabel(desk.live.store, muster.unit)}</b>
      <span
        >${received}
        ${muster.overCeiling === true ? html`<b class="warn">⚠ ${t('muster.overCeiling')}</b>` : nothing}</span
      >
      <span class="n"
        >${t('figures.pair', { part: number(muster.mustered), whole: number(muster.ordered), unit: t('unit.people') })}</span
      >
      <span class="n ${lacks ? 'low' : ''}">${percent(rate)}</span>
      <span class=${lacks ? 'warn' : 'quiet'}
        >${muster.deadline == null ? nothing : t(over ? 'muster.over' : 'muster.deadline', { at: moment(muster.deadline, desk.asOf) })}</span
      >
      ${
        desk.session.may('level.answer')
          ? html`<button data-testid="muster-enter" @click=${() => desk.ask(musterQuestion(desk, muster))}>
              ${t('muster.enter.short')}
            </button>`
          : nothing
      }
    </div>`;
  }
}
