import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { Calm } from './calm.js';
import { stripStyles } from './charts.css.js';
import { CourseFeed } from './feed.js';
import { chart, phaseMarks, wanted } from './panel.js';
import './plot.js';
import { strip } from './specs.js';

/** Three small charts of the last three hours, under the middle of the page. */
@customElement('haetae-chart-strip')
export class ChartStrip extends View {
  static override styles = [controls, stripStyles];

  @property({ attribute: false }) desk!: Desk;
  private readonly feed = new CourseFeed(this, () => this.desk);

  constructor() {
    super();
    new Calm(this, () => this.desk as Desk | undefined, 2_000);
  }

  protected override willUpdate(): void {
    if (this.desk.codes !== undefined && this.desk.live.store.cursor !== undefined)
      this.feed.look(wanted(this.desk, strip, 'hours'));
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { course, failed } = this.feed;
    if (course === undefined)
      return html`<p class="state" role="status">${t(failed === undefined ? 'loading' : 'chart.failed')}</p>`;
    const marks = phaseMarks(desk);
    return html`${strip.map(
      (spec) =>
        html`<haetae-plot
          compact
          data-testid="strip-${spec.id}"
          .drawn=${chart(desk, spec, course, 'hours', 40)}
          .marks=${marks}
          .now=${desk.asOf}
          label=${t(spec.title)}
          unit=${t(spec.unit)}
        ></haetae-plot>`,
    )}`;
  }
}
