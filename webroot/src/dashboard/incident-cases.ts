import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import type { Incident } from '../core/protocol.js';
import type { Signal } from '../core/signal.js';
import { all } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import { openQuestion } from './case-questions.js';
import type { Desk } from './desk.js';

/** The cases of one incident, for those who see cases; once it was referred to investigation, a case is offered. */
@customElement('haetae-incident-cases')
export class IncidentCases extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) incident!: Incident;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk, incident } = this;
    const cases = [...all(desk.live.store, 'case').values()].filter(({ incidents }) => incidents.includes(incident.id));
    const offers = incident.outcome === 'REFERRED_TO_INVESTIGATION' && desk.session.may('case.open');
    if (cases.length === 0 && !offers) return nothing;
    return html`${
      cases.length === 0
        ? nothing
        : html`<span class="quiet">${t('case.of.incident')}</span> ${cases.map(
              (it) =>
                html`<button data-testid="incident-case" @click=${() => desk.go({ page: 'cases', case: it.id })}>
                  ${it.number} · ${word(desk.codes, 'caseStages', it.stage)}
                </button>`,
            )}`
    }
    ${
      offers
        ? html`<button data-testid="incident-open-case" @click=${() => desk.ask(openQuestion(desk, incident))}>
            ${t('case.open.incident')}
          </button>`
        : nothing
    }`;
  }
}
