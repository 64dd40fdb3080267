import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import { number } from '../../core/format.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import {
  centreRows,
  columns,
  narrowed,
  sorted,
  sum,
  type CentreRow,
  type CentreSorting,
  type Column,
  type Narrowed,
} from './centre-rows.js';
import { custodyStyles, nestedStyles } from './marks.js';

/** 회송 현황: one row a destination, what is late or other than recorded first; a row opens its routes, a head sorts. */
@customElement('haetae-centre-board')
export class CentreBoard extends View {
  static override styles = [controls, panelStyles, custodyStyles, nestedStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private sorting: CentreSorting = { by: 'attention', turned: false };
  @state() private only: Narrowed = { text: '', kind: '', odd: false };

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const every = centreRows(this.desk.live.store);
    if (every.length === 0) return html`<p class="state" data-testid="centres-empty">${t('transport.empty')}</p>`;
    const shown = sorted(narrowed(every, this.only), this.sorting);
    return html`${this.filters(every)}
    ${shown.length === 0 ? html`<p class="state" role="status">${t('transport.none')}</p>` : this.table(shown)}`;
  }

  private filters(every: readonly CentreRow[]): TemplateResult {
    const kinds = [...new Set(every.map(({ postKind }) => postKind))].filter((kind) => kind !== '').sort();
    const only = (change: Partial<Narrowed>): void => {
      this.only = { ...this.only, ...change };
    };
    return html`<div class="filters">
      <input
        type="search"
        data-testid="centre-search"
        aria-label=${t('transport.search')}
        placeholder=${t('transport.search')}
        .value=${this.only.text}
        @input=${(event: InputEvent) => only({ text: (event.target as HTMLInputElement).value })}
      />
      ${
        kinds.length < 2
          ? nothing
          : html`<select
              data-testid="centre-kind"
              aria-label=${t('transport.kindOfPlace')}
              @change=${(event: Event) => only({ kind: (event.target as HTMLSelectElement).value })}
            >
              <option value="">${t('transport.kind.all')}</option>
              ${kinds.map((kind) => html`<option value=${kind} ?selected=${kind === this.only.kind}>${word(this.desk.codes, 'postKinds', kind)}</option>`)}
            </select>`
      }
      <button
        data-testid="centre-odd"
        aria-pressed=${this.only.odd ? 'true' : 'false'}
        @click=${() => only({ odd: !this.only.odd })}
      >
        ${t('transport.odd')}
      </button>
      ${
        this.sorting.by === 'attention'
          ? nothing
          : html`<button
              data-testid="centre-attention"
              @click=${() => (this.sorting = { by: 'attention', turned: false })}
            >
              ${t('transport.attention')}
            </button>`
      }
    </div>`;
  }

  private table(rows: readonly CentreRow[]): TemplateResult {
    return html`<table class="board" data-testid="centres">
      <caption class="unseen">
        ${t('transport.board')}
      </caption>
      <thead>
        <tr>
          ${this.head('place', t('transport.place'))} ${columns.map((by) => this.head(by, t(`transport.column.${by}`)))}
          <th scope="col" class="n least">${t('transport.column.boxes')}</th>
        </tr>
      </thead>
      <tbody>
        <tr class="sum" data-testid="centres-sum">
          <th scope="row">${t('transport.sum', { n: number(rows.length) })}</th>
          ${columns.map((by) =>
            cell(
              by,
              sum(rows, (centre) => centre[by]),
            ),
          )}
          <td class="n least">
            ${number(sum(rows, ({ boxes }) => boxes.arrived))}<small>
              / ${number(sum(rows, ({ boxes }) => boxes.expected + boxes.moving + boxes.arrived))}</small
            >
          </td>
        </tr>
        ${rows.map((row) => this.row(row))}
      </tbody>
    </table>`;
  }

  private head(by: 'place' | Column, said: string): TemplateResult {
    const { sorting } = this;
    const [sort, mark] =
      sorting.by !== by
        ? (['none', ''] as const)
        : sorting.turned
          ? (['ascending', ' ▴'] as const)
          : (['descending', ' ▾'] as const);
    const turn = (): void => {
      this.sorting = { by, turned: sorting.by === by && !sorting.turned };
    };
    return html`<th scope="col" class=${by === 'place' ? '' : 'n'} aria-sort=${sort}>
      <button data-testid="centre-sort-${by}" @click=${turn}>${said}${mark}</button>
    </th>`;
  }

  private row({ id, name, unit, of }: CentreRow): TemplateResult {
    const { boxes } = of;
    return html`<tr data-testid="centre-row" data-centre=${id} @click=${() => this.desk.go({ centre: id })}>
      <th scope="row"><button>${name}</button> <small>${unit}</small></th>
      ${columns.map((by) => cell(by, of[by]))}
      <td class="n least">
        ${number(boxes.arrived)}<small> / ${number(boxes.expected + boxes.moving + boxes.arrived)}</small>
      </td>
    </tr>`;
  }
}

function cell(by: Column, value: number): TemplateResult {
  const kind = by === 'overdue' ? 'look' : by === 'discrepancies' || by === 'stopped' ? 'waits' : '';
  return html`<td class="n ${value === 0 ? 'zero' : kind}" data-column=${by}>${number(value)}</td>`;
}
