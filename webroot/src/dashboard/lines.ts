import { css, html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Problem } from '../core/api.js';
import { explain } from '../core/explain.js';
import { commandId } from '../core/id.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { control, fieldStyles, given } from '../ui/fields.js';
import type { Asked, Field, Given } from '../ui/question.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';

/** A list that is written as a whole: timetable, plan of levels, silence rules. Fires `done` when it was saved or left. */
@customElement('haetae-lines')
export class Lines extends View {
  static override styles = [
    controls,
    fieldStyles,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th {
        text-align: left;
        color: var(--quiet);
        font-size: 0.875rem;
        font-weight: 500;
      }
      th,
      td {
        padding: 0.2rem 0.3rem 0.2rem 0;
      }
      form {
        display: grid;
        gap: 0.6rem;
      }
      .acts {
        display: flex;
        gap: 0.4rem;
      }
      .acts :nth-child(2) {
        margin-left: auto;
      }
      input[type='number'] {
        width: 6rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) columns: readonly Field[] = [];
  /** As they stand now; read once, so that what arrives meanwhile does not undo what is being written. */
  @property({ attribute: false }) lines: readonly Given[] = [];
  @property({ attribute: false }) request!: (lines: readonly Given[]) => Asked;
  @property() done = '';
  @query('form') private form!: HTMLFormElement;
  @state() private keys: readonly number[] = [];
  @state() private wrong = '';
  @state() private busy = false;
  private start: readonly Given[] = [];
  private next = 0;
  private command = commandId();
  private sent = '';

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    this.start = this.lines;
    this.keys = this.lines.map(() => this.next++);
  }

  protected override render(): TemplateResult {
    return html`<form data-testid="lines" @submit=${(event: SubmitEvent) => void this.submit(event)}>
      <table>
        <thead>
          <tr>
            ${this.columns.map((column) => html`<th scope="col">${column.label}</th>`)}
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.keys,
            (key) => key,
            (key) => this.line(key),
          )}
        </tbody>
      </table>
      <p class="notice bad" role="alert" ?hidden=${this.wrong === ''}>${this.wrong}</p>
      <div class="acts">
        <button type="button" data-testid="lines-add" @click=${() => (this.keys = [...this.keys, this.next++])}>
          ${t('lines.add')}
        </button>
        <button type="button" @click=${() => this.leave()}>${t('cancel')}</button>
        <button class="main" data-testid="lines-save" ?disabled=${this.busy}>${t('lines.save')}</button>
      </div>
    </form>`;
  }

  private line(key: number): TemplateResult {
    return html`<tr>
      ${this.fields(key).map((field) => html`<td>${control(field)}</td>`)}
      <td>
        <button
          type="button"
          aria-label=${t('lines.remove')}
          title=${t('lines.remove')}
          @click=${() => this.takeOut(key)}
        >
          ✕
        </button>
      </td>
    </tr>`;
  }

  private fields(key: number): Field[] {
    const held = this.start[key] ?? {};
    return this.columns.map((column) => {
      const value = held[column.name];
      return { ...column, name: `${String(key)}.${column.name}`, ...(value === undefined ? {} : { value }) };
    });
  }

  private takeOut(key: number): void {
    this.keys = this.keys.filter((other) => other !== key);
  }

  /** The columns' answers of a line, and what it carried beside them (its id). */
  private read(key: number): Given {
    const answers = given(this.form, this.fields(key));
    const own = Object.entries(answers).map(([name, value]) => [name.slice(name.indexOf('.') + 1), value] as const);
    return { ...this.start[key], ...Object.fromEntries(own) };
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const asked = this.request(this.keys.map((key) => this.read(key)));
    const content = JSON.stringify(asked);
    if (content !== this.sent) this.command = commandId();
    this.sent = content;
    this.busy = true;
    this.wrong = '';
    try {
      await this.desk.order(asked, this.command);
      this.desk.say(this.done);
      this.leave();
    } catch (error) {
      if (error instanceof Problem && !error.passing) this.sent = '';
      this.wrong = explain(error);
    } finally {
      this.busy = false;
    }
  }

  private leave(): void {
    this.dispatchEvent(new CustomEvent('done'));
  }
}
