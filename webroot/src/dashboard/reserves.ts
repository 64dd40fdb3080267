import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import type { Reserve } from '../core/entities.js';
import { figure } from '../core/figures.js';
import { duration, moment, number } from '../core/format.js';
import { below, unitLabel, unitName } from '../core/place.js';
import type { Signal } from '../core/signal.js';
import { all, one, type Store } from '../core/store.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';
import { approveQuestion, moveQuestion, requestQuestion, ways } from './reserve-questions.js';

const over = new Set(['REFUSED', 'RETURNED', 'WITHDRAWN']);
const overShown = 10;

/** 경력 지원: how many reserves each agency has free, and the requests with their measured times. */
@customElement('haetae-reserves')
export class Reserves extends View {
  static override styles = [controls, panelStyles];

  @property({ attribute: false }) desk!: Desk;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    if (store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    const all_ = [...all(store, 'reserve').values()].sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1));
    const shown = [
      ...all_.filter(({ state }) => !over.has(state)),
      ...all_.filter(({ state }) => over.has(state)).slice(0, overShown),
    ];
    return html`
      <div class="head">
        <h2>${t('nav.reserves')}</h2>
        ${
          desk.session.may('reserve.request')
            ? html`<button class="main" data-testid="reserve-request" @click=${() => desk.ask(requestQuestion(desk))}>
                ${t('reserve.request')}
              </button>`
            : nothing
        }
      </div>
      ${shown.length === 0 ? html`<p class="quiet" data-testid="reserves-empty">${t('reserve.empty')}</p>` : nothing}
      <ul class="cards">
        ${shown.map((reserve) => this.card(store, reserve))}
      </ul>
      ${this.board(store)}
    `;
  }

  private board(store: Store): TemplateResult {
    const units = below(store, this.desk.scope);
    const shown = units.length === 0 ? [this.desk.scope] : units.map(({ id }) => id);
    const columns = ['available', 'committed', 'moving'] as const;
    return html`<table data-testid="reserves">
      <caption class="unseen">
        ${t('reserve.board')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('matrix.unit')}</th>
          ${columns.map((name) => html`<th scope="col" class="n">${t(`reserve.${name}`)} (${t('unit.people')})</th>`)}
        </tr>
      </thead>
      <tbody>
        ${shown.map((unit) => {
          const tally = one(store, 'tally', unit);
          return html`<tr>
            <th scope="row">${unitLabel(store, unit)}</th>
            ${columns.map((name) => {
              const value = figure(tally, `reserves.${name}`);
              return html`<td class="n ${value === 0 ? 'zero' : ''}">${number(value)}</td>`;
            })}
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  private card(store: Store, reserve: Reserve): TemplateResult {
    const { desk } = this;
    const forces = (reserve.forces ?? []).map((id) => one(store, 'force', id)).filter((force) => force !== undefined);
    const names = forces.map((force) => `${unitLabel(store, force.unit)} ${force.name}`);
    return html`<li
      class="card ${reserve.state === 'REQUESTED' ? 'waits' : ''}"
      data-testid="reserve"
      data-state=${reserve.state}
    >
      <div class="title">
        <h3>${unitName(store, reserve.unit)}</h3>
        <span>${word(desk.codes, 'forceKinds', reserve.forceKind)} ${number(reserve.people)}${t('unit.people')}</span>
        <span class="state-word">${word(desk.codes, 'reserveStates', reserve.state)}</span>
      </div>
      <p>${reserve.reason}</p>
      ${names.length === 0 ? nothing : html`<p>${t('reserve.sent', { forces: names.join(', ') })}</p>`}
      <p class="quiet">${this.times(reserve)}</p>
      <div class="acts">${this.acts(reserve)}</div>
    </li>`;
  }

  /** Each step with how long it took since the one before. */
  private times(reserve: Reserve): string {
    const { asOf } = this.desk;
    const steps: [Word, string | null | undefined][] = [
      ['reserve.at.requested', reserve.requestedAt],
      ['reserve.at.approved', reserve.approvedAt],
      ['reserve.at.moving', reserve.movingAt],
      ['reserve.at.arrived', reserve.arrivedAt],
      ['reserve.at.returned', reserve.returnedAt],
      ['reserve.at.ended', reserve.endedAt],
    ];
    const taken = steps.filter((step): step is [Word, string] => step[1] != null);
    const said = taken.map(([name, at], index) => {
      const before = taken[index - 1]?.[1];
      const took = before === undefined ? '' : ` (+${duration(Date.parse(at) - Date.parse(before))})`;
      return `${t(name)} ${moment(at, asOf)}${took}`;
    });
    const last = taken.at(-1)?.[1];
    const waiting = over.has(reserve.state) || reserve.state === 'ARRIVED' || last === undefined;
    const why = [reserve.movedBy?.name, reserve.moveReason].filter(Boolean).join(' ');
    if (why !== '') said.push(why);
    return [...said, ...(waiting ? [] : [t('reserve.waiting', { for: duration(asOf - Date.parse(last)) })])].join(
      ' → ',
    );
  }

  private acts(reserve: Reserve): TemplateResult {
    const { desk } = this;
    const approves = reserve.state === 'REQUESTED' && desk.session.may('reserve.approve');
    return html`${
      approves
        ? html`<button
            class="main"
            data-testid="reserve-approve"
            @click=${() => desk.ask(approveQuestion(desk, reserve))}
          >
            ${t('reserve.approve')}
          </button>`
        : nothing
    }
    ${ways[reserve.state]
      .filter(([, action]) => desk.session.may(action))
      .map(
        ([to]) =>
          html`<button data-testid="reserve-${to}" @click=${() => desk.ask(moveQuestion(desk, reserve, to))}>
            ${t(`reserve.to.${to}` as 'reserve.to.MOVING')}
          </button>`,
      )}`;
  }
}
