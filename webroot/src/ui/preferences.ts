import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Signal } from '../core/signal.js';
import { language, speak, t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { nextTheme, theme, themeChanged } from '../style/theme.js';
import { View } from './view.js';

/** Language and theme, remembered on this device. */
@customElement('haetae-preferences')
export class Preferences extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: inline-flex;
        gap: 0.25rem;
      }
      button {
        font-size: 0.875rem;
        padding: 0.3rem 0.5rem;
      }
      @media (pointer: coarse) {
        button {
          min-height: 3rem;
        }
      }
    `,
  ];

  protected override signals(): readonly Signal[] {
    return [themeChanged];
  }

  protected override render(): TemplateResult {
    const other = language() === 'ko' ? 'en' : 'ko';
    return html`
      <button type="button" data-testid="language" lang=${other} @click=${() => speak(other)}>
        ${t('language.switch')}
      </button>
      <button type="button" data-testid="theme" @click=${nextTheme}>${t(`theme.${theme()}`)}</button>
    `;
  }
}
