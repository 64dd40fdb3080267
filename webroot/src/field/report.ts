import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import { fromField, moment, toField } from '../core/format.js';
import type { Post } from '../core/protocol.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { kindIcon } from '../ui/kind-icon.js';
import '../ui/post-search.js';
import { View } from '../ui/view.js';
import { BackStep } from './back-step.js';
import type { FieldDesk } from './desk.js';
import type { Draft } from './outbox.js';
import type { DraftFile } from './outbox.js';
import { notKept, pictures } from './pictures.js';
import type { Located } from './position.js';
import './position-field.js';
import { isFull } from './room.js';
import { reportStyles } from './report.css.js';

const usualCode = 3;
const shownAtFirst = 7;
export const blank: Draft = { code: usualCode, text: '' };

/** Writing one report with one thumb. Every change is kept at once. Fires `done`. */
@customElement('haetae-report')
export class ReportForm extends View {
  static override styles = [controls, reportStyles];

  @property({ attribute: false }) desk!: FieldDesk;
  @state() private draft: Draft = blank;
  @state() private allKinds = false;
  @state() private searching = false;
  @state() private timing = false;
  @state() private wrong = '';
  /** Which files are not among those of the report; outlasts what else is touched, such as a position that arrives. */
  @state() private notTaken = '';
  @state() private busy = false;
  private readonly step = new BackStep(this, 'kind', () => this.keep({ kind: undefined }));

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override firstUpdated(): void {
    this.draft = this.desk.draft ?? blank;
  }

