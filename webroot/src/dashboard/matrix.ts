import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { percent } from '../core/figures.js';
import { duration, number } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { levelMark, levelStyles } from '../ui/level-mark.js';
import { View } from '../ui/view.js';
import { CourseFeed } from './chart/feed.js';
import type { Desk } from './desk.js';
import { matrixStyles } from './matrix.css.js';
import { head, type Head } from './matrix-head.js';
import './matrix-posts.js';
import { ordered, rows, whole, type Column, type Row, type Sorting } from './matrix-rows.js';
import { trend, trendsWanted } from './matrix-trends.js';

const heads = (): readonly Head<Column>[] => [
  { by: 'unit', word: t('matrix.unit'), words: true },
  { by: 'level', word: t('matrix.level'), words: true },
  { by: 'onPost', word: t('matrix.onPost') },
  { by: 'reporting', word: t('matrix.reporting') },
  { by: 'silent', word: t('matrix.silent') },
  { by: 'unacknowledged', word: t('matrix.unacknowledged') },
  { by: 'code0', word: t('matrix.code', { n: 0 }) },
  { by: 'code1', word: t('matrix.code', { n: 1 }) },
  { by: 'code2', word: t('matrix.code', { n: 2 }), room: 'less' },
  { by: 'code3', word: t('matrix.code', { n: 3 }), room: 'least' },
  { by: 'code4', word: t('matrix.code', { n: 4 }), room: 'least' },
  { by: 'open', word: t('matrix.open') },
  { by: 'oldest', word: t('matrix.oldest'), room: 'less' },
  { by: 'muster', word: t('matrix.muster') },
  { by: 'directives', word: t('matrix.directives'), room: 'less' },
  { by: 'boxes', word: t('matrix.boxes'), room: 'less' },
  { by: 'total', word: t('matrix.total'), room: 'least' },
  { by: 'posts', word: t('matrix.posts'), room: 'least' },
  { by: 'unassigned', word: t('matrix.unassigned'), room: 'least' },
];

/** One row per unit below the scope; a row narrows the whole page to its unit, a head sorts. A station's rows are its posts. */
@customElement('haetae-matrix')
export class Matrix extends View {
  static override styles = [controls, levelStyles, matrixStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private sorting: Sorting = { by: 'unit', turned: false };
  private readonly feed = new CourseFeed(this, () => this.desk);

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  private get station(): boolean {
    return one(this.desk.live.store, 'unit', this.desk.scope)?.unitKind === 'STATION';
  }

  protected override willUpdate(): void {
    if (this.desk.live.store.cursor !== undefined && !this.station) this.feed.look(trendsWanted(this.desk));
  }

  protected override render(): TemplateResult {
    const { store, freshness } = this.desk.live;
    if (store.cursor === undefined)
      return html`<p class="state" role="status">${t(freshness === 'waiting' ? 'loading' : 'retry')}</p>`;
    if (this.station) return html`<haetae-matrix-posts .desk=${this.desk}></haetae-matrix-posts>`;
    const shown = ordered(rows(store, this.desk.scope), this.sorting);
    if (shown.length === 0) return html`<p class="state">${t('matrix.empty')}</p>`;
    return html`<p class="hint" aria-hidden="true">${t('matrix.scroll')}</p>
      <table data-testid="matrix">
        <caption class="unseen">
          ${t('nav.matrix')}
        </caption>
        <thead>
          <tr>
            ${heads().map((each) => head(each, this.sorting, (to) => (this.sorting = to)))}
          </tr>
        </thead>
        <tbody>
          ${shown.map((row) => this.row(row))}
        </tbody>
        <tfoot>
          ${this.total(whole(store, this.desk.scope))}
        </tfoot>
      </table>`;
  }

  private row(row: Row): TemplateResult {
    const { desk } = this;
    return html`<tr data-testid="matrix-row" data-unit=${row.unit} @click=${() => desk.go({ scope: row.unit })}>
      <th scope="row"><button title=${t('matrix.narrow', { unit: row.label })}>${row.label}</button></th>
      ${this.cells(row, true)}
    </tr>`;
  }

  private total(row: Row): TemplateResult {
    return html`<tr data-testid="matrix-total">
      <th scope="row">${t('matrix.all')}</th>
      ${this.cells(row, false)}
    </tr>`;
  }

  private cells(row: Row, trends: boolean): TemplateResult {
    const { desk } = this;
    const age = row.oldest === undefined ? '–' : duration(desk.asOf - Date.parse(row.oldest));
    const of = (name: Parameters<typeof trend>[2]): unknown =>
      trends ? trend(this.feed.course, row.unit, name) : nothing;
    return html`<td class="words">${levelMark(desk.codes, row.level)}</td>
      ${pair(row.onPost, row.planned, of('people.onPost'), row.lacking > 0 ? '▼' : '', t('matrix.lacking', { n: number(row.lacking) }))}
      ${pair(row.reporting, row.due, of('posts.reporting'))} ${plain(row.silent, 'waits', '◐')}
      ${plain(row.unacknowledged, 'waits', '!')}
      ${row.codes.map((open, code) => plain(open, code === 0 ? 'look' : code === 2 ? 'less' : code > 2 ? 'least' : ''))}
      <td class=${row.open === 0 ? 'zero' : ''}>${of('incidents.total')}${number(row.open)}</td>
      <td class="less ${row.oldest === undefined ? 'zero' : ''}">${age}</td>
      <td class=${row.muster === undefined ? 'zero' : ''}>${percent(row.muster)}</td>
      ${slashed(row.acknowledged, row.asked, 'less')} ${slashed(row.boxesOnRoute, row.boxesAtCentre, 'less', true)}
      ${plain(row.total, 'least')} ${plain(row.posts, 'least')} ${plain(row.unassigned, 'least')}`;
  }
}

/** Calm at 0; where somebody must act, a shape and weight besides colour. */
export function plain(value: number, kind = '', mark = ''): TemplateResult {
  const calm = kind.replace(/look|waits/, '');
  return html`<td class=${value === 0 ? `zero ${calm}` : kind}>
    ${value === 0 || mark === '' ? nothing : html`<span class="mark" aria-hidden="true">${mark}</span>`}${number(value)}
  </td>`;
}

function pair(part: number, all: number, trend: unknown, mark = '', why = ''): TemplateResult {
  return html`<td class="${all === 0 ? 'zero' : ''} ${mark === '' ? '' : 'waits'}">
    ${trend}${mark === '' ? nothing : html`<span class="mark" role="img" title=${why} aria-label=${why}>${mark}</span>`}${number(part)}<small>
      / ${number(all)}</small
    >
  </td>`;
}

function slashed(part: number, all: number, kind: string, both = false): TemplateResult {
  const none = all === 0 && (!both || part === 0);
  return html`<td class="${kind} ${none ? 'zero' : ''}">
    ${none ? '–' : html`${number(part)}<small> / ${number(all)}</small>`}
  </td>`;
}
