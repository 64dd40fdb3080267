import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { UpwardReport } from '../../core/entities.js';
import { number } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { focusIfFree } from '../../ui/first-focus.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import type { Receipt } from './receipt.js';
import { waiting } from './upward.js';
import { reportCard, reportStyles } from './upward-card.js';

/** 받을 보고: what units below have reported to one's own, and nobody there has received; then what waits elsewhere. */
@customElement('haetae-upward-page')
export class UpwardPage extends View {
  static override styles = [
    controls,
    panelStyles,
    reportStyles,
    css`
      h3 {
        font-weight: 650;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  /** The reports as they were drawn last, and whether the keyboard is to be at the first. */
  private drawn: readonly string[] = [];
  private begun = false;
  /** The place of the report that the keyboard was at. */
  private at = -1;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  protected override willUpdate(): void {
    const held = this.renderRoot.querySelector<Receipt>('.mine haetae-receipt:focus-within');
    this.at = held === null ? -1 : this.drawn.indexOf(held.report.id);
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    if (desk.live.store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    const { mine, others } = waiting(desk.live.store, desk.home);
    return html`
      <div class="head">
        <h2>
          ${t('nav.upward')}
          <span class="quiet" data-testid="upward-count" role="status"
            >${t('upward.count', { n: number(mine.length) })}</span
          >
        </h2>
      </div>
      ${this.narrowed()}
      ${mine.length === 0 ? html`<p class="state" data-testid="upward-empty">${t('upward.none')}</p>` : nothing}
      <ol class="reports mine">
        ${this.cards(mine)}
      </ol>
      ${
        others.length === 0
          ? nothing
          : html`<h3>
                ${t('upward.others')} <span class="quiet">${t('upward.count', { n: number(others.length) })}</span>
              </h3>
              <ol class="reports" data-testid="upward-others">
                ${this.cards(others)}
              </ol>`
      }
    `;
  }

  /** What was received leaves; the keyboard goes on to what stands at its place. */
  protected override updated(): void {
    const { desk, at } = this;
    const ids = waiting(desk.live.store, desk.home).mine.map(({ id }) => id);
    const before = this.drawn;
    this.drawn = ids;
    const receipts = [...this.renderRoot.querySelectorAll<Receipt>('.mine haetae-receipt')];
    if (!this.begun && receipts.length > 0) {
      this.begun = true;
      void receipts[0]?.updateComplete.then(() => focusIfFree(receipts[0]));
    } else if (at >= 0 && !ids.includes(before[at] ?? '')) {
      const next = receipts[Math.min(at, receipts.length - 1)];
      void next?.updateComplete.then(() => next.focus());
    }
  }

  private cards(reports: readonly UpwardReport[]): unknown {
    return repeat(
      reports,
      ({ id }) => id,
      (report) => html`<li>${reportCard(this.desk, report)}</li>`,
    );
  }

  /** A narrower view holds only what concerns it. */
  private narrowed(): TemplateResult | typeof nothing {
    const { desk } = this;
    if (desk.scope === desk.home) return nothing;
    return html`<p class="notice">
      ${t('upward.narrowed', { unit: unitLabel(desk.live.store, desk.scope) })}
      <button @click=${() => desk.go({ scope: desk.home })}>${t('upward.whole')}</button>
    </p>`;
  }
}