  protected override render(): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => void this.submit(event)} data-testid="report-form" novalidate>
      <header>
        <button type="button" data-testid="back" @click=${() => this.done()}>‹ ${t('field.back')}</button>
        <h1>${t(this.draft.replaces === undefined ? 'field.report' : 'field.report.edit')}</h1>
      </header>
      ${this.draft.kind === undefined ? this.kinds() : this.rest(this.draft.kind)}
    </form>`;
  }

  private kinds(): TemplateResult {
    const all = this.desk.codes?.incidentKinds ?? [];
    const other = all.filter(({ code }) => code === 'OTHER');
    const shown = this.allKinds
      ? all
      : [...all.filter(({ code }) => code !== 'OTHER').slice(0, shownAtFirst), ...other];
    return html`<h2>${t('field.kind')}</h2>
      ${all.length === 0 ? html`<p class="state" role="status">${t('loading')}</p>` : nothing}
      <div class="kinds">
        ${shown.map(
          ({ code }) =>
            html`<button
              type="button"
              data-testid="kind"
              data-code=${code}
              @click=${() => {
                this.keep({ kind: String(code) });
                this.step.enter();
              }}
            >
              ${kindIcon(String(code))} ${word(this.desk.codes, 'incidentKinds', code)}
            </button>`,
        )}
      </div>
      ${
        this.allKinds || all.length <= shownAtFirst + 1
          ? nothing
          : html`<button type="button" class="wide" data-testid="kind-more" @click=${() => (this.allKinds = true)}>
              ${t('field.kind.more')}
            </button>`
      }`;
  }

  private rest(kind: string): TemplateResult {
    return html`
      <div class="chosen">
        <b data-testid="kind-chosen">${word(this.desk.codes, 'incidentKinds', kind)}</b>
        <button type="button" @click=${() => this.step.leave()}>${t('field.kind.change')}</button>
      </div>
      <fieldset>
        <legend>${t('field.urgency')}</legend>
        <div class="codes">
          ${[0, 1, 2, 3, 4].map(
            (code) =>
              html`<button
                type="button"
                data-testid="code-${code}"
                aria-pressed=${this.draft.code === code ? 'true' : 'false'}
                aria-label=${word(this.desk.codes, 'urgencies', code)}
                @click=${() => this.keep({ code })}
              >
                ${code}
              </button>`,
          )}
        </div>
      </fieldset>
      <label
        ><span>${t('field.text')} · ${t('field.text.optional')} · ${t('field.draft.kept')}</span
        ><textarea
          data-testid="report-text"
          maxlength="2000"
          placeholder=${t('field.text.hint')}
          .value=${this.draft.text}
          @input=${(event: InputEvent) => this.keep({ text: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      ${this.place()} ${this.position()} ${this.occurred()}
      ${pictures({
        files: this.draft.files ?? [],
        busy: this.busy,
        add: (chosen) => void this.choose(chosen),
        remove: (file) => void this.unchoose(file),
        bytes: (file) => this.desk.files.bytesOf(file.id),
      })}
      <p class="notice bad" role="alert" data-testid="files-error" ?hidden=${this.notTaken === ''}>${this.notTaken}</p>
      <footer>
        <p class="notice bad" role="alert" data-testid="report-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
        <button class="main big" data-testid="send" ?disabled=${this.busy}>${t('field.send')}</button>
      </footer>
    `;
  }

  private place(): TemplateResult {
    const { ownPost, account } = this.desk;
    const own = account?.post == null ? t('field.place.unit') : `${t('field.place.own')} ${ownPost?.name ?? ''}`;
    const { post } = this.draft;
    return html`<div class="line">
        <div>
          <span class="quiet">${t('field.place')}</span>
          <b data-testid="place">${post?.name ?? own}</b>
        </div>
        ${
          post === undefined
            ? html`<button type="button" data-testid="other-place" @click=${() => (this.searching = !this.searching)}>
                ${t('field.place.other')}
              </button>`
            : html`<button type="button" @click=${() => this.keep({ post: undefined })}>
                ${t('field.place.own')}
              </button>`
        }
      </div>
      ${
        this.searching
          ? html`<haetae-post-search
              .find=${(query: string) => this.desk.find(query)}
              @chosen=${(event: CustomEvent<Post>) => {
                this.searching = false;
                this.keep({ post: { id: event.detail.id, name: event.detail.name } });
              }}
            ></haetae-post-search>`
          : nothing
      }`;
  }

  private position(): TemplateResult {
    return html`<haetae-position-field
      .position=${this.draft.position}
      ?eager=${this.draft.replaces === undefined}
      @changed=${(event: CustomEvent<Located | undefined>) => this.keep({ position: event.detail })}
    ></haetae-position-field>`;
  }

  private occurred(): TemplateResult {
    const { occurredAt } = this.draft;
    const said = occurredAt === undefined ? t('field.occurred.now') : moment(occurredAt, this.desk.now);
    if (this.timing) {
      return html`<label
        ><span>${t('field.occurred')}</span
        ><input
          type="datetime-local"
          data-testid="occurred"
          .value=${toField(occurredAt === undefined ? this.desk.now : Date.parse(occurredAt))}
          @change=${(event: Event) => this.keep({ occurredAt: fromField((event.target as HTMLInputElement).value) })}
      /></label>`;
    }
    return html`<div class="line">
      <div><span class="quiet">${t('field.occurred')}</span> <b>${said}</b></div>
      <button type="button" @click=${() => (this.timing = true)}>${t('field.occurred.change')}</button>
    </div>`;
  }

  private keep(change: { readonly [K in keyof Draft]?: Draft[K] | undefined }): void {
    const merged = Object.entries({ ...this.draft, ...change }).filter(([, value]) => value !== undefined);
    this.draft = Object.fromEntries(merged) as unknown as Draft;
    this.wrong = '';
    this.desk.write(this.draft).catch((error: unknown) => {
      this.wrong = t(isFull(error) ? 'field.full.draft' : 'field.save.failed');
    });
  }

  private async choose(chosen: readonly File[]): Promise<void> {
    this.busy = true;
    const wrong: string[] = [];
    for (const file of chosen) {
      try {
        this.keep({ files: [...(this.draft.files ?? []), await this.desk.files.keep(file)] });
      } catch (error) {
        wrong.push(notKept(file.name, error));
      }
    }
    this.notTaken = wrong.join(' ');
    this.busy = false;
  }

  private async unchoose(file: DraftFile): Promise<void> {
    this.keep({ files: (this.draft.files ?? []).filter(({ id }) => id !== file.id) });
    await this.desk.files.unchoose(file);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { draft } = this;
    if (draft.kind === undefined) this.wrong = t('field.kind.needed');
    else if (!this.busy) await this.send({ ...draft, kind: draft.kind });
  }

  private async send(draft: Draft & { readonly kind: string }): Promise<void> {
    this.busy = true;
    try {
      await this.desk.submit(draft);
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
