import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isChoice, labelOf, unanswered, type FormField } from '../core/forms.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { FieldDesk } from './desk.js';
import type { Round } from './duty-desk.js';
import { choice } from './inputs.js';
import { reportStyles } from './report.css.js';

/** A situation report (상황보고): its form follows the post's kind and the phase. Every touch is kept. Fires `done`. */
@customElement('haetae-round')
export class RoundForm extends View {
  static override styles = [controls, reportStyles];

  @property({ attribute: false }) desk!: FieldDesk;
  @state() private round: Round = { post: '', answers: {}, text: '' };
  @state() private wrong = '';
  @state() private busy = false;

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.round = this.desk.duty.round;
  }

  protected override render(): TemplateResult {
    const { duty } = this.desk;
    return html`<form
      data-testid="round-form"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.send();
      }}
    >
      <header>
        <button type="button" data-testid="back" @click=${() => this.done()}>‹ ${t('field.back')}</button>
        <h1>${t('duty.situation')}</h1>
      </header>
      <p><b>${duty.post?.name}</b></p>
      ${duty.fields.map((field) => this.field(field))}
      <label
        ><span>${t('duty.text')} · ${t('field.draft.kept')}</span
        ><textarea
          data-testid="round-text"
          maxlength="1000"
          .value=${this.round.text}
          @input=${(event: InputEvent) => this.keep({ text: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      <footer>
        <p class="notice bad" role="alert" data-testid="round-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
        <button class="main big" data-testid="round-send" ?disabled=${this.busy}>${t('field.send')}</button>
      </footer>
    </form>`;
  }

  private field(field: FormField): TemplateResult {
    const label = `${labelOf(field)}${field.required === true ? '' : ` (${t('optional')})`}`;
    const answer = this.round.answers[field.code] ?? '';
    if (isChoice(field)) {
      const options = (field.options ?? []).map((option): [string, string] => [String(option.code), labelOf(option)]);
      const choose = (value: string): void => this.answer(field, value === answer ? '' : value);
      return choice(label, options, answer, choose, field.code);
    }
    return html`<label
      ><span>${label}</span
      ><input
        type="number"
        inputmode="numeric"
        min=${field.min ?? 0}
        max=${field.max ?? nothing}
        data-field=${field.code}
        .value=${answer}
        @input=${(event: Event) => this.answer(field, (event.target as HTMLInputElement).value)}
    /></label>`;
  }

  private answer(field: FormField, value: string): void {
    this.keep({ answers: { ...this.round.answers, [field.code]: value } });
  }

  private keep(change: Partial<Round>): void {
    this.round = { ...this.round, ...change };
    this.wrong = '';
    this.desk.duty.keep(this.round);
  }

  private async send(): Promise<void> {
    const { duty } = this.desk;
    const missing = unanswered(duty.fields, this.round.answers);
    if (missing.length > 0) {
      const names = missing.map((field) => labelOf(field));
      this.wrong = t('duty.needed', { fields: names.join(', ') });
      return;
    }
    if (this.busy) return;
    this.busy = true;
    try {
      await duty.situation(this.round);
      this.done();
    } catch {
      this.wrong = t('field.save.failed');
    } finally {
      this.busy = false;
    }
  }

  private done(): void {
    this.dispatchEvent(new CustomEvent('done'));
  }
}
