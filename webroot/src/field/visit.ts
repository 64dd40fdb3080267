import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { mostOfficers } from '../core/cases.js';
import { entries } from '../core/codes.js';
import { labelOf } from '../core/forms.js';
import { fromField, moment, toField } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { FieldDesk } from './desk.js';
import { choice, counter } from './inputs.js';
import { reportStyles } from './report.css.js';
import type { VisitDraft } from './visit-desk.js';

type When = 'askedAt' | 'enteredAt';

/** Police go inside (출입 기록), written with one thumb at the door. Every touch is kept. Fires `done`. */
@customElement('haetae-visit')
export class VisitForm extends View {
  static override styles = [controls, reportStyles];

  @property({ attribute: false }) desk!: FieldDesk;
  @state() private draft!: VisitDraft;
  @state() private timing: ReadonlySet<When> = new Set();
  @state() private wrong = '';
  @state() private busy = false;

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.draft = this.desk.visits.draft;
  }

  protected override render(): TemplateResult {
    const { draft } = this;
    return html`<form
      data-testid="visit-form"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.send();
      }}
    >
      <header>
        <button type="button" data-testid="back" @click=${() => this.done()}>‹ ${t('field.back')}</button>
        <h1>${t('visit.record')}</h1>
      </header>
      <p><b>${this.desk.duty.post?.name}</b> <span class="quiet">${t('visit.law')}</span></p>
      ${choice(t('visit.askedBy'), this.askers(), draft.askedBy, (askedBy) => this.keep({ askedBy }))}
      <label
        ><span>${t('ask.reason')} · ${t('field.draft.kept')}</span
        ><textarea
          data-testid="visit-reason"
          class="short"
          maxlength="500"
          placeholder=${t('visit.reason.hint')}
          .value=${draft.reason}
          @input=${(event: InputEvent) => this.keep({ reason: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      ${counter({
        label: t('visit.officers'),
        said: t('visit.people', { n: draft.officers }),
        value: draft.officers,
        least: 1,
        most: mostOfficers,
        testId: 'visit-officers',
        change: (officers) => this.keep({ officers }),
      })}
      ${choice(
        t('visit.uniform'),
        [
          ['true', t('visit.uniform.yes')],
          ['false', t('visit.uniform.no')],
        ],
        String(draft.inUniform),
        (value) => this.keep({ inUniform: value === 'true' }),
      )}
      ${this.time('askedAt', 'visit.askedAt', 'visit.askedAt.then')}
      ${this.time('enteredAt', 'visit.enteredAt', 'field.occurred.now')}
      <footer>
        <p class="notice bad" role="alert" data-testid="visit-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
        <button class="main big" data-testid="visit-send" ?disabled=${this.busy}>${t('visit.record')}</button>
      </footer>
    </form>`;
  }

  private askers(): readonly [string, string][] {
    return entries(this.desk.codes, 'visitAskers').map((entry) => [String(entry.code), labelOf(entry)]);
  }

  private time(name: When, label: Word, unsaid: Word): TemplateResult {
    const given = this.draft[name];
    if (this.timing.has(name)) {
      const shown = given ?? this.desk.visits.times(this.draft)[name];
      return html`<label
        ><span>${t(label)}</span
        ><input
          type="datetime-local"
          data-testid="visit-${name}"
          .value=${toField(Date.parse(shown))}
          @change=${(event: Event) => this.keep({ [name]: fromField((event.target as HTMLInputElement).value) })}
      /></label>`;
    }
    return html`<div class="line">
      <div>
        <span class="quiet">${t(label)}</span> <b>${given === undefined ? t(unsaid) : moment(given, this.desk.now)}</b>
      </div>
      <button
        type="button"
        data-testid="visit-${name}-change"
        @click=${() => (this.timing = new Set([...this.timing, name]))}
      >
        ${t('field.occurred.change')}
      </button>
    </div>`;
  }

  private keep(change: { readonly [K in keyof VisitDraft]?: VisitDraft[K] | undefined }): void {
    const merged = Object.entries({ ...this.draft, ...change }).filter(([, value]) => value !== undefined);
    this.draft = Object.fromEntries(merged) as unknown as VisitDraft;
    this.wrong = '';
    this.desk.visits.keep(this.draft);
  }

  private async send(): Promise<void> {
    const { askedAt, enteredAt } = this.desk.visits.times(this.draft);
    if (this.draft.reason.trim() === '') {
      this.wrong = t('visit.reason.needed');
      this.renderRoot.querySelector('textarea')?.focus();
      return;
    }
    if (Date.parse(enteredAt) < Date.parse(askedAt)) this.wrong = t('visit.order');
    else if (!this.busy) await this.enter();
  }

  private async enter(): Promise<void> {
    this.busy = true;
    try {
      await this.desk.visits.enter(this.draft);
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
