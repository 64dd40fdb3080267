import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { percent } from '../core/figures.js';
import { duration, number } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { levelMark, levelStyles } from '../ui/level-mark.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { matrixStyles } from './matrix.css.js';
import { ordered, rows, type Column, type Row, type Sorting } from './matrix-rows.js';

interface Head {
  readonly by: Column;
  readonly word: Word;
  readonly code?: number;
  /** Left out first where there is little room: `less`, before it `least`. */
  readonly room?: 'less' | 'least';
}

const heads: readonly Head[] = [
  { by: 'unit', word: 'matrix.unit' },
  { by: 'level', word: 'matrix.level' },
  { by: 'onPost', word: 'matrix.onPost' },
  { by: 'reporting', word: 'matrix.reporting' },
  { by: 'silent', word: 'matrix.silent' },
  { by: 'muster', word: 'matrix.muster' },
  { by: 'code0', word: 'matrix.code', code: 0 },
  { by: 'code1', word: 'matrix.code', code: 1 },
  { by: 'code2', word: 'matrix.code', code: 2, room: 'less' },
  { by: 'code3', word: 'matrix.code', code: 3, room: 'less' },
  { by: 'code4', word: 'matrix.code', code: 4, room: 'less' },
  { by: 'open', word: 'matrix.open' },
  { by: 'unacknowledged', word: 'matrix.unacknowledged' },
  { by: 'oldest', word: 'matrix.oldest', room: 'less' },
  { by: 'total', word: 'matrix.total', room: 'least' },
  { by: 'posts', word: 'matrix.posts', room: 'least' },
  { by: 'unassigned', word: 'matrix.unassigned', room: 'least' },
];

/** One row per unit below the scope; a row narrows the whole page to its unit, a head sorts. */
@customElement('haetae-matrix')
export class Matrix extends View {
  static override styles = [controls, levelStyles, matrixStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private sorting: Sorting = { by: 'unit', turned: false };

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { store, freshness } = this.desk.live;
    if (store.cursor === undefined)
      return html`<p class="state" role="status">${t(freshness === 'waiting' ? 'loading' : 'retry')}</p>`;
    const shown = ordered(rows(store, this.desk.scope), this.sorting);
    if (shown.length === 0) return html`<p class="state">${t('matrix.empty')}</p>`;
    return html`<table data-testid="matrix">
      <caption class="unseen">
        ${t('nav.matrix')}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => this.head(head))}
        </tr>
      </thead>
      <tbody>
        ${shown.map((row) => this.row(row))}
      </tbody>
    </table>`;
  }

  private head({ by, word, code, room }: Head): TemplateResult {
    const { sorting } = this;
    const said = code === undefined ? t(word) : t(word, { n: code });
    const [sort, mark] =
      sorting.by !== by
        ? (['none', ''] as const)
        : sorting.turned
          ? (['ascending', ' ▴'] as const)
          : (['descending', ' ▾'] as const);
    return html`<th scope="col" class="${room ?? ''} ${by === 'level' ? 'words' : ''}" aria-sort=${sort}>
      <button data-testid="sort-${by}" @click=${() => this.sort(by)}>${said}${mark}</button>
    </th>`;
  }

  private sort(by: Column): void {
    this.sorting = { by, turned: this.sorting.by === by && !this.sorting.turned };
  }

  private row(row: Row): TemplateResult {
    const { desk } = this;
    const age = row.oldest === undefined ? '–' : duration(desk.asOf - Date.parse(row.oldest));
    const cell = (value: number, kind = ''): TemplateResult =>
      html`<td class=${value === 0 ? `zero ${kind.replace(/look|waits/, '')}` : kind}>${number(value)}</td>`;
    const pair = (part: number, whole: number): TemplateResult =>
      html`<td class=${whole === 0 ? 'zero' : ''}>${number(part)}<small> / ${number(whole)}</small></td>`;
    return html`<tr data-testid="matrix-row" data-unit=${row.unit} @click=${() => desk.go({ scope: row.unit })}>
      <th scope="row"><button title=${t('matrix.narrow', { unit: row.label })}>${row.label}</button></th>
      <td class="words">${levelMark(desk.codes, row.level)}</td>
      ${pair(row.onPost, row.planned)} ${pair(row.reporting, row.due)} ${cell(row.silent, 'waits')}
      <td class=${row.muster === undefined ? 'zero' : ''}>${percent(row.muster)}</td>
      ${row.codes.map((open, code) => cell(open, code === 0 ? 'look' : code > 1 ? 'less' : ''))} ${cell(row.open)}
      ${cell(row.unacknowledged, 'waits')}
      <td class="less ${row.oldest === undefined ? 'zero' : ''}">${age}</td>
      ${cell(row.total, 'least')} ${cell(row.posts, 'least')} ${cell(row.unassigned, 'least')}
    </tr>`;
  }
}
