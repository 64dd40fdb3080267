import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { duration, time } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { FieldDesk } from './desk.js';
import type { Call } from './urgent.js';

const marks: Readonly<Record<Call['state'], string>> = { waiting: '…', refused: '!', unseen: '●', seen: '✓' };

/** How far a call for help has come; it stays until a room has seen it. */
@customElement('haetae-urgent')
export class UrgentCard extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      section {
        display: grid;
        gap: 0.6rem;
        padding: 0.75rem;
        border: 3px solid var(--alarm);
        border-radius: 0.375rem;
        background: var(--alarm-ground);
        word-break: keep-all;
      }
      section.seen {
        border-color: var(--good);
        background: var(--panel);
      }
      h2 {
        font-size: 1.25rem;
      }
      form {
        display: grid;
        gap: 0.5rem;
      }
      textarea {
        min-height: 4.5rem;
        font-size: 1.0625rem;
      }
      button {
        min-height: 3.25rem;
        font-size: 1.0625rem;
      }
      .do {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: FieldDesk;
  @state() private text = '';
  @state() private wrong = false;

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { call } = this.desk.urgent;
    if (call === undefined) return nothing;
    return html`<section
      class=${call.state}
      data-testid="urgent-call"
      data-state=${call.state}
      aria-label=${t('urgent')}
    >
      <h2 role="status" aria-live="assertive">
        <span aria-hidden="true">${marks[call.state]}</span> ${t(`urgent.${call.state}`)}
      </h2>
      ${this.about(call)} ${call.state === 'refused' ? nothing : this.more(call)}
      <p class="notice bad" role="alert" ?hidden=${!this.wrong}>${t('field.save.failed')}</p>
    </section>`;
  }

  private about({ item, state, incident }: Call): TemplateResult {
    const since = Date.parse(incident?.recordedAt ?? '') || item.writtenAt + this.desk.api.offset;
    const number = item.receipt?.number ?? '';
    if (state === 'seen') {
      const by = incident?.acknowledgedBy;
      const who = typeof by === 'object' ? (by.name ?? '') : '';
      return html`<p>
        ${number} · ${t('urgent.seen.at', { at: time(Date.parse(incident?.acknowledgedAt ?? '')), who })}
      </p>`;
    }
    const now = incident === undefined ? Date.now() + this.desk.api.offset : this.desk.now;
    return html`<p>${number} <b>${duration(Math.max(0, now - since))}</b> · ${t(`urgent.${state}.do`)}</p>`;
  }

  private more({ item }: Call): TemplateResult {
    return html`<form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.add(item.id, this.text);
      }}
    >
      <textarea
        data-testid="urgent-text"
        aria-label=${t('urgent.more')}
        placeholder=${t('urgent.more')}
        maxlength="2000"
        .value=${this.text}
        @input=${(event: InputEvent) => (this.text = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <div class="do">
        <button
          type="button"
          data-testid="urgent-mistake"
          @click=${() => void this.add(item.id, t('urgent.mistake.text'))}
        >
          ${t('urgent.mistake')}
        </button>
        <button class="main" data-testid="urgent-add" ?disabled=${this.text.trim() === ''}>${t('urgent.add')}</button>
      </div>
    </form>`;
  }

  private async add(report: string, text: string): Promise<void> {
    this.wrong = false;
    try {
      await this.desk.urgent.add(report, text.trim());
      this.text = '';
    } catch {
      this.wrong = true;
    }
  }
}
