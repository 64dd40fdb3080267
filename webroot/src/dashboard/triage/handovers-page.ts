import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import type { HandedIncident, Handover } from '../../core/entities.js';
import { explain } from '../../core/explain.js';
import { moment, number } from '../../core/format.js';
import { unitLabel, unitName } from '../../core/place.js';
import { handovers } from '../../core/remote.js';
import type { Signal } from '../../core/signal.js';
import { all, one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { clearanceMark, clearanceStyles } from '../../ui/clearance-mark.js';
import { codeMark, codeStyles } from '../../ui/code-mark.js';
import { focusIfFree } from '../../ui/first-focus.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import { acceptQuestion, handed, offerQuestion, offers, withdrawQuestion } from './handover.js';

/** 인계·인수: one's own room offered to the next shift and taken over by somebody else of it; what was handed over before. */
@customElement('haetae-handovers')
export class HandoversPage extends View {
  static override styles = [
    controls,
    panelStyles,
    codeStyles,
    clearanceStyles,
    css`
      h3 {
        font-weight: 650;
      }
      .note {
        white-space: pre-wrap;
      }
      .items {
        display: grid;
        gap: 0.25rem;
      }
      .items li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.6rem;
        align-items: center;
      }
      .items button {
        padding: 0.1rem 0.4rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private past: readonly Handover[] | undefined;
  @state() private failure: unknown;
  private asked = '';
  private begun = false;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  /** Accepted ones are in stations' pictures only: read anew when an offer ends. */
  protected override willUpdate(): void {
    const { desk } = this;
    if (desk.live.store.cursor === undefined) return;
    const held = [...all(desk.live.store, 'handover').values()].map(({ id, seq }) => `${id}:${String(seq)}`);
    const asked = `${desk.operation?.id ?? ''} ${desk.scope} ${held.sort().join(' ')}`;
    if (asked === this.asked) return;
    this.asked = asked;
    void this.read(asked);
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    if (store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    const standing = offers(store);
    const mine = standing.filter(({ unit }) => unit === desk.home);
    const others = standing.filter(({ unit }) => unit !== desk.home);
    const may = desk.session.may('shift.hand-over') && desk.scope === desk.home;
    return html`
      <div class="head">
        <h2>${t('nav.handovers')} <span class="quiet">${unitName(store, desk.scope)}</span></h2>
        ${
          may && mine.length === 0
            ? html`<button class="main" data-testid="handover-offer" @click=${() => desk.ask(offerQuestion(desk))}>
                ${t('handover.offer')}
              </button>`
            : nothing
        }
      </div>
      ${
        desk.scope === desk.home
          ? nothing
          : html`<p class="notice">
              ${t('handover.narrowed')}
              <button @click=${() => desk.go({ scope: desk.home })}>${unitLabel(store, desk.home)}</button>
            </p>`
      }
      ${mine.map((handover) => this.offer(handover, may))} ${may && mine.length === 0 ? this.preview() : nothing}
      ${
        others.length === 0
          ? nothing
          : html`<h3>${t('handover.others')}</h3>
              ${others.map((handover) => this.offer(handover, false))}`
      }
      ${this.history()}
    `;
  }

  protected override updated(): void {
    if (this.begun || this.desk.live.store.cursor === undefined) return;
    this.begun = true;
    focusIfFree(this.renderRoot.querySelector<HTMLElement>('button.main'));
  }

  private offer(handover: Handover, may: boolean): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const own = handover.by.account === desk.session.who?.account.id;
    return html`<section class="card waits" data-testid="handover" data-handover-id=${handover.id}>
      <div class="title">
        <h3>${unitLabel(store, handover.unit)} ${t('handover.of', { n: number(handover.items.length) })}</h3>
        ${clearanceMark(desk.codes, handover.clearance)}
        <span>${handover.by.name} · ${moment(handover.at, desk.asOf)}</span>
        <span class="state-word warn">◷ ${t('handover.waits')}</span>
      </div>
      ${handover.note == null ? nothing : html`<p class="note">${handover.note}</p>`} ${this.items(handover.items)}
      ${
        may
          ? html`<div class="acts">
              ${
                own
                  ? html`<span class="quiet" data-testid="handover-own">${t('handover.own')}</span>`
                  : html`<button
                      class="main"
                      data-testid="handover-accept"
                      @click=${() => desk.ask(acceptQuestion(handover))}
                    >
                      ${t('handover.accept')}
                    </button>`
              }
              <button data-testid="handover-withdraw" @click=${() => desk.ask(withdrawQuestion(handover))}>
                ${t('handover.withdraw')}
              </button>
            </div>`
          : nothing
      }
    </section>`;
  }

  /** What an offer would hold now. */
  private preview(): TemplateResult {
    const { codes } = this.desk;
    return html`<section class="card" data-testid="handover-preview">
      <h3>${t('handover.now')}</h3>
      ${[...handed(this.desk)].map(
        ([clearance, items]) =>
          html`<p>${clearanceMark(codes, clearance)} ${t('handover.preview', { n: number(items.length) })}</p>
            ${this.items(items)}`,
      )}
    </section>`;
  }

  private items(items: readonly HandedIncident[]): TemplateResult | typeof nothing {
    const { desk } = this;
    if (items.length === 0) return nothing;
    return html`<ul class="items">
      ${items.map(({ incident, number: name, kind, code }) => {
        const held = one(desk.live.store, 'incident', incident);
        return html`<li data-testid="handed">
          ${codeMark(code, true)}
          <button class="plain" @click=${() => desk.go({ incident })}>${name}</button>
          ${word(desk.codes, 'incidentKinds', kind)}
          <span class="quiet">${held === undefined ? '' : word(desk.codes, 'statuses', held.status)}</span>
        </li>`;
      })}
    </ul>`;
  }

  private history(): TemplateResult {
    const { past, failure, desk } = this;
    const again = (): void => void this.read(this.asked);
    return html`<section data-testid="handover-history">
      <h3>${t('handover.history')}</h3>
      ${
        failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${explain(failure)} <button @click=${again}>${t('retry')}</button>
            </p>`
      }
      ${past === undefined && failure === undefined ? html`<p role="status">${t('loading')}</p>` : nothing}
      ${past?.length === 0 ? html`<p class="quiet">${t('handover.none')}</p>` : nothing}
      ${past?.map(
        (handover) =>
          html`<details data-testid="handover-done" class="card">
            <summary>
              ${clearanceMark(desk.codes, handover.clearance)} ${moment(handover.at, desk.asOf)} ${handover.by.name} →
              ${handover.acceptedAt == null ? '' : moment(handover.acceptedAt, desk.asOf)} ${handover.acceptedBy?.name}
              <span class="quiet">${t('handover.of', { n: number(handover.items.length) })}</span>
            </summary>
            ${handover.note == null ? nothing : html`<p class="note">${handover.note}</p>`}
            ${this.items(handover.items)}
          </details>`,
      )}
    </section>`;
  }

  private async read(asked: string): Promise<void> {
    const { desk } = this;
    try {
      const found = await handovers(desk.api, desk.operation?.id ?? '', { unit: desk.scope, accepted: true });
      if (asked !== this.asked) return;
      this.past = found.filter(({ unit }) => unit === desk.scope);
      this.failure = undefined;
    } catch (failure) {
      if (asked === this.asked) this.failure = failure;
    }
  }
}
