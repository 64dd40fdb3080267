import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { duration, number } from '../core/format.js';
import { below, unitLabel } from '../core/place.js';
import type { Unit } from '../core/protocol.js';
import type { Signal } from '../core/signal.js';
import { one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';

const codes = [0, 1, 2, 3, 4] as const;

/** One row per unit below the scope; a row narrows the whole page to its unit. */
@customElement('haetae-matrix')
export class Matrix extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        overflow: auto;
        container-type: inline-size;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        white-space: nowrap;
      }
      th,
      td {
        padding: 0.3rem 0.5rem;
        text-align: right;
        border-bottom: 1px solid var(--line);
      }
      thead th {
        position: sticky;
        top: 0;
        z-index: 1;
        background: var(--page);
        color: var(--quiet);
        font-size: 0.875rem;
        font-weight: 500;
      }
      th:first-child {
        text-align: left;
      }
      tbody tr {
        cursor: pointer;
      }
      tbody tr:hover {
        background: var(--raised);
      }
      tbody th button {
        background: none;
        border-color: transparent;
        padding: 0.2rem 0.3rem;
        font-weight: 600;
      }
      td.zero {
        color: var(--quiet);
        font-weight: 350;
      }
      td.look {
        color: var(--alarm);
        font-weight: 800;
        box-shadow: inset 0 0 0 2px var(--alarm);
      }
      td.waits {
        font-weight: 750;
      }
      @container (max-width: 44rem) {
        .less {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { store, freshness } = this.desk.live;
    const rows = below(store, this.desk.scope);
    if (store.cursor === undefined)
      return html`<p class="state" role="status">${t(freshness === 'waiting' ? 'loading' : 'retry')}</p>`;
    if (rows.length === 0) return html`<p class="state">${t('matrix.empty')}</p>`;
    return html`<table data-testid="matrix">
      <caption class="unseen">
        ${t('nav.matrix')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('matrix.unit')}</th>
          ${codes.map((code) => html`<th scope="col" aria-label=${t('matrix.code', { n: code })}>${t('matrix.code', { n: code })}</th>`)}
          <th scope="col">${t('matrix.open')}</th>
          <th scope="col">${t('matrix.unacknowledged')}</th>
          <th scope="col">${t('matrix.oldest')}</th>
          <th scope="col" class="less">${t('matrix.total')}</th>
          <th scope="col">${t('matrix.posts')}</th>
          <th scope="col" class="less">${t('matrix.unassigned')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((unit) => this.row(unit))}
      </tbody>
    </table>`;
  }

  private row(unit: Unit): TemplateResult {
    const { live } = this.desk;
    const tally = one(live.store, 'tally', unit.id);
    const figure = (name: string): number => tally?.figures[name] ?? 0;
    const label = unitLabel(live.store, unit.id);
    const oldest = tally?.oldestUnacknowledged;
    const age = oldest === undefined ? '–' : duration((live.asOf ?? this.desk.now) - Date.parse(oldest));
    const waiting = figure('incidents.unacknowledged');
    const cell = (value: number, kind = ''): TemplateResult =>
      html`<td class=${value === 0 ? `zero ${kind.includes('less') ? 'less' : ''}` : kind}>${number(value)}</td>`;
    return html`<tr data-testid="matrix-row" data-unit=${unit.id} @click=${() => this.desk.go({ scope: unit.id })}>
      <th scope="row"><button title=${t('matrix.narrow', { unit: label })}>${label}</button></th>
      ${codes.map((code) => cell(figure(`incidents.open.code${String(code)}`), code === 0 ? 'look' : ''))}
      ${cell(figure('incidents.open'))} ${cell(waiting, 'waits')}
      <td class=${oldest === undefined ? 'zero' : ''}>${age}</td>
      ${cell(figure('incidents.total'), 'less')} ${cell(figure('posts.total'))}
      ${cell(figure('posts.jurisdictionUnknown'), 'less')}
    </tr>`;
  }
}
