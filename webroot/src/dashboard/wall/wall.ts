import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import { counted, figure } from '../../core/figures.js';
import { duration, moment, number, time } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import type { Incident } from '../../core/protocol.js';
import type { Signal } from '../../core/signal.js';
import { all, one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { codeMark, codeStyles } from '../../ui/code-mark.js';
import { levelStyles } from '../../ui/level-mark.js';
import { View } from '../../ui/view.js';
import { changeLine } from '../changes/changes.js';
import { ChangeCourse } from '../changes/course.js';
import { changesStyles } from '../changes/line.css.js';
import type { Desk } from '../desk.js';
import { following, leading, openByCode, type Shown } from '../figure/glance.js';
import { middle } from '../middle.js';
import { loaded } from '../nav/lazy.js';
import { isOpen, sorted } from '../order.js';
import { clock, standing, standingStyles } from '../standing.js';
import { status, statusStyles } from '../status.js';
import { tiles } from './agencies.js';
import './fit.js';
import { panelAt, usualWall, type Panel } from './settings.js';
import { glyphPixels } from './sight.js';
import { Wake } from './wake.js';
import { wallStyles } from './wall.css.js';

const across = 3;
const mostTiles = 18;
const missedMillis = 60_000;

/** The page of a wall: read from metres away, touched by nobody. One rem is the least size of a glyph. */
@customElement('haetae-wall')
export class WallView extends View {
  static override styles = [controls, codeStyles, levelStyles, standingStyles, statusStyles, changesStyles, wallStyles];

  @property({ attribute: false }) desk!: Desk;
  private readonly wake = new Wake(() => this.requestUpdate());
  private readonly begun = performance.now();
  private missedAt: number | undefined;
  private course!: ChangeCourse;
  private readonly size = (): void => this.measure();

  protected override signals(): readonly Signal[] {
    const { desk } = this;
    this.course ??= new ChangeCourse(desk);
    return [desk.live.changed, desk.live.beat, desk.moved, desk.changed, loaded];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('resize', this.size);
    this.measure();
    this.wake.begin();
  }

  override disconnectedCallback(): void {
    window.removeEventListener('resize', this.size);
    this.wake.end();
    const root = document.documentElement;
    root.style.removeProperty('font-size');
    root.style.removeProperty('--least');
    delete root.dataset['wall'];
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.measure();
    this.forgetMissed();
    this.dataset['panel'] = this.panel;
    this.dataset['wake'] = this.wake.state;
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    return html`
      <header>
        <b class="scope">${unitLabel(desk.live.store, desk.scope)}</b>
        <span class="operation" data-testid="operation">${desk.operation?.name}</span>
        ${standing(desk)} ${status(desk)} ${clock(desk)}
        <button class="leave" data-testid="wall-leave" @click=${() => desk.leave('wall')}>${t('wall.leave')}</button>
      </header>
      ${desk.live.store.cursor === undefined ? html`<p class="state" role="status">${t('loading')}</p>` : this.picture()}
    `;
  }

  private picture(): TemplateResult {
    const { desk } = this;
    const tally = counted(desk.live.store, desk.scope);
    const at = desk.live.asOf === undefined ? '' : t('figures.asOf', { time: time(desk.asOf) });
    return html`
      <section class="figures" aria-label=${t('figures.title')} data-testid="wall-figures">
        ${leading(tally, desk.asOf).map((shown) => this.box(shown))}
      </section>
      <p class="second">
        <span class="codes" role="group" aria-label=${t('figures.codes')}
          >${t('figures.open')}
          <b>${number(figure(tally, 'incidents.open'))}</b>
          ${openByCode(tally).map((open, code) => html`<span>${codeMark(code, open === 0)}<b>${number(open)}</b></span>`)}</span
        >
        ${following(tally).map(({ word: name, value, unit, more, look }) => html`<span class=${look ?? ''}>${look === undefined ? nothing : html`<b aria-hidden="true">△</b> `}${t(name)} <b>${value}</b>${unit} ${look === undefined ? nothing : html`<span class="more">${more}</span>`}</span>`)}
        <span class="quiet asof" data-testid="figures-as-of">${at}</span>
      </p>
      <main>
        <section class="panel" data-testid="wall-panel" data-panel=${this.panel}>${this.middle()}</section>
        <section class="right">
          <h2>${t('list.title')} <span class="quiet">${this.waiting()}</span></h2>
          ${this.incidents()}
          <h2>${t('changes.title')}</h2>
          ${this.changes()}
        </section>
      </main>
    `;
  }

  private get panel(): Panel {
    return panelAt(this.desk.route.wall ?? usualWall, performance.now() - this.begun);
  }

  private box({ name, word: called, value, unit, more, look }: Shown): TemplateResult {
    return html`<div class="figure ${look ?? ''}" data-testid="figure-${name}">
      <span class="name"
        >${look === undefined ? nothing : html`<b aria-hidden="true">${look === 'bad' ? '▲' : '△'}</b> `}${t(called)}</span
      >
      <span class="value">${value}<small>${unit}</small></span>
      <span class="more">${more ?? ''}</span>
    </div>`;
  }

  private middle(): TemplateResult {
    const { desk, panel } = this;
    if (panel !== 'matrix') return middle(desk, undefined, panel);
    const units = tiles(desk, mostTiles);
    if (units.length === 0) return html`<p class="state">${t('matrix.empty')}</p>`;
    return html`<haetae-fit
      class="tiles"
      .rows=${units}
      .height=${2.75}
      .across=${across}
      .more=${(n: number) => t('wall.more.units', { n: number(n) })}
    ></haetae-fit>`;
  }

  private waiting(): string {
    const tally = counted(this.desk.live.store, this.desk.scope);
    const waiting = figure(tally, 'incidents.unacknowledged');
    const oldest = tally?.oldestUnacknowledged;
    if (oldest === undefined || waiting === 0) return '';
    return t('list.unacknowledged', { n: number(waiting), age: duration(this.desk.asOf - Date.parse(oldest)) });
  }

  private incidents(): TemplateResult {
    const { store } = this.desk.live;
    const open = sorted([...all(store, 'incident').values()].filter(isOpen), 'urgent');
    if (open.length === 0) return html`<p class="none">${t('list.empty')}</p>`;
    // More than any wall holds need not be drawn to be left out.
    const drawn = open.slice(0, 30);
    return html`<haetae-fit
      class="incidents"
      data-testid="wall-incidents"
      .rows=${drawn.map((incident) => this.incident(incident))}
      .beyond=${open.length - drawn.length}
      .height=${2.5}
      .more=${(n: number) => t('wall.more', { n: number(n) })}
    ></haetae-fit>`;
  }

  private incident(incident: Incident): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const waits = incident.status === 'REPORTED';
    const place = one(store, 'post', incident.post)?.name ?? unitLabel(store, incident.unit);
    const age = waits ? duration(desk.asOf - Date.parse(incident.recordedAt)) : moment(incident.recordedAt, desk.asOf);
    return html`<div
      class="incident ${waits ? 'waits' : ''}"
      data-testid="wall-incident"
      data-incident-id=${incident.id}
    >
      ${codeMark(incident.code)}
      <b class="cut">${incident.number}</b>
      <span class="state-of">${word(desk.codes, 'statuses', incident.status)}</span>
      <span class="cut">${word(desk.codes, 'incidentKinds', incident.incidentKind)} · ${place}</span>
      <span class="age">${age}</span>
    </div>`;
  }

  private changes(): TemplateResult {
    const rows = this.course.newest(20).map((happened) => changeLine(this.desk, happened));
    return html`<haetae-fit
      class="changes"
      data-testid="wall-changes"
      .rows=${rows}
      .height=${1.5}
      .counting=${0}
    ></haetae-fit>`;
  }

  /** What was missed is said for a while; there is nobody to close it. */
  private forgetMissed(): void {
    const { live } = this.desk;
    if (live.missed === undefined) this.missedAt = undefined;
    else this.missedAt ??= performance.now();
    if (this.missedAt !== undefined && performance.now() - this.missedAt > missedMillis) live.seenMissed();
  }

  /** The settings and the screen make the size of everything. */
  private measure(): void {
    const { wall } = this.desk.route;
    if (wall === undefined || !this.isConnected) return;
    const size = glyphPixels(window.screen, wall.inches, wall.metres);
    const root = document.documentElement;
    root.style.setProperty('font-size', `${String(size)}px`);
    root.style.setProperty('--least', `${String(size)}px`);
    root.dataset['wall'] = '';
  }
}
