import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { time } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Circuit, NextStop } from './circuit.js';
import type { FieldDesk } from './desk.js';
import { Press } from './press.js';

/** Of an officer on a round of several posts: where he goes next, and the one press that says he is there. */
@customElement('haetae-next-stop')
export class NextStopCard extends View {
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
        background: var(--panel);
        border: 2px solid var(--accent);
        border-radius: 0.375rem;
      }
      h2 {
        font-size: 1.5rem;
        line-height: 1.2;
        overflow-wrap: anywhere;
      }
      .line {
        display: flex;
        justify-content: space-between;
        gap: 0.75rem;
      }
      button {
        min-height: 3.5rem;
        white-space: normal;
        text-align: left;
      }
      button.main {
        min-height: 4.5rem;
        font-size: 1.375rem;
        text-align: center;
      }
      button.plain {
        justify-self: start;
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
    const { duty } = this.desk;
    const { next, circuit } = duty;
    if (next !== undefined && circuit !== undefined) return this.next(next);
    return duty.circuits.length === 0 ? nothing : this.choice(duty.circuits);
  }

  private next({ stop, place, of }: NextStop): TemplateResult {
    const { duty } = this.desk;
    return html`<section data-testid="next-stop" data-post=${stop.id} aria-label=${t('circuit.next')}>
      <div class="line">
        <span class="quiet">${t('circuit.next')}</span>
        <b>${t('circuit.place', { n: place, of })}</b>
      </div>
      <h2>${stop.name}</h2>
      ${this.press.failure()}
      <button
        class="main"
        data-testid="next-arrive"
        ?disabled=${this.press.busy || !duty.open}
        @click=${() => void this.arrive(stop.id)}
      >
        ${t('circuit.arrive')}
      </button>
      ${
        duty.onChosenCircuit
          ? html`<button class="plain" data-testid="circuit-leave" @click=${() => duty.goRound(undefined)}>
              ${t('circuit.other')}
            </button>`
          : nothing
      }
    </section>`;
  }

  private choice(circuits: readonly Circuit[]): TemplateResult {
    return html`<section data-testid="circuits" aria-label=${t('circuit.choose')}>
      <b>${t('circuit.choose')}</b>
      ${circuits.map(
        (circuit) =>
          html`<button
            data-testid="circuit"
            data-circuit=${circuit.id}
            @click=${() => this.desk.duty.goRound(circuit.id)}
          >
            <b>${time(Date.parse(circuit.from))}–${time(Date.parse(circuit.until))}</b>
            ${circuit.stops.map(({ name }) => name).join(' → ')}
          </button>`,
      )}
    </section>`;
  }

  private async arrive(post: string): Promise<void> {
    await this.press.act(() => this.desk.duty.arrive(post));
  }
}
