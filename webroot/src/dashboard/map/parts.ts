import { html, nothing, type TemplateResult } from 'lit';
import { number } from '../../core/format.js';
import type { MapPosts } from '../../core/map-posts.js';
import { t } from '../../i18n/index.js';
import { styled } from '../../ui/styled.js';
import type { Desk } from '../desk.js';
import type { Target } from './search.js';

/** What the buttons and the search over the map do; `up` is absent at one's own unit. */
export interface Tools {
  readonly desk: Desk;
  readonly listed: boolean;
  readonly seek: (target: Target) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly up: (() => void) | undefined;
  readonly list: () => void;
}

export function tools({ desk, listed, seek, zoom, fit, up, list }: Tools): TemplateResult {
  return html`<div class="tools">
    <haetae-map-search .desk=${desk} @target=${({ detail }: CustomEvent<Target>) => seek(detail)}></haetae-map-search>
    <button class="square" data-testid="map-in" aria-label=${t('map.zoomIn')} @click=${() => zoom(2)}>＋</button>
    <button class="square" data-testid="map-out" aria-label=${t('map.zoomOut')} @click=${() => zoom(0.5)}>－</button>
    <button data-testid="map-fit" @click=${fit}>${t('map.fit')}</button>
    <button ?hidden=${up === undefined} data-testid="map-up" @click=${() => up?.()}>${t('map.up')}</button>
    <button data-testid="map-list-toggle" aria-pressed=${listed ? 'true' : 'false'} @click=${list}>
      ${t('map.list')}
    </button>
  </div>`;
}

/** Whom to name, and that the dots' places are generated, where they are. */
export function foot(posts: MapPosts | undefined, attribution: readonly string[]): TemplateResult {
  return html`<div class="foot">
    ${(posts?.generated.size ?? 0) > 0 ? html`<p class="drill" data-testid="map-generated">${t('map.drill')}</p>` : nothing}
    <p>
      <a href="/licences.txt" target="_blank" rel="noopener">${t('map.attribution')}</a
      >${attribution.map((who) => html` · ${who}`)}
    </p>
  </div>`;
}

/** Around the post that the map points at. */
export function ring([x, y]: readonly [number, number]): TemplateResult {
  const transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
  return html`<div class="focus" data-testid="map-focus" ${styled({ transform })}></div>`;
}

/** What must be known to read the map, below the list. */
export function notes(posts: MapPosts | undefined): string[] {
  return [
    (posts?.generated.size ?? 0) > 0 ? t('map.drill') : '',
    (posts?.unplaced ?? 0) > 0 ? t('map.unplaced', { n: number(posts?.unplaced ?? 0) }) : '',
    t('map.legend.gyeonggi'),
  ].filter(Boolean);
}
