import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Incident } from '../core/protocol.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { isOpen } from './order.js';
import { offered, rules, wordOf } from './triage/acts.js';
import { failures } from './triage/failures.js';

/** What may be done with one incident, each with its key. A failed command stays, with its id, until it is sent again or left. */
@customElement('haetae-actions')
export class Actions extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 0.6rem;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
      }
      kbd {
        font: inherit;
        font-size: 0.75rem;
        opacity: 0.75;
        margin-left: 0.25rem;
      }
      .failures {
        display: grid;
        gap: 0.4rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) incident!: Incident;

  protected override signals(): readonly Signal[] {
    return [this.desk.acting.work.changed];
  }

  protected override render(): TemplateResult {
    const { desk, incident } = this;
    const acts = offered(incident, desk.asking);
    const none = isOpen(incident) ? t('act.none') : t('act.over');
    return html`
      ${acts.length === 0 ? html`<p class="quiet">${none}</p>` : nothing}
      <div class="acts" role="group" aria-label=${t('act.title')}>
        ${acts.map(
          (act, index) =>
            html`<button
              class=${index === 0 && act === 'acknowledge' ? 'main' : ''}
              data-testid="act-${act}"
              aria-keyshortcuts=${rules[act].key}
              @click=${() => desk.acting.begin(act, [incident])}
            >
              ${t(wordOf(act, desk.asking))}<kbd aria-hidden="true">${rules[act].key}</kbd>
            </button>`,
        )}
      </div>
      ${desk.acting.work.busy(incident.id) ? html`<p role="status" data-testid="act-sending">${t('act.sending')}</p>` : nothing}
      ${failures(desk, incident.id)}
    `;
  }
}
