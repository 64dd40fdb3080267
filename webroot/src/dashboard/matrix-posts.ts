import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import { counted, figure } from '../core/figures.js';
import { duration, moment, number } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { codeMark, codeStyles } from '../ui/code-mark.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { matrixStyles } from './matrix.css.js';
import { head, type Head, type Sorted } from './matrix-head.js';
import { orderedPosts, postRows, type PostColumn, type PostRow } from './matrix-post-rows.js';
import { postState } from './post-state.js';

const heads = (): readonly Head<PostColumn>[] => [
  { by: 'post', word: t('matrix.post'), words: true },
  { by: 'kind', word: t('matrix.post.kind'), room: 'least', words: true },
  { by: 'state', word: t('matrix.state'), words: true },
  { by: 'last', word: t('matrix.last') },
  { by: 'due', word: t('matrix.due') },
  { by: 'onPost', word: t('matrix.onPost') },
  { by: 'code', word: t('matrix.code', { n: '' }).trim() },
  { by: 'open', word: t('matrix.open') },
  { by: 'unacknowledged', word: t('matrix.unacknowledged') },
  { by: 'inside', word: t('matrix.inside'), room: 'less' },
];

/** One row per post of a station; a row opens its post, a head sorts. */
@customElement('haetae-matrix-posts')
export class MatrixPosts extends View {
  static override styles = [controls, codeStyles, matrixStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private sorting: Sorted<PostColumn> = { by: 'post', turned: false };

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const rows = postRows(desk.live.store, desk.scope, desk.plan);
    if (rows.length === 0) return html`<p class="state">${t('matrix.posts.empty')}</p>`;
    return html`<p class="hint" aria-hidden="true">${t('matrix.scroll')}</p>
      <table data-testid="matrix-posts">
        <caption class="unseen">
          ${t('nav.matrix')}
        </caption>
        <thead>
          <tr>
            ${heads().map((each) => head(each, this.sorting, (to) => (this.sorting = to)))}
          </tr>
        </thead>
        <tbody>
          ${orderedPosts(rows, this.sorting).map((row) => this.row(row))}
        </tbody>
        <tfoot>
          ${this.total()}
        </tfoot>
      </table>`;
  }

  private row(row: PostRow): TemplateResult {
    const { desk } = this;
    const { post, present, planned } = row;
    const lacking = planned > 0 && present < planned && row.state !== 'SIGNED_OFF';
    return html`<tr
      data-testid="matrix-post-row"
      data-post=${post.id}
      @click=${() => desk.turn('posts', { post: post.id })}
    >
      <th scope="row"><button title=${t('matrix.post.open', { post: post.name })}>${post.name}</button></th>
      <td class="words least quiet">${word(desk.codes, 'postKinds', post.postKind)}</td>
      <td class="words">${postState(desk, row.state)}</td>
      <td class=${row.last === undefined ? 'zero' : ''}>
        ${row.last === undefined ? '–' : moment(row.last, desk.asOf)}
      </td>
      ${this.due(row.due)}
      <td class=${planned === 0 ? 'zero' : lacking ? 'waits' : ''}>
        ${lacking ? html`<span class="mark" aria-hidden="true">▼</span>` : ''}${number(present)}<small>
          / ${number(planned)}</small
        >
      </td>
      <td class=${row.code === undefined ? 'zero' : ''}>${row.code === undefined ? '–' : codeMark(row.code, false)}</td>
      ${this.count(row.open)} ${this.count(row.unacknowledged, 'waits', '!')} ${this.count(row.inside, 'less')}
    </tr>`;
  }

  private due(due: number | undefined): TemplateResult {
    const { asOf } = this.desk;
    if (due === undefined) return html`<td class="zero">–</td>`;
    const age = duration(Math.abs(due - asOf));
    return due >= asOf ? html`<td>${age}</td>` : html`<td class="quiet">${t('matrix.due.over', { age })}</td>`;
  }

  private count(value: number, kind = '', mark = ''): TemplateResult {
    const shape = value > 0 && mark !== '' ? html`<span class="mark" aria-hidden="true">${mark}</span>` : '';
    return html`<td class=${value === 0 ? `zero ${kind === 'waits' ? '' : kind}` : kind}>${shape}${number(value)}</td>`;
  }

  private total(): TemplateResult {
    const { desk } = this;
    const tally = counted(desk.live.store, desk.scope);
    const of = (name: string): number => figure(tally, name);
    return html`<tr data-testid="matrix-total">
      <th scope="row">${t('matrix.all')}</th>
      <td class="words least">${number(of('posts.total'))}</td>
      <td class="words">${number(of('posts.reporting'))}<small> / ${number(of('posts.due'))}</small></td>
      <td></td>
      <td></td>
      <td>${number(of('people.onPost'))}<small> / ${number(of('people.due'))}</small></td>
      <td></td>
      ${this.count(of('incidents.open'))} ${this.count(of('incidents.unacknowledged'), 'waits', '!')}
      ${this.count(of('visits.inside'), 'less')}
    </tr>`;
  }
}
