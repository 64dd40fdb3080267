import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BoxSeals } from '../../core/boxes.js';
import { word } from '../../core/codes.js';
import {
  departedWith,
  loadOf,
  transportHistory,
  type Confirmation,
  type Discrepancy,
  type Transport,
  type TransportHistory,
} from '../../core/custody.js';
import { explain } from '../../core/explain.js';
import { moment } from '../../core/format.js';
import { unitLabel, unitName } from '../../core/place.js';
import type { Position } from '../../core/protocol.js';
import type { Signal } from '../../core/signal.js';
import { all, one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import { discrepancyCard } from './discrepancy.js';
import { custodyLines } from './lines.js';
import { alarms, custodyStyles, expected, nestedStyles, stateMark } from './marks.js';
import { routeActs } from './route-acts.js';

/** One route: how far it is against what was expected, who goes with which boxes, what does not fit, and everything that was. */
@customElement('haetae-route')
export class RouteView extends View {
  static override styles = [controls, panelStyles, custodyStyles, nestedStyles];

  @property({ attribute: false }) desk!: Desk;
  @property() route = '';
  @state() private history: TransportHistory | undefined;
  @state() private failure: unknown;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat];
  }

  protected override willUpdate(): void {
    const wanted = `${this.route} ${this.version()}`;
    if (wanted === this.asked) return;
    if (!this.asked.startsWith(`${this.route} `)) this.history = undefined;
    this.asked = wanted;
    void this.fetch(wanted);
  }

  protected override render(): TemplateResult {
    const { desk, history, failure } = this;
    const found = this.newest();
    return html`
      <div class="head">
        <button data-testid="route-back" @click=${() => desk.leave('transport')}>‹ ${t('transport.back')}</button>
        <span class="quiet">${unitName(desk.live.store, found?.unit)}</span>
      </div>
      ${found === undefined ? nothing : this.card(found)}
      ${
        failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${t('transport.failed')} ${explain(failure)}
              <button @click=${() => void this.fetch(this.asked)}>${t('retry')}</button>
            </p>`
      }
      ${this.discrepancies()}
      <section>
        <h3>${t('timeline.title')}</h3>
        ${
          history === undefined
            ? html`<p class="quiet" role="status">${failure === undefined ? t('loading') : ''}</p>`
            : custodyLines(desk, history.timeline)
        }
      </section>
    `;
  }

  private card(route: Transport): TemplateResult {
    const { desk } = this;
    const loaded = this.loaded(route);
    const { departure, stop, last } = route;
    const officers = departure?.officers.map((officer) => officer.name ?? t('unknown')).join(', ');
    const facts: [string, unknown][] = [
      [t('transport.fromTo'), html`<b>${route.fromName}</b> → <b>${route.toName}</b>${this.centre(route)}`],
      [t('transport.departure'), expected(desk, route.departsAt, departure?.at)],
      ...(route.checkpoints === undefined
        ? []
        : ([[t('transport.checkpoints'), this.checkpoints(route)]] as [string, unknown][])),
      ...(last == null
        ? []
        : ([[t('transport.last'), `${last.place} · ${moment(last.at, desk.asOf)}${where(last.position)}`]] as [
            string,
            unknown,
          ][])),
      ...(stop == null
        ? []
        : ([[t('transport.stopped'), html`<b class="warn">${moment(stop.at, desk.asOf)} · ${stop.reason}</b>`]] as [
            string,
            unknown,
          ][])),
      [t('transport.arrival'), expected(desk, route.arrivesAt, route.arrival?.at)],
      [t('transport.handover.GIVING'), this.confirmed(route.giving)],
      [t('transport.handover.RECEIVING'), this.confirmed(route.receiving)],
      ...(departure == null
        ? []
        : ([
            [t('transport.officers'), officers],
            [t('transport.staff'), t('transport.staff.n', { n: departure.commissionStaff })],
            [t('transport.vehicle'), departure.vehicle ?? '–'],
          ] as [string, unknown][])),
      [t('transport.boxesAndSeals'), this.boxes(loaded)],
    ];
    return html`<article class="card" data-testid="route" data-route-id=${route.id} data-state=${route.state}>
      <div class="title">
        <h3>${route.number}</h3>
        <span class="quiet">${word(desk.codes, 'transportKinds', route.transportKind)}</span>
        ${alarms(desk, route)}
        <span class="state-word">${stateMark(desk, route.state)}</span>
      </div>
      <dl class="facts">
        ${facts.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      ${routeActs(desk, route, loaded)}
    </article>`;
  }

  private centre({ to }: Transport): TemplateResult | typeof nothing {
    const { desk } = this;
    if (to == null || desk.route.centre === to) return nothing;
    const open = (): void => {
      desk.leave('transport');
      desk.go({ centre: to });
    };
    return html` <button class="link" @click=${open}>${t('transport.toCentre')}</button>`;
  }

  private checkpoints({ checkpoints, last }: Transport): TemplateResult {
    const held = checkpoints ?? [];
    const passed = held.indexOf(last?.place ?? '');
    return html`${held.map((place, index) => html`${index === 0 ? '' : ' → '}${index <= passed ? html`<b>✓ ${place}</b>` : html`<span class="quiet">○ ${place}</span>`}`)}`;
  }

  private confirmed(confirmation: Confirmation | null | undefined): TemplateResult {
    const { desk } = this;
    if (confirmation == null) return html`<span class="quiet">${t('transport.unconfirmed')}</span>`;
    const { at, by } = confirmation;
    const who = [by.name, unitLabel(desk.live.store, by.unit)].filter(Boolean).join(' · ');
    return html`<b>✓ ${moment(at, desk.asOf)}</b> ${who}`;
  }

  private boxes(loaded: readonly BoxSeals[]): TemplateResult {
    const { desk } = this;
    if (loaded.length === 0) return html`<span class="quiet">${t('transport.boxes.unknown')}</span>`;
    return html`<ul>
      ${loaded.map(
        ({ box, seals }) =>
          html`<li>
            <button class="link" data-testid="route-box" data-box=${box} @click=${() => desk.go({ box })}>
              ${box}
            </button>
            ${seals.length === 0 ? html`<span class="quiet">${t('transport.seals.unknown')}</span>` : seals.join(', ')}
          </li>`,
      )}
    </ul>`;
  }

  private discrepancies(): TemplateResult | typeof nothing {
    const found = [...all(this.desk.live.store, 'discrepancy').values()].filter(({ route }) => route === this.route);
    if (found.length === 0) return nothing;
    const order: Readonly<Record<Discrepancy['state'], number>> = { OPEN: 0, EXPLAINED: 1, ACCEPTED: 2 };
    found.sort((a, b) => order[a.state] - order[b.state] || (a.at < b.at ? -1 : 1));
    return html`<section>
      <h3>${t('transport.view.discrepancies')}</h3>
      <div class="cards">${found.map((discrepancy) => discrepancyCard(this.desk, discrepancy))}</div>
    </section>`;
  }

  /** The seals of the departure where that was recorded, else those last seen. */
  private loaded(route: Transport): readonly BoxSeals[] {
    const departed = this.history?.route.id === route.id ? departedWith(this.history.timeline) : undefined;
    return departed ?? loadOf(this.desk.live.store, route);
  }

  private newest(): Transport | undefined {
    const held = one(this.desk.live.store, 'route', this.route);
    const read = this.history?.route;
    return held === undefined || (read !== undefined && read.seq > held.seq) ? read : held;
  }

  /** Changes with what the picture knows of it; above an agency with the counts of where it goes. */
  private version(): string {
    const { store } = this.desk.live;
    const to = this.history?.route.to ?? this.desk.route.centre;
    const open = [...all(store, 'discrepancy').values()].filter(({ route }) => route === this.route);
    const known = one(store, 'route', this.route) ?? one(store, 'centre', to);
    return [known, ...open].map((entity) => entity?.seq ?? 0).join('.');
  }

  private async fetch(wanted: string): Promise<void> {
    this.failure = undefined;
    try {
      const history = await transportHistory(this.desk.api, this.desk.operation?.id ?? '', this.route);
      if (wanted === this.asked) this.history = history;
    } catch (error) {
      if (wanted === this.asked) this.failure = error;
    }
  }
}

/** Where the device was, as it said. */
const where = (position: Position | null | undefined): string =>
  position == null ? '' : ` · ${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}`;
