import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { explain, refusal } from '../core/explain.js';
import { moment, number } from '../core/format.js';
import { inside } from '../core/remote.js';
import { isWord, t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';

/** What became of one unsent report: `SealedQueueTaken` of the API. */
interface Line {
  readonly id: string;
  readonly what: string;
  readonly place: string;
  readonly outcome: 'ACCEPTED' | 'KNOWN' | 'REFUSED';
  readonly number?: string;
  readonly code?: string;
  readonly detail?: string;
  readonly task?: { readonly body?: { readonly text?: string; readonly reason?: string } };
}

interface Taken {
  readonly login: string;
  readonly name: string;
  readonly sealedAt: string;
  readonly accepted: number;
  readonly known: number;
  readonly refused: number;
  readonly items: readonly Line[];
}

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
        ${this.taken === undefined ? nothing : this.report(this.taken)}
      </div>
    </section>`;
  }

  private report(taken: Taken): TemplateResult {
    const { name, login, sealedAt, accepted, known, refused, items } = taken;
    return html`<div data-testid="sealed-taken" data-accepted=${accepted} data-known=${known} data-refused=${refused}>
      <p><b>${t('queue.import.of', { name, login, at: moment(sealedAt, this.desk.asOf) })}</b></p>
      <p class="counts">
        <span>${t('queue.accepted')} <b>${number(accepted)}</b></span>
        <span>${t('queue.known')} <b>${number(known)}</b></span>
        <span class=${refused > 0 ? 'warn' : ''}>${t('queue.refused')} <b>${number(refused)}</b></span>
      </p>
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
        ${written === '' ? nothing : html`<q>${written}</q>`}
      </td>
    </tr>`;
  }

  private async chose(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    input.value = '';
    if (file === undefined || this.busy) return;
    this.busy = true;
    this.wrong = '';
    this.taken = undefined;
    try {
      const content = { type: 'application/octet-stream', bytes: await file.arrayBuffer() };
      const path = `${inside(this.desk.operation?.id ?? '')}/sealed-queues`;
      this.taken = await this.desk.api.request<Taken>(path, { method: 'POST', content, timeoutMillis: 120_000 });
    } catch (error) {
      this.wrong = explain(error);
    } finally {
      this.busy = false;
    }
  }
}
