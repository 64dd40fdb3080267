import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { UpwardReport } from '../../core/entities.js';
import { explain } from '../../core/explain.js';
import type { Incident } from '../../core/protocol.js';
import { upwardReports } from '../../core/remote.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import type { Section } from './sections.js';
import { reportsOf } from './upward.js';
import { reportCard, reportStyles } from './upward-card.js';

/** What was reported to units above about one incident, in its order; received ones are not in every picture, so they are read. */
@customElement('haetae-upward-reports')
export class UpwardReports extends View {
  static override styles = [
    controls,
    reportStyles,
    css`
      :host {
        display: grid;
        gap: 0.4rem;
      }
      h2 {
        font-size: 1.375rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) incident!: Incident;
  @state() private reports: readonly UpwardReport[] | undefined;
  @state() private failure: unknown;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed];
  }

  protected override willUpdate(): void {
    const { id, upwardReports: ids = [] } = this.incident;
    const asked = `${id} ${String(ids.length)} ${reportsOf(this.desk.live.store, id)}`;
    if (asked === this.asked) return;
    if (!this.asked.startsWith(`${id} `)) this.reports = undefined;
    this.asked = asked;
    void this.read(asked);
  }

  protected override render(): TemplateResult {
    const { reports, failure } = this;
    return html`
      <h2>${t('upward.title')}</h2>
      ${
        failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${explain(failure)} <button @click=${() => void this.read(this.asked)}>${t('retry')}</button>
            </p>`
      }
      ${reports === undefined && failure === undefined ? html`<p class="quiet" role="status">${t('loading')}</p>` : nothing}
      <ol class="reports" data-testid="upward-reports">
        ${reports?.map((report) => html`<li>${reportCard(this.desk, report)}</li>`)}
      </ol>
    `;
  }

  private async read(asked: string): Promise<void> {
    try {
      const found = await upwardReports(this.desk.api, this.desk.operation?.id ?? '', { incident: this.incident.id });
      if (asked !== this.asked) return;
      this.reports = found;
      this.failure = undefined;
    } catch (failure) {
      if (asked === this.asked) this.failure = failure;
    }
  }
}

export const upward: Section = ({ desk, incident }) =>
  (incident.upwardReports?.length ?? 0) === 0
    ? nothing
    : html`<haetae-upward-reports .desk=${desk} .incident=${incident}></haetae-upward-reports>`;
