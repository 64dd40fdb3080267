import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import { nextCheckpoint, type Transport } from '../core/custody.js';
import { moment } from '../core/format.js';
import { matches } from '../core/place.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { stateShapes } from '../ui/transport-mark.js';
import { View } from '../ui/view.js';
import type { FieldDesk } from './desk.js';
import { Press } from './press.js';
import type { Form } from './transport-desk.js';

const broughtShown = 8;

/** The ballot boxes that one takes, each with its one next step big, and those that are brought. Fires `write` for a form. */
@customElement('haetae-transport-card')
export class TransportCard extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 0.9rem;
      }
      section {
        display: grid;
        gap: 0.6rem;
        padding: 0.75rem;
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 0.375rem;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 0.75rem;
      }
      h2 {
        font-size: 1.125rem;
      }
      h3 {
        margin: 0;
        font-size: 1.0625rem;
      }
      article {
        display: grid;
        gap: 0.4rem;
      }
      article + article {
        padding-top: 0.6rem;
        border-top: 1px solid var(--line);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      button {
        min-height: 3.25rem;
        white-space: normal;
        font-weight: 650;
      }
      .acts button {
        flex: 1 1 7rem;
      }
      .acts button.main {
        flex: 1 0 100%;
        min-height: 4rem;
        font-size: 1.375rem;
      }
      .acts button.main small {
        display: block;
        font-size: 1rem;
        font-weight: 400;
      }
      input {
        min-height: 3rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: FieldDesk;
  private readonly press = new Press(this);
  @state() private sought = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { transports } = this.desk;
    if (!transports.offered) return nothing;
    const { mine, brought } = transports;
    return html`${mine.length === 0 ? nothing : this.taken(mine)} ${brought.length === 0 ? nothing : this.here(brought)}`;
  }

  private taken(routes: readonly Transport[]): TemplateResult {
    return html`<section data-testid="transports" aria-label=${t('transport.mine')}>
      <h2>${t('transport.mine')}</h2>
      ${routes.map((route) => this.route(route, this.taking(route)))} ${this.press.failure()}
    </section>`;
  }

  /** At a counting centre dozens come: those that wait are shown, the rest is looked for. */
  private here(routes: readonly Transport[]): TemplateResult {
    const waiting = routes.filter(({ state, receiving }) => state === 'ARRIVED' && receiving == null);
    const words = this.sought.trim();
    const found =
      words === '' ? waiting : routes.filter(({ number, fromName }) => matches(`${number} ${fromName}`, words));
    return html`<section data-testid="brought" aria-label=${t('transport.broughtHere')}>
      <div class="line">
        <h2>${t('transport.broughtHere')}</h2>
        <span class="quiet" role="status">${t('transport.brought.n', { n: waiting.length, of: routes.length })}</span>
      </div>
      <input
        type="search"
        data-testid="brought-search"
        aria-label=${t('transport.broughtHere.find')}
        placeholder=${t('transport.broughtHere.find')}
        autocomplete="off"
        .value=${this.sought}
        @input=${(event: InputEvent) => (this.sought = (event.target as HTMLInputElement).value)}
      />
      ${found.length === 0 ? html`<p class="quiet">${t('transport.broughtHere.none')}</p>` : nothing}
      ${found.slice(0, broughtShown).map((route) => this.route(route, this.receiving(route)))}
      ${found.length > broughtShown ? html`<p class="quiet">${t('import.rest', { n: found.length - broughtShown })}</p>` : nothing}
    </section>`;
  }

  private route(route: Transport, acts: TemplateResult | typeof nothing): TemplateResult {
    const { desk } = this;
    const boxes = route.boxes ?? [];
    const due = route.state === 'PLANNED' ? route.departsAt : route.arrivesAt;
    const dueWord = route.state === 'PLANNED' ? t('transport.departsAt') : t('transport.arrivesAt');
    const over = route.state === 'ARRIVED' || route.state === 'HANDED_OVER';
    return html`<article data-testid="transport" data-route-id=${route.id} data-state=${route.state}>
      <div class="line">
        <h3>${route.number}</h3>
        <b
          ><span aria-hidden="true">${stateShapes[route.state]}</span>
          ${word(desk.codes, 'transportStates', route.state)}</b
        >
      </div>
      <p>${route.fromName} → <b>${route.toName}</b></p>
      <p class="quiet">
        ${over ? '' : `${dueWord} ${moment(due, desk.now)} · `}${boxes.length === 0 ? '' : t('transport.boxes.n', { n: boxes.length })}
        ${route.stop == null ? nothing : html`· <b class="warn">${route.stop.reason}</b>`}
      </p>
      ${
        route.discrepancies > 0
          ? html`<p class="notice late">≠ ${t('transport.discrepancies.n', { n: route.discrepancies })}</p>`
          : nothing
      }
      ${desk.duty.open ? acts : nothing}
    </article>`;
  }

  private taking(route: Transport): TemplateResult | typeof nothing {
    const next = nextCheckpoint(route);
    const stop = html`<button data-testid="transport-stop" @click=${() => this.write(route, 'stop')}>
      ${t('transport.stop')}
    </button>`;
    const arrive = (main: boolean): TemplateResult =>
      html`<button
        class=${main ? 'main' : ''}
        data-testid="transport-arrive"
        @click=${() => this.write(route, 'arrival')}
      >
        ${t('transport.arrive')}
      </button>`;
    switch (route.state) {
      case 'PLANNED':
        return html`<div class="acts">
          <button class="main" data-testid="transport-depart" @click=${() => this.write(route, 'departure')}>
            ${t('transport.depart')}
          </button>
        </div>`;
      case 'MOVING':
        return html`<div class="acts">
          ${
            next === undefined
              ? arrive(true)
              : html`<button
                    class="main"
                    data-testid="transport-checkpoint"
                    ?disabled=${this.press.busy}
                    @click=${() => void this.now(() => this.pass(route, next))}
                  >
                    ${t('transport.checkpoint')}<small>${next}</small>
                  </button>
                  <button data-testid="transport-checkpoint-where" @click=${() => this.write(route, 'checkpoint')}>
                    ${t('transport.checkpoint.where')}
                  </button>
                  ${arrive(false)}`
          }
          ${stop}
        </div>`;
      case 'STOPPED':
        return html`<div class="acts">
          <button
            class="main"
            data-testid="transport-resume"
            ?disabled=${this.press.busy}
            @click=${() => void this.now(() => this.desk.transports.send(route, { act: 'resumption', body: {} }))}
          >
            ${t('transport.resume')}
          </button>
          ${arrive(false)}
        </div>`;
      case 'ARRIVED':
        return route.giving == null
          ? this.confirm(route, 'GIVING')
          : html`<p class="quiet">✓ ${t('transport.given')}</p>`;
      case 'HANDED_OVER':
        return html`<p><b>✓ ${t('transport.over')}</b></p>`;
      case 'CANCELLED':
        return nothing;
    }
  }

  /** Whoever receives may see boxes stand before him whose arrival nobody has recorded. */
  private receiving(route: Transport): TemplateResult | typeof nothing {
    if (route.receiving != null) return html`<p class="quiet">✓ ${t('transport.received')}</p>`;
    if (route.state === 'ARRIVED') return this.confirm(route, 'RECEIVING');
    return html`<div class="acts">
      <button data-testid="transport-arrive" @click=${() => this.write(route, 'arrival')}>
        ${t('transport.arrive')}
      </button>
    </div>`;
  }

  private confirm(route: Transport, side: 'GIVING' | 'RECEIVING'): TemplateResult {
    return html`<div class="acts">
      <button class="main" data-testid="transport-${side}" @click=${() => this.write(route, side)}>
        ${t(`transport.handover.${side}`)}
      </button>
    </div>`;
  }

  private pass(route: Transport, place: string): Promise<void> {
    return this.desk.transports.send(route, { act: 'checkpoint', body: { place } });
  }

  private write(route: Transport, form: Form): void {
    this.desk.transports.writing = { route: route.id, form };
    this.dispatchEvent(new CustomEvent('write'));
  }

  private async now(act: () => Promise<void>): Promise<void> {
    await this.press.act(act);
  }
}
