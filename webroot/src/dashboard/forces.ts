import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import type { Deployment } from '../core/entities.js';
import { figure } from '../core/figures.js';
import { number } from '../core/format.js';
import { isOver } from '../core/operation.js';
import { below, unitLabel } from '../core/place.js';
import type { Signal } from '../core/signal.js';
import { all, one, type Store } from '../core/store.js';
import { missing } from '../core/watch.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { rowsStyles } from '../ui/rows.js';
import { View } from '../ui/view.js';
import { deploymentActs, deploymentLine } from './deployment-row.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';
import { strengthQuestion } from './strength-question.js';

const columns: readonly (readonly [Word, string])[] = [
  ['force.available', 'people.available'],
  ['force.planned', 'people.due'],
  ['figures.onPost', 'people.onPost'],
  ['figures.duties', 'people.duties'],
  ['force.enRoute', 'deployments.enRoute'],
  ['force.late', 'deployments.late'],
  ['force.underStrength', 'deployments.underStrength'],
];
/** What needs a look comes first. */
const places: readonly Deployment['state'][] = ['ON_POST', 'EN_ROUTE', 'PLANNED', 'RELIEVED', 'CANCELLED'];

/** 경력: above a station unit by unit, at a station every deployment with what may be done. Fires `deploy` for one more. */
@customElement('haetae-forces')
export class Forces extends View {
  static override styles = [
    controls,
    rowsStyles,
    panelStyles,
    css`
      .item {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      tbody th button {
        padding: 0.2rem 0.3rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private odd = false;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { store } = this.desk.live;
    if (store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    return one(store, 'unit', this.desk.scope)?.unitKind === 'STATION' ? this.station(store) : this.units(store);
  }

  private units(store: Store): TemplateResult {
    const { desk } = this;
    return html`<div class="head">
        <h2>${t('nav.forces')}</h2>
        ${this.enter()}
      </div>
      <div>
        <p class="quiet">${t('force.deeper')}</p>
      </div>
      <table data-testid="forces">
        <thead>
          <tr>
            <th scope="col">${t('matrix.unit')}</th>
            ${columns.map(([name]) => html`<th scope="col" class="n">${t(name)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${below(store, desk.scope).map((unit) => {
            const tally = one(store, 'tally', unit.id);
            return html`<tr>
              <th scope="row">
                <button class="plain" @click=${() => desk.go({ scope: unit.id })}>${unitLabel(store, unit.id)}</button>
              </th>
              ${columns.map(([, name]) => {
                const value = figure(tally, name);
                return html`<td class="n ${value === 0 ? 'zero' : ''}">${number(value)}</td>`;
              })}
            </tr>`;
          })}
        </tbody>
      </table>`;
  }

  private station(store: Store): TemplateResult {
    const { desk } = this;
    const deployments = [...all(store, 'deployment').values()]
      .filter((deployment) => !this.odd || isOdd(deployment))
      .sort(
        (a, b) => places.indexOf(a.state) - places.indexOf(b.state) || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0),
      );
    const held = new Map(deployments.map((deployment) => [deployment.id, deployment]));
    const draw = (id: string): TemplateResult => {
      const deployment = held.get(id);
      if (deployment === undefined) return html``;
      return html`<div class="item" data-testid="deployment" data-state=${deployment.state}>
        <div>${deploymentLine(desk, deployment)}</div>
        ${deploymentActs(desk, deployment)}
      </div>`;
    };
    return html`<div class="head">
        <h2>${t('force.deployments')} <span class="quiet">${t('force.count', { n: number(held.size) })}</span></h2>
        <div class="acts">
          <button
            data-testid="deployments-odd"
            aria-pressed=${this.odd ? 'true' : 'false'}
            @click=${() => (this.odd = !this.odd)}
          >
            ${t('force.odd')}
          </button>
          ${this.enter()}
        </div>
      </div>
      ${this.forces(store)}
      ${held.size === 0 ? html`<p class="state" data-testid="deployments-empty">${t('force.empty')}</p>` : nothing}
      <haetae-rows label=${t('force.deployments')} .ids=${[...held.keys()]} .height=${4} .draw=${draw}></haetae-rows>`;
  }

  private enter(): TemplateResult | typeof nothing {
    if (!this.desk.session.may('force.plan') || isOver(this.desk.standing)) return nothing;
    return html`<button
      class="main"
      data-testid="deployment-enter"
      @click=${() => this.dispatchEvent(new CustomEvent('deploy'))}
    >
      ${t('deploy.open')}
    </button>`;
  }

  private forces(store: Store): TemplateResult | typeof nothing {
    const forces = [...all(store, 'force').values()].filter(({ unit }) => unit === this.desk.scope);
    if (forces.length === 0) return nothing;
    const may = this.desk.session.may('force.plan') && !isOver(this.desk.standing);
    return html`<table data-testid="strength">
      <thead>
        <tr>
          <th scope="col">${t('force.name')}</th>
          <th scope="col">${t('force.kind')}</th>
          ${(['strength', 'onLeave', 'training', 'detached', 'available'] as const).map((name) => html`<th scope="col" class="n">${t(`force.${name}`)}</th>`)}
          ${may ? html`<td></td>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${forces.map(
          (force) =>
            html`<tr>
              <td>${force.name}</td>
              <td>${word(this.desk.codes, 'forceKinds', force.forceKind)}</td>
              ${(['strength', 'onLeave', 'training', 'detached', 'available'] as const).map((name) => html`<td class="n">${number(force[name])}</td>`)}
              ${
                may
                  ? html`<td class="n">
                      <button data-testid="strength-set" @click=${() => this.desk.ask(strengthQuestion(force))}>
                        ${t('strength.set')}
                      </button>
                    </td>`
                  : nothing
              }
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

const isOdd = (deployment: Deployment): boolean =>
  deployment.late === true || deployment.doubled === true || deployment.beyondEnd === true || missing(deployment) > 0;
