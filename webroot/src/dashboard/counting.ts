import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import { number } from '../core/format.js';
import { matches, unitLabel } from '../core/place.js';
import type { Signal } from '../core/signal.js';
import { cordonOf, cordons, stages, type CountingCentre } from '../core/sites.js';
import { all, one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import './custody/counting-centre.js';
import { custodyStyles } from './custody/marks.js';
import { stageMark } from './custody/stage-mark.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';

/** 개표소: how far each is, its three cordons, who commands, incidents and boxes; incidents first, then what is behind. */
@customElement('haetae-counting')
export class Counting extends View {
  static override styles = [controls, panelStyles, custodyStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private search = '';
  @state() private stage = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const { centre } = desk.route;
    if (store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    if (centre !== undefined)
      return html`<haetae-counting-centre .desk=${desk} .post=${centre}></haetae-counting-centre>`;
    const every = [...all(store, 'counting').values()];
    const shown = every.filter((found) => this.shows(found)).sort((a, b) => this.order(a, b));
    return html`
      <div class="head">
        <h2>${t('nav.counting')}</h2>
        <p class="quiet" role="status">${t('counting.summary', { n: number(every.length) })}</p>
      </div>
      <div class="views" role="group" aria-label=${t('counting.stage')}>
        ${this.stageButton('', every.length)}
        ${['NONE', ...stages].map((stage) => this.stageButton(stage, every.filter((found) => (found.stage ?? 'NONE') === stage).length))}
      </div>
      <div class="filters">
        <input
          type="search"
          data-testid="counting-search"
          aria-label=${t('counting.search')}
          placeholder=${t('counting.search')}
          .value=${this.search}
          @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
        />
      </div>
      ${
        every.length === 0
          ? html`<p class="state" data-testid="counting-empty">${t('counting.empty')}</p>`
          : shown.length === 0
            ? html`<p class="state">${t('counting.none')}</p>`
            : this.table(shown)
      }
    `;
  }

  private stageButton(stage: string, count: number): TemplateResult {
    const said =
      stage === ''
        ? t('counting.all')
        : stage === 'NONE'
          ? t('counting.notBegun')
          : word(this.desk.codes, 'countingStages', stage);
    return html`<button
      data-testid="counting-stage-${stage === '' ? 'all' : stage}"
      aria-pressed=${stage === this.stage ? 'true' : 'false'}
      @click=${() => (this.stage = stage)}
    >
      ${said} <b>${number(count)}</b>
    </button>`;
  }

  private shows(found: CountingCentre): boolean {
    if (this.stage !== '' && (found.stage ?? 'NONE') !== this.stage) return false;
    const words = this.search.trim();
    const { store } = this.desk.live;
    return words === '' || matches(`${this.name(found)} ${unitLabel(store, found.unit)}`, words);
  }

  private order(a: CountingCentre, b: CountingCentre): number {
    const place = ({ stage }: CountingCentre): number => (stage == null ? -1 : stages.indexOf(stage));
    return b.incidentsOpen - a.incidentsOpen || place(a) - place(b) || this.name(a).localeCompare(this.name(b), 'ko');
  }

  private name({ id }: CountingCentre): string {
    return one(this.desk.live.store, 'post', id)?.name ?? id;
  }

  private table(centres: readonly CountingCentre[]): TemplateResult {
    return html`<table class="board" data-testid="counting">
      <caption class="unseen">
        ${t('nav.counting')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('counting.centre')}</th>
          <th scope="col">${t('counting.stage')}</th>
          <th scope="col" class="n">${t('counting.incidents')}</th>
          <th scope="col" class="n">${t('counting.strengths')}</th>
          <th scope="col" class="least">${t('counting.commander')}</th>
          <th scope="col" class="n least">${t('transport.column.boxes')}</th>
        </tr>
      </thead>
      <tbody>
        ${centres.map((found) => this.row(found))}
      </tbody>
    </table>`;
  }

  private row(found: CountingCentre): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const boxes = one(store, 'centre', found.id)?.boxes;
    const strengths = cordons.map((name) => cordonOf(found, name)?.actual);
    const planned = cordons.map((name) => cordonOf(found, name)?.planned);
    const sum = (held: readonly (number | null | undefined)[]): number =>
      held.reduce<number>((all, n) => all + (n ?? 0), 0);
    const short = sum(planned) > sum(strengths);
    return html`<tr
      data-testid="counting-row"
      data-post-id=${found.id}
      data-stage=${found.stage ?? 'NONE'}
      @click=${() => desk.go({ centre: found.id })}
    >
      <th scope="row"><button>${this.name(found)}</button> <small>${unitLabel(store, found.unit)}</small></th>
      <td>
        ${stageMark(desk, found)}
        ${found.endReported == null ? nothing : html`<small>${t('counting.endReported.short')}</small>`}
      </td>
      <td class="n ${found.incidentsOpen === 0 ? 'zero' : 'look'}">
        ${number(found.incidentsOpen)}<small> / ${number(found.incidentsTotal)}</small>
      </td>
      <td class="n ${short ? 'waits' : ''}">
        ${strengths.map((n) => (n == null ? '–' : number(n))).join(' · ')}<small> / ${number(sum(planned))}</small>
      </td>
      <td class="least">
        ${found.commander?.person.name ?? html`<span class="warn">${t('counting.commander.none')}</span>`}
      </td>
      <td class="n least">
        ${boxes === undefined ? '–' : html`${number(boxes.arrived)}<small> / ${number(boxes.expected + boxes.moving + boxes.arrived)}</small>`}
      </td>
    </tr>`;
  }
}
