import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import { duration, moment, number } from '../core/format.js';
import { matches, unitLabel } from '../core/place.js';
import type { Signal } from '../core/signal.js';
import { byNeed, isOpen, type Storage } from '../core/sites.js';
import { all, one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import { custodyStyles } from './custody/marks.js';
import './custody/storage.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';

/** 사전투표함 보관소: every storage of the scope with its rounds, seals, cameras and who is inside; gaps first. */
@customElement('haetae-storages')
export class Storages extends View {
  static override styles = [controls, panelStyles, custodyStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private search = '';
  @state() private odd = false;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const { centre } = desk.route;
    if (store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    if (centre !== undefined) return html`<haetae-storage .desk=${desk} .post=${centre}></haetae-storage>`;
    const every = [...all(store, 'storage').values()];
    const shown = every.filter((storage) => this.shows(storage)).sort(byNeed);
    return html`
      <div class="head">
        <h2>${t('nav.storages')}</h2>
        <p class="quiet" role="status" data-testid="storages-summary">${this.summary(every)}</p>
      </div>
      <div class="filters">
        <input
          type="search"
          data-testid="storage-search"
          aria-label=${t('storage.search')}
          placeholder=${t('storage.search')}
          .value=${this.search}
          @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
        />
        <button
          data-testid="storage-odd"
          aria-pressed=${this.odd ? 'true' : 'false'}
          @click=${() => (this.odd = !this.odd)}
        >
          ${t('storage.odd')}
        </button>
      </div>
      ${
        every.length === 0
          ? html`<p class="state" data-testid="storages-empty">${t('storage.empty')}</p>`
          : shown.length === 0
            ? html`<p class="state">${t('storage.none')}</p>`
            : this.table(shown)
      }
    `;
  }

  private summary(every: readonly Storage[]): string {
    const count = (of: (storage: Storage) => number): string =>
      number(every.reduce((sum, storage) => sum + of(storage), 0));
    return t('storage.summary', {
      n: number(every.length),
      watched: count(({ state }) => (state === 'WATCHED' ? 1 : 0)),
      boxes: count(({ boxes }) => boxes),
      gaps: count(({ gaps }) => gaps),
      inside: count(({ inside }) => inside),
    });
  }

  private shows(storage: Storage): boolean {
    if (this.odd && storage.gaps === 0) return false;
    const words = this.search.trim();
    const { store } = this.desk.live;
    return (
      words === '' || matches(`${one(store, 'post', storage.id)?.name ?? ''} ${unitLabel(store, storage.unit)}`, words)
    );
  }

  private table(storages: readonly Storage[]): TemplateResult {
    return html`<table class="board" data-testid="storages">
      <caption class="unseen">
        ${t('nav.storages')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('storage.storage')}</th>
          <th scope="col">${t('transport.state')}</th>
          <th scope="col" class="n">${t('storage.gaps')}</th>
          <th scope="col">${t('storage.round')}</th>
          <th scope="col">${t('storage.sealCheck')}</th>
          <th scope="col" class="least">${t('storage.cameras')}</th>
          <th scope="col" class="n least">${t('storage.inside')}</th>
          <th scope="col" class="n least">${t('transport.boxes')}</th>
        </tr>
      </thead>
      <tbody>
        ${storages.map((storage) => this.row(storage))}
      </tbody>
    </table>`;
  }

  private row(storage: Storage): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const name = one(store, 'post', storage.id)?.name ?? storage.id;
    return html`<tr
      data-testid="storage-row"
      data-post-id=${storage.id}
      data-gaps=${storage.gaps}
      @click=${() => desk.go({ centre: storage.id })}
    >
      <th scope="row"><button>${name}</button> <small>${unitLabel(store, storage.unit)}</small></th>
      <td>${word(desk.codes, 'storageStates', storage.state)}</td>
      <td class="n ${storage.gaps === 0 ? 'zero' : 'look'}">
        ${storage.gaps === 0 ? '0' : `⚠ ${number(storage.gaps)}`}
      </td>
      <td>${due(desk, storage.lastRound, storage.roundDue)}</td>
      <td>${sealMark(desk, storage)} ${due(desk, storage.lastSealCheck, storage.sealCheckDue)}</td>
      <td class="least">${cameras(storage)}</td>
      <td class="n least ${storage.inside === 0 ? 'zero' : 'waits'}">${number(storage.inside)}</td>
      <td class="n least ${storage.boxes === 0 ? 'zero' : ''}">${number(storage.boxes)}</td>
    </tr>`;
  }
}

/** When it was done last, and until when it must be done again. */
export function due(desk: Desk, last: string | null | undefined, next: string | null | undefined): TemplateResult {
  const over = next == null ? 0 : desk.asOf - Date.parse(next);
  return html`${last == null ? html`<span class="quiet">${t('storage.never')}</span>` : moment(last, desk.asOf)}
  ${
    next == null
      ? nothing
      : over > 0
        ? html`<b class="alarm">${t('transport.overBy', { for: duration(over) })}</b>`
        : html`<span class="quiet">${t('storage.due', { at: moment(next, desk.asOf) })}</span>`
  }`;
}

/** Whether the seals are unbroken, and their numbers those that were put on. */
export function sealMark(desk: Desk, { id, sealsIntact }: Storage): TemplateResult | typeof nothing {
  if (sealsIntact == null) return nothing;
  if (!sealsIntact) return html`<b class="alarm">✕ ${t('storage.broken')}</b>`;
  const changed = [...all(desk.live.store, 'storage-gap').values()].some(
    (gap) => gap.post === id && gap.gapKind === 'SEAL_CHANGED' && isOpen(gap),
  );
  return changed ? html`<b class="alarm">≠ ${t('storage.changed')}</b>` : html`<b>✓</b>`;
}

export function cameras({ cameras: { up, down, unknown } }: Storage): TemplateResult {
  if (up + down + unknown === 0) return html`<span class="quiet">–</span>`;
  return html`${t('storage.cameras.up', { n: number(up), of: number(up + down + unknown) })}
  ${down > 0 ? html`<b class="alarm">✕ ${t('storage.cameras.down', { n: number(down) })}</b>` : nothing}
  ${unknown > 0 ? html`<b class="warn">? ${t('storage.cameras.unknown', { n: number(unknown) })}</b>` : nothing}`;
}
