import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Problem } from '../../core/api.js';
import type { UpwardReport } from '../../core/entities.js';
import { explain } from '../../core/explain.js';
import { commandId } from '../../core/id.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { ordinalWord } from './upward.js';

/** Takes note of a report, for the room that it is addressed to; nothing for all others. While it sends it keeps the keyboard. */
@customElement('haetae-receipt')
export class Receipt extends View {
  static override styles = [controls];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) report!: UpwardReport;
  @query('button') private button?: HTMLButtonElement;
  @state() private busy = false;
  @state() private wrong = '';
  /** Kept over repeats, so that a second press cannot record it twice. */
  private readonly command = commandId();

  override focus(): void {
    this.button?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk, report } = this;
    if (report.receivedAt != null || report.to !== desk.home || !desk.session.may('incident.report-up')) return nothing;
    return html`<button
        class="main"
        data-testid="report-receive"
        aria-disabled=${this.busy ? 'true' : 'false'}
        @click=${() => void this.receive()}
      >
        ${t(this.busy ? 'act.sending' : 'upward.receive')}
      </button>
      ${this.wrong === '' ? nothing : html`<p class="notice bad" role="alert">${this.wrong}</p>`}`;
  }

  private async receive(): Promise<void> {
    const { desk, report } = this;
    if (this.busy) return;
    this.busy = true;
    this.wrong = '';
    try {
      await desk.command(`/upward-reports/${encodeURIComponent(report.id)}/receipt`, {}, this.command);
      const name = ordinalWord(report.ordinal, report.last);
      desk.say(t('upward.receive.done', { number: report.sent.number, name }));
    } catch (error) {
      const before = error instanceof Problem && error.code === 'already-there';
      this.wrong = before ? t('upward.receive.before') : explain(error);
      this.busy = false;
    }
  }
}
