import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../i18n/index.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';

@customElement('haetae-map')
export class MapPage extends View {
  @property({ attribute: false }) desk!: Desk;

  protected override render(): TemplateResult {
    return html`<p class="state">${t('nav.map')}</p>`;
  }
}
