import { html, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import uPlot from 'uplot';
import uPlotCss from 'uplot/dist/uPlot.min.css?inline';
import { moment, number } from '../../core/format.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { themeChanged } from '../../style/theme.js';
import { View } from '../../ui/view.js';
import type { Drawn, DrawnLine } from './drawn.js';
import { options, type Look, type Mark } from './plot-options.js';
import { aligned } from './stacking.js';
import { swatch } from './patterns.js';
import { plotStyles } from './plot.css.js';

/** One chart: its name, what its lines are and say, the plot itself; or a table of the same numbers. */
@customElement('haetae-plot')
export class Plot extends View {
  static override styles = [unsafeCSS(uPlotCss), controls, plotStyles];

  @property({ attribute: false }) drawn!: Drawn;
  @property({ attribute: false }) marks: readonly Mark[] = [];
  /** The operation's time: times of another day say theirs. */
  @property({ attribute: false }) now = 0;
  @property() label = '';
  @property() unit = '';
  @property({ type: Boolean }) compact = false;
  @property({ type: Boolean }) table = false;
  /** The point that is read off; undefined: the newest. */
  @state() private index: number | undefined;
  @query('.canvas') private place?: HTMLElement;
  private plot: uPlot | undefined;
  private plotted = '';
  private readonly sizes = new ResizeObserver(() => this.resize());

  protected override signals(): readonly Signal[] {
    return [themeChanged];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    this.undraw();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { drawn } = this;
    const last = drawn.times.length - 1;
    const index = Math.min(this.index ?? last, last);
    return html`
      <div class="top">
        <h3>${this.label} <small>${this.unit}</small></h3>
        <p class="at" data-testid="chart-at">${this.when(index)}</p>
      </div>
      <ul class="legend">
        ${drawn.lines.map((line) => this.name(line, index))}
      </ul>
      ${this.table ? this.numbers() : this.slider(index, last)}
    `;
  }

  private name({ label, colour, dash, values }: DrawnLine, index: number): TemplateResult {
    return html`<li>${swatch(colour, this.drawn.bars, dash)} ${label} <b>${number(values[index] ?? 0)}</b></li>`;
  }

  private slider(index: number, last: number): TemplateResult {
    const said = this.drawn.lines.map(({ label, values }) => `${label} ${number(values[index] ?? 0)}`).join(', ');
    return html`<div
      class="canvas"
      role="slider"
      tabindex="0"
      data-testid="chart-plot"
      aria-label=${t('chart.read', { chart: this.label })}
      aria-valuemin="0"
      aria-valuemax=${Math.max(0, last)}
      aria-valuenow=${Math.max(0, index)}
      aria-valuetext="${this.when(index)}: ${said}"
      @keydown=${(event: KeyboardEvent) => this.key(event, last)}
      @blur=${() => this.read(undefined)}
    ></div>`;
  }

  private numbers(): TemplateResult {
    const { drawn } = this;
    return html`<div class="numbers" role="region" tabindex="0" aria-label=${this.label}>
      <table data-testid="chart-table">
        <caption class="unseen">
          ${this.label}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('chart.time')}</th>
            ${drawn.lines.map(({ label }) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${drawn.times.map((_, back) => {
            const index = drawn.times.length - 1 - back;
            return html`<tr>
              <th scope="row">${this.when(index)}</th>
              ${drawn.lines.map(({ values }) => html`<td>${number(values[index] ?? 0)}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  /** 19:00–19:10 of a bar, 19:10 of a line. */
  private when(index: number): string {
    const at = this.drawn.times[index];
    if (at === undefined) return '';
    const from = moment(at, this.now);
    return this.drawn.bars ? `${from}–${moment(at + this.drawn.stepMillis, at)}` : from;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.table || this.place === undefined) {
      this.undraw();
      return;
    }
    const look = this.look(this.place);
    if (look.width < 40 || look.height < 40) return;
    const { times: _, lines, ...kind } = this.drawn;
    const form = JSON.stringify([look, kind, lines.map(({ values: _values, ...line }) => line), this.marks]);
    if (form !== this.plotted || this.plot === undefined) this.redraw(look, form, this.place);
    else if (changed.has('drawn')) this.plot.setData(aligned(this.drawn));
  }

  private redraw(look: Look, form: string, place: HTMLElement): void {
    this.undraw();
    this.plotted = form;
    const moved = (index: number | undefined): void => {
      if (index !== this.index) this.index = index;
    };
    this.plot = new uPlot(options(this.drawn, this.marks, look, moved), aligned(this.drawn), place);
  }

  private undraw(): void {
    this.plot?.destroy();
    this.plot = undefined;
    this.plotted = '';
  }

  private look(place: HTMLElement): Look {
    const style = getComputedStyle(this);
    const of = (name: string): string => style.getPropertyValue(name).trim();
    return {
      width: place.clientWidth,
      height: place.clientHeight,
      text: Math.max(12, Number.parseFloat(style.fontSize) * 0.8125),
      family: style.fontFamily,
      colours: [1, 2, 3, 4, 5, 6].map((number) => of(`--chart-${String(number)}`)),
      ink: of('--text'),
      quiet: of('--quiet'),
      line: of('--line'),
      ground: of('--panel'),
      compact: this.compact,
    };
  }

  private resize(): void {
    this.requestUpdate();
  }

  private key(event: KeyboardEvent, last: number): void {
    const now = this.index ?? last;
    const to = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: last, PageUp: now - 6, PageDown: now + 6 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.read(Math.min(last, Math.max(0, to)));
  }

  private read(index: number | undefined): void {
    this.index = index;
    const at = index === undefined ? undefined : this.drawn.times[index];
    const left = at === undefined ? -10 : (this.plot?.valToPos(at / 1000, 'x') ?? -10);
    this.plot?.setCursor({ left, top: 0 });
  }
}
