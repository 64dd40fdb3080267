import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { lateRoutes } from '../core/custody.js';
import { counted, figure } from '../core/figures.js';
import { number } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { all } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import './custody/board.js';
import './custody/box.js';
import './custody/centre.js';
import './custody/discrepancies.js';
import { custodyStyles } from './custody/marks.js';
import './custody/overdue.js';
import { alarmsOf } from './custody/overdue-rows.js';
import { planQuestion, plansHere, proposalQuestion } from './custody/plan-questions.js';
import './custody/route.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';

const views = ['board', 'discrepancies', 'overdue'] as const;
type Shown = (typeof views)[number];

/** 투표함 회송: the board by destination, what is other than recorded, what is late; over it a destination, a route or a box. */
@customElement('haetae-transport')
export class TransportPage extends View {
  static override styles = [controls, panelStyles, custodyStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private shown: Shown = 'board';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { route } = desk;
    if (desk.live.store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    if (route.box !== undefined) return html`<haetae-box .desk=${desk} .box=${route.box}></haetae-box>`;
    if (route.transport !== undefined)
      return html`<haetae-route .desk=${desk} .route=${route.transport}></haetae-route>`;
    if (route.centre !== undefined) return html`<haetae-centre .desk=${desk} .centre=${route.centre}></haetae-centre>`;
    return html`
      <div class="head">
        <h2>${t('nav.transport')}</h2>
        <form class="find" data-testid="box-find" @submit=${(event: SubmitEvent) => this.find(event)}>
          <input
            name="box"
            required
            maxlength="40"
            autocomplete="off"
            aria-label=${t('transport.box.find')}
            placeholder=${t('transport.box.find')}
          />
          <button>${t('transport.box.open')}</button>
        </form>
      </div>
      ${this.figures()}
      <div class="head">${this.switch()} ${this.acts()}</div>
      ${this.view()}
    `;
  }

  /** The whole scope in one line: routes by their state, and boxes. */
  private figures(): TemplateResult {
    const tally = counted(this.desk.live.store, this.desk.scope);
    const of = (name: string): string => number(figure(tally, name));
    return html`<p class="quiet" data-testid="transport-summary">
      ${t('transport.summary', {
        moving: of('routes.moving'),
        stopped: of('routes.stopped'),
        arrived: of('routes.arrived'),
        handed: of('routes.handedOver'),
        overdue: of('routes.overdue'),
        boxes: of('boxes.onRoute'),
      })}
    </p>`;
  }

  private switch(): TemplateResult {
    const { store } = this.desk.live;
    const counts: Readonly<Record<Shown, number>> = {
      board: 0,
      discrepancies: [...all(store, 'discrepancy').values()].filter(({ state }) => state !== 'ACCEPTED').length,
      overdue: alarmsOf(store).reduce((sum, alarm) => sum + lateRoutes(alarm), 0),
    };
    return html`<div class="views" role="group" aria-label=${t('transport.views')}>
      ${views.map(
        (view) =>
          html`<button
            data-testid="transport-${view}"
            class=${counts[view] > 0 ? 'waits' : ''}
            aria-pressed=${view === this.shown ? 'true' : 'false'}
            @click=${() => (this.shown = view)}
          >
            ${t(`transport.view.${view}`)}${counts[view] > 0 ? html` <b>${number(counts[view])}</b>` : nothing}
          </button>`,
      )}
    </div>`;
  }

  private acts(): TemplateResult | typeof nothing {
    const { desk } = this;
    if (!desk.session.may('transport.plan')) return nothing;
    return html`<div class="acts">
      <button data-testid="route-proposal" @click=${() => desk.ask(proposalQuestion(desk))}>
        ${t('transport.proposal')}
      </button>
      ${
        plansHere(desk)
          ? html`<button data-testid="route-plan" @click=${() => desk.ask(planQuestion(desk))}>
              ${t('transport.plan')}
            </button>`
          : nothing
      }
    </div>`;
  }

  private view(): TemplateResult {
    const { desk } = this;
    switch (this.shown) {
      case 'board':
        return html`<haetae-centre-board .desk=${desk}></haetae-centre-board>`;
      case 'discrepancies':
        return html`<haetae-discrepancies .desk=${desk}></haetae-discrepancies>`;
      case 'overdue':
        return html`<haetae-overdue .desk=${desk}></haetae-overdue>`;
    }
  }

  private find(event: SubmitEvent): void {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement).get('box');
    const box = (typeof given === 'string' ? given : '').trim();
    if (box !== '') this.desk.go({ box });
  }
}
