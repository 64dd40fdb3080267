import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Problem } from '../core/api.js';
import { explain } from '../core/explain.js';
import { commandId } from '../core/id.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { dialogStyles } from '../ui/dialog.js';
import { fieldInput, fieldStyles, given } from '../ui/fields.js';
import type { Given, Inquiry, Note, Question } from '../ui/question.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';

const pauseMillis = 300;

/** The one dialog for every command that needs words: it asks, shows what it would do, sends, and stays when that failed. */
@customElement('haetae-ask')
export class Ask extends View {
  static override styles = [
    controls,
    dialogStyles,
    fieldStyles,
    css`
      form {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.75rem 1rem;
        align-items: start;
      }
      .wide {
        grid-column: 1 / -1;
      }
      .end {
        display: flex;
        gap: 0.5rem;
        justify-content: flex-end;
      }
      .notice p + p {
        margin-top: 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;
  @state() private question: Question | Inquiry | undefined;
  @state() private wrong = '';
  @state() private busy = false;
  @state() private notes: readonly Note[] = [];
  /** Kept over repeats of the same content, so that a second press cannot record it twice. */
  private command = commandId();
  private sent = '';
  private typed = 0;

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override willUpdate(): void {
    if (this.desk.question === this.question) return;
    this.question = this.desk.question;
    this.wrong = this.sent = '';
    this.notes = [];
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!(changed as Map<PropertyKey, unknown>).has('question')) return;
    if (this.question === undefined) this.dialog.close();
    else {
      this.form.reset();
      this.dialog.showModal();
      const first = this.form.querySelector<HTMLElement>('input, select, textarea') ?? this.form.querySelector('.main');
      (first as HTMLElement | null)?.focus();
      void this.look();
    }
  }

  protected override render(): TemplateResult {
    const { question } = this;
    return html`<dialog data-testid="ask" aria-labelledby="title" @close=${() => this.leave()}>
      <form
        data-testid="ask-form"
        @submit=${(event: SubmitEvent) => void this.submit(event)}
        @input=${() => void this.look()}
        @keydown=${(event: KeyboardEvent) => this.sendKey(event)}
      >
        <h2 id="title" class="wide">${question?.title}</h2>
        ${question?.text === undefined ? nothing : html`<p class="wide">${question.text}</p>`}
        ${question?.fields.map((field) => fieldInput(field))} ${this.preview()}
        <p class="notice bad wide" role="alert" data-testid="ask-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
        <div class="wide end">
          <button type="button" data-testid="ask-cancel" @click=${() => this.leave()}>${t('cancel')}</button>
          <button class="main" data-testid="ask-send" ?disabled=${this.busy}>
            ${this.busy ? t('act.sending') : question?.send}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  private preview(): TemplateResult | typeof nothing {
    if (this.notes.length === 0) return nothing;
    const warns = this.notes.some((note) => note.warn === true);
    return html`<div class="notice wide ${warns ? 'late' : ''}" role="status" data-testid="ask-preview">
      ${this.notes.map((note) => html`<p>${note.warn === true ? html`<b>⚠ ${note.text}</b>` : note.text}</p>`)}
    </div>`;
  }

  private leave(): void {
    if (this.question !== undefined) this.desk.leaveQuestion();
  }

  private given(question: Question | Inquiry): Given {
    return given(this.form, question.fields);
  }

  /** Says what it would do, once the typing rests; what cannot be previewed yet says nothing. */
  private async look(): Promise<void> {
    const { question } = this;
    if (question?.preview === undefined) return;
    const turn = ++this.typed;
    await new Promise((done) => setTimeout(done, pauseMillis));
    if (turn !== this.typed || question !== this.question) return;
    try {
      const notes = await question.preview(this.given(question));
      if (turn === this.typed) this.notes = notes;
    } catch (error) {
      if (turn === this.typed) this.notes = [{ text: explain(error), warn: true }];
    }
  }

  /** From within several lines too, where Enter alone begins another. */
  private sendKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { question } = this;
    if (question === undefined || this.busy) return;
    if ('take' in question) return this.hand(question);
    const asked = question.request(this.given(question));
    const content = JSON.stringify(asked);
    if (content !== this.sent) this.command = commandId();
    this.sent = content;
    this.busy = true;
    this.wrong = '';
    try {
      const answer = await this.desk.order(asked, this.command);
      this.desk.say(question.done);
      question.after?.(answer);
      this.desk.leaveQuestion();
    } catch (error) {
      if (error instanceof Problem && !error.passing) this.sent = '';
      this.wrong = explain(error);
    } finally {
      this.busy = false;
    }
  }

  private async hand(inquiry: Inquiry): Promise<void> {
    this.busy = true;
    this.wrong = '';
    try {
      await inquiry.take(this.given(inquiry));
      if (this.question === inquiry) this.desk.leaveQuestion();
    } catch (error) {
      this.wrong = explain(error);
    } finally {
      this.busy = false;
    }
  }
}
