import { css, html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { explain } from '../core/explain.js';
import { proposal } from '../core/remote.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { fieldInput, fieldStyles, given } from '../ui/fields.js';
import type { Field } from '../ui/question.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';

/** Asks for the standard course around a polling day. Fires `proposed` with it in `detail`, `left` when one thought better. */
@customElement('haetae-proposal')
export class ProposalForm extends View {
  static override styles = [
    controls,
    fieldStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: 0.6rem 1rem;
        align-items: start;
        padding: 0.75rem 1rem;
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 0.375rem;
      }
      .wide {
        grid-column: 1 / -1;
      }
      .acts {
        display: flex;
        gap: 0.4rem;
        justify-content: flex-end;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @query('form') private form!: HTMLFormElement;
  @state() private wrong = '';
  @state() private busy = false;

  protected override render(): TemplateResult {
    return html`<form data-testid="proposal" @submit=${(event: SubmitEvent) => void this.submit(event)}>
      <p class="wide">${t('proposal.text')}</p>
      ${this.fields().map((field) => fieldInput(field))}
      <p class="notice bad wide" role="alert" ?hidden=${this.wrong === ''}>${this.wrong}</p>
      <div class="acts wide">
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('left'))}>${t('cancel')}</button>
        <button class="main" data-testid="proposal-ask" ?disabled=${this.busy}>${t('proposal.ask')}</button>
      </div>
    </form>`;
  }

  private fields(): Field[] {
    return [
      { name: 'pollingDay', label: t('proposal.pollingDay'), type: 'date' },
      { name: 'close', label: t('proposal.close'), type: 'time', value: '18:00' },
      {
        name: 'campaignFrom',
        label: t('proposal.campaignFrom'),
        type: 'date',
        optional: true,
        hint: t('proposal.campaignFrom.hint'),
      },
    ];
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const { api, operation } = this.desk;
    this.busy = true;
    this.wrong = '';
    try {
      const found = await proposal(api, operation?.id ?? '', given(this.form, this.fields()));
      this.dispatchEvent(new CustomEvent('proposed', { detail: found }));
    } catch (error) {
      this.wrong = explain(error);
    } finally {
      this.busy = false;
    }
  }
}
