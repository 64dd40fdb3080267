import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { explain, refusal } from '../core/explain.js';
import { moment, number } from '../core/format.js';
import { isWord, t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { Broken } from '../core/sealed-medium.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { SealedFile, type Line, type Medium, type Progress, type Taken } from './sealed-media.js';
import { panelStyles } from './panel.css.js';

/** Takes in what lay unsent on the phone of a disabled account. A file taken in twice doubles nothing. */
@customElement('haetae-sealed-import')
export class SealedImport extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      .pick,
      .counts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        text-align: left;
        vertical-align: top;
        padding: 0.3rem 0.5rem 0.3rem 0;
        border-bottom: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      .lines {
        max-height: 24rem;
        overflow: auto;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private busy = false;
  @state() private taken: Taken | undefined;
  @state() private wrong = '';
  @state() private progress: Progress | undefined;
  private file: SealedFile | undefined;

  protected override render(): TemplateResult {
    return html`<section class="card" data-testid="sealed-import" aria-busy=${this.busy ? 'true' : 'false'}>
      <div class="title">
        <h3>${t('queue.import')}</h3>
        <span class="quiet">${t('queue.import.text')}</span>
      </div>
      <div class="pick">
        <input
          type="file"
          hidden
          accept=".haetae"
          data-testid="sealed-file"
          aria-label=${t('queue.import.choose')}
          @change=${(event: Event) => void this.chose(event.target as HTMLInputElement)}
        />
        <button
          class="main"
          ?disabled=${this.busy}
          @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input')?.click()}
        >
          ${t(this.busy ? 'queue.import.busy' : 'queue.import.choose')}
        </button>
      </div>
      <div role="status" aria-live="polite">
        ${this.wrong === '' ? nothing : html`<p class="notice bad" data-testid="sealed-wrong">${this.wrong}</p>`}
        ${
          this.progress === undefined
            ? nothing
            : html`<p data-testid="sealed-progress">
                ${t('queue.import.media', {
                  i: this.progress.place,
                  n: this.progress.of,
                  percent: Math.floor(this.progress.part * 100),
                })}
              </p>`
        }
        ${this.taken === undefined ? nothing : this.report(this.taken)}
      </div>
    </section>`;
  }

  private report(taken: Taken): TemplateResult {
    const { name, login, sealedAt, accepted, known, refused, awaited, items } = taken;
    return html`<div
      data-testid="sealed-taken"
      data-accepted=${accepted}
      data-known=${known}
      data-refused=${refused}
      data-awaited=${awaited}
    >
      <p><b>${t('queue.import.of', { name, login, at: moment(sealedAt, this.desk.asOf) })}</b></p>
      <p class="counts">
        <span>${t('queue.accepted')} <b>${number(accepted)}</b></span>
        <span>${t('queue.known')} <b>${number(known)}</b></span>
        <span class=${refused > 0 ? 'warn' : ''}>${t('queue.refused')} <b>${number(refused)}</b></span>
      </p>
      ${
        awaited > 0 && !this.busy
          ? html`<p class="notice late" data-testid="sealed-left">${t('queue.import.left', { n: awaited })}</p>`
          : nothing
      }
      ${
        items.length === 0
          ? html`<p class="state">${t('queue.empty')}</p>`
          : html`<div class="lines" tabindex="0" role="region" aria-label=${t('queue.import')}>
              <table>
                <tbody>
                  ${items.map((line) => this.line(line))}
                </tbody>
              </table>
            </div>`
      }
    </div>`;
  }

  private line(line: Line): TemplateResult {
    const name = `queue.what.${line.what}`;
    const what: Word = isWord(name) ? name : 'queue.what.other';
    const written = line.task?.body?.text ?? line.task?.body?.reason ?? '';
    return html`<tr data-testid="sealed-line" data-outcome=${line.outcome} data-code=${line.code ?? nothing}>
      <td>${t(what)} <span class="quiet">${line.place}</span></td>
      <td><b>${t(`queue.item.${line.outcome}`)}</b> ${line.number ?? ''}</td>
      <td>
        ${line.code === undefined ? nothing : (refusal(line.code) ?? line.detail)}
        ${written === '' ? nothing : html`<q>${written}</q>`} ${this.medium(line)}
      </td>
    </tr>`;
  }

  /** What can't be attached is not lost: a room may keep it, and attach it where it belongs. */
  private medium({ outcome, medium, code, task }: Line): TemplateResult | typeof nothing {
    const name = task?.body?.name ?? '';
    const whole = code !== 'queue-truncated' && code !== 'queue-tampered';
    return html`${name}
    ${
      outcome === 'REFUSED' && medium !== undefined && whole
        ? html`<button data-testid="sealed-keep" @click=${() => void this.keep(medium, name)}>
            ${t('queue.import.keep')}
          </button>`
        : nothing
    }`;
  }

  private async keep(medium: Medium, name: string): Promise<void> {
    try {
      const blob = await this.file?.out(medium);
      if (blob === undefined) return;
      const address = URL.createObjectURL(blob);
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (error) {
      this.wrong = error instanceof Broken ? (refusal(error.code) ?? error.code) : explain(error);
    }
  }

  private async chose(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined || this.busy) return;
    this.busy = true;
    this.wrong = '';
    this.taken = undefined;
    try {
      const { api, operation } = this.desk;
      this.file = await SealedFile.of(api, operation?.id ?? '', file);
      const taken = await this.file.take();
      this.taken = taken;
      this.taken = await this.file.send(taken, (progress) => (this.progress = progress));
    } catch (error) {
      this.wrong = explain(error);
    } finally {
      this.busy = false;
      this.progress = undefined;
      input.value = '';
    }
  }
}
