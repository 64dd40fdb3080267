import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../core/api.js';
import { explain } from '../core/explain.js';
import { number } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { modes, type List, type Upload } from '../core/upload.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { importReport, reportStyles } from './import-report.js';
import { panelStyles } from './panel.css.js';

/** One list: chosen, looked at, taken over; the file stays chosen whatever the answer is. */
@customElement('haetae-import')
export class Import extends View {
  static override styles = [
    controls,
    panelStyles,
    reportStyles,
    css`
      :host {
        display: block;
        padding: 0;
        overflow: visible;
      }
      .pick {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
      }
      .pick b {
        overflow-wrap: anywhere;
      }
      .modes {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
        border: 0;
        padding: 0;
        margin: 0;
      }
      .modes label {
        display: flex;
        gap: 0.4rem;
        align-items: center;
      }
      .modes input {
        width: 1.1rem;
        height: 1.1rem;
        accent-color: var(--accent);
      }
      .modes span {
        margin: 0;
        font-size: 1rem;
        color: var(--text);
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) list!: List;
  @state() private unreadable = false;

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override render(): TemplateResult {
    const upload = this.desk.upload(this.list);
    return html`<section
      class="card"
      data-testid="import-${this.list}"
      aria-busy=${upload.busy === undefined ? 'false' : 'true'}
    >
      <div class="title">
        <h3>${t(`import.${this.list}`)}</h3>
        <span class="quiet">${t(`import.${this.list}.columns`)}</span>
      </div>
      ${this.pick(upload)} ${upload.chosen === undefined ? nothing : this.modes(upload)}
      <div role="status" aria-live="polite">${this.outcome(upload)}</div>
    </section>`;
  }

  private pick(upload: Upload): TemplateResult {
    const { chosen, busy } = upload;
    const pick = t(chosen === undefined ? 'import.choose' : 'import.chooseOther');
    return html`<div class="pick">
      <input
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv"
        data-testid="import-file"
        aria-label=${`${t(`import.${this.list}`)}: ${pick}`}
        @change=${(event: Event) => void this.chose(event.target as HTMLInputElement)}
      />
      <button
        class=${chosen === undefined ? 'main' : ''}
        ?disabled=${busy !== undefined}
        @click=${() => this.renderRoot.querySelector('input')?.click()}
      >
        ${pick}
      </button>
      ${
        chosen === undefined
          ? html`<span class="quiet">${t('import.none')}</span>`
          : html`<span
                ><b data-testid="import-name">${chosen.name}</b>
                <span class="quiet"
                  >${t('import.size', { n: number(Math.ceil(chosen.bytes.byteLength / 1024)) })}</span
                ></span
              >
              <button data-testid="import-check" ?disabled=${busy !== undefined} @click=${() => void upload.check()}>
                ${t('import.check')}
              </button>`
      }
    </div>`;
  }

  private modes(upload: Upload): TemplateResult {
    return html`<fieldset class="modes" ?disabled=${upload.busy !== undefined}>
        <legend class="unseen">${t('import.mode')}</legend>
        ${modes.map(
          (mode) =>
            html`<label
              ><input
                type="radio"
                name="mode"
                value=${mode}
                .checked=${upload.mode === mode}
                @change=${() => upload.become(mode)}
              /><span>${t(`import.mode.${mode}`)}</span></label
            >`,
        )}
      </fieldset>
      <div class="pick">
        <button
          class="main"
          data-testid="import-take"
          ?disabled=${upload.busy !== undefined || upload.checked === undefined || upload.blocked || upload.taken !== undefined}
          @click=${() => void upload.take()}
        >
          ${t(upload.busy === 'taking' ? 'import.taking' : 'import.take')}
        </button>
        ${upload.blocked ? html`<span class="warn" data-testid="import-blocked">⚠ ${t('import.blocked')}</span>` : nothing}
      </div>`;
  }

  private outcome(upload: Upload): TemplateResult | typeof nothing {
    const { busy, failed, taken, checked } = upload;
    if (this.unreadable) return html`<p class="notice bad">${t('import.unreadable')}</p>`;
    if (busy !== undefined) return html`<p class="notice">${t(`import.${busy}`)}</p>`;
    const refused =
      failed === undefined ? nothing : html`<p class="notice bad" data-testid="import-failed">${said(failed)}</p>`;
    if (taken !== undefined) return html`${refused} ${importReport(taken, true)}`;
    return checked === undefined ? refused : html`${refused} ${importReport(checked, false)}`;
  }

  private async chose(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    this.unreadable = false;
    try {
      const chosen = { name: file.name, bytes: await file.arrayBuffer() };
      await this.desk.upload(this.list).choose(chosen);
    } catch {
      // The file went away or may not be read: the one chosen before stays.
      this.unreadable = true;
    } finally {
      // So that the same file, corrected, can be chosen again.
      input.value = '';
    }
  }
}

/** Refused lines are told by the look at the file; a refusal names how many, not each. */
function said(error: unknown): string {
  if (error instanceof Problem && error.code === 'rows-refused')
    return t('import.refused', { n: number(error.errors.length) });
  return `${explain(error)} ${t('import.kept')}`;
}
