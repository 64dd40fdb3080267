import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { explain } from '../../core/explain.js';
import { time } from '../../core/format.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { Calm } from './calm.js';
import { chartsStyles } from './charts.css.js';
import { CourseFeed } from './feed.js';
import { chart, phaseMarks, rangeWord, wanted, type Range } from './panel.js';
import './plot.js';
import { charts, type ChartSpec } from './specs.js';

const ranges: readonly Range[] = ['hours', 'day', 'whole'];
const remembered = 'haetae.charts.range';
/** So many bars or points side by side. */
const most = 150;

/** The figures of the scope over time (추이), from the server's course, not from what this page saw. */
@customElement('haetae-charts')
export class Charts extends View {
  static override styles = [controls, chartsStyles];

  @property({ attribute: false }) desk!: Desk;
  /** On the wall: no controls, larger type. */
  @property({ type: Boolean, reflect: true }) wall = new URLSearchParams(location.search).get('wall') === '1';
  @state() private range: Range = ranges.find((range) => range === localStorage.getItem(remembered)) ?? 'hours';
  @state() private table = false;
  private readonly feed = new CourseFeed(this, () => this.desk);

  constructor() {
    super();
    new Calm(this, () => this.desk as Desk | undefined);
  }

  protected override willUpdate(): void {
    if (this.desk.codes !== undefined && this.desk.live.store.cursor !== undefined)
      this.feed.look(wanted(this.desk, charts, this.range));
  }

  protected override render(): TemplateResult {
    const { desk, feed } = this;
    return html`
      <div class="head">
        <h2>${t('nav.charts')}</h2>
        <p class="quiet" data-testid="charts-as-of">${t('chart.asOf', { time: time(desk.asOf) })}</p>
        ${this.wall ? nothing : this.acts()}
      </div>
      ${feed.course === undefined ? this.waiting() : html`<div class="grid">${charts.map((spec) => this.plot(spec))}</div>`}
    `;
  }

  private acts(): TemplateResult {
    return html`<div class="acts">
      <div class="acts" role="group" aria-label=${t('chart.range')}>
        ${ranges.map(
          (range) =>
            html`<button
              data-testid="range-${range}"
              aria-pressed=${range === this.range ? 'true' : 'false'}
              @click=${() => this.show(range)}
            >
              ${t(rangeWord(range))}
            </button>`,
        )}
      </div>
      <button
        data-testid="charts-table"
        aria-pressed=${this.table ? 'true' : 'false'}
        @click=${() => (this.table = !this.table)}
      >
        ${t('chart.table')}
      </button>
    </div>`;
  }

  private waiting(): TemplateResult {
    const { failed } = this.feed;
    return failed === undefined
      ? html`<p class="state" role="status">${t('loading')}</p>`
      : html`<div class="state" role="alert">
          <p>${t('chart.failed')} ${explain(failed)}</p>
          <button @click=${() => this.feed.again()}>${t('retry')}</button>
        </div>`;
  }

  private plot(spec: ChartSpec): TemplateResult {
    const { course } = this.feed;
    if (course === undefined) return html``;
    return html`<haetae-plot
      data-testid="chart-${spec.id}"
      .drawn=${chart(this.desk, spec, course, this.range, most)}
      .marks=${phaseMarks(this.desk)}
      .now=${this.desk.asOf}
      label=${t(spec.title)}
      unit=${t(spec.unit)}
      ?table=${this.table}
    ></haetae-plot>`;
  }

  private show(range: Range): void {
    this.range = range;
    localStorage.setItem(remembered, range);
  }
}
