import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Discrepancy } from '../../core/custody.js';
import { number } from '../../core/format.js';
import type { Signal } from '../../core/signal.js';
import { all } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import { discrepancyCard } from './discrepancy.js';
import { custodyStyles, nestedStyles } from './marks.js';

/** So many are drawn; the rest is counted, and found by narrowing to a unit. */
const most = 200;

/** 불일치: what was found other than recorded and waits for an explanation, the oldest first; then what waits to be accepted. */
@customElement('haetae-discrepancies')
export class Discrepancies extends View {
  static override styles = [controls, panelStyles, custodyStyles, nestedStyles];

  @property({ attribute: false }) desk!: Desk;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const rank = ({ state }: Discrepancy): number => (state === 'OPEN' ? 0 : 1);
    const open = [...all(store, 'discrepancy').values()]
      .filter(({ state }) => state !== 'ACCEPTED')
      .sort((a, b) => rank(a) - rank(b) || (a.at < b.at ? -1 : 1));
    if (open.length === 0)
      return html`<p class="state" data-testid="discrepancies-empty">${t('transport.discrepancies.empty')}</p>`;
    return html`<ul class="cards">
        ${open.slice(0, most).map((found) => html`<li>${discrepancyCard(desk, found)}</li>`)}
      </ul>
      ${open.length > most ? html`<p class="quiet">${t('import.rest', { n: number(open.length - most) })}</p>` : nothing}`;
  }
}
