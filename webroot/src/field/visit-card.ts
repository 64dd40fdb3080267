import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { moment } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { FieldDesk } from './desk.js';
import type { Inside } from './inside.js';
import { Press } from './press.js';

/** Who of the police is inside one's polling place, with the way out and the next way in. Fires `enter`. */
@customElement('haetae-inside')
export class InsideCard extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      section {
        display: grid;
        gap: 0.5rem;
        padding: 0.75rem;
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 0.375rem;
      }
      .line {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.75rem;
      }
      h2 {
        font-size: 1rem;
      }
      button {
        min-height: 3rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: FieldDesk;
  private readonly press = new Press(this);

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk } = this;
    const { inside, offered } = desk.visits;
    if (!offered) return nothing;
    return html`<section data-testid="inside" aria-label=${t('visit.title')}>
      <div class="line">
        <h2>${t('visit.title')}</h2>
        <button
          data-testid="visit"
          ?disabled=${!desk.duty.open}
          @click=${() => this.dispatchEvent(new CustomEvent('enter'))}
        >
          ${t('visit.record')}
        </button>
      </div>
      ${inside.map((visit) => this.line(visit))} ${this.press.failure()}
    </section>`;
  }

  private line(visit: Inside): TemplateResult {
    const since = t('visit.since', { at: moment(visit.enteredAt, this.desk.now) });
    return html`<div class="line" data-testid="inside-visit" data-visit-id=${visit.id}>
      <span><b class="warn">${t('visit.inside', { n: visit.officers })}</b> · ${since}</span>
      <button
        class="main"
        data-testid="visit-leave"
        ?disabled=${this.press.busy}
        @click=${() => void this.leave(visit)}
      >
        ${t('visit.exit')}
      </button>
    </div>`;
  }

  private async leave(visit: Inside): Promise<void> {
    if (this.press.busy || !confirm(t('visit.exit.sure', { n: visit.officers }))) return;
    await this.press.act(() => this.desk.visits.leave(visit));
  }
}
