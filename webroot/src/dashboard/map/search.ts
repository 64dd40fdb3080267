import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { number } from '../../core/format.js';
import { matches, unitLabel } from '../../core/place.js';
import { all, type Store } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { searchStyles } from './map.css.js';

const most = 12;

export type Target = { readonly unit: string } | { readonly post: string; readonly station: string };
export interface Hit {
  readonly name: string;
  readonly beside: string;
  readonly target: Target;
}

/** Units first, then posts; words in any order, as everywhere. */
export function found(store: Store, query: string, limit = most): Hit[] {
  const hits: Hit[] = [];
  if (query.trim() === '') return hits;
  for (const unit of all(store, 'unit').values()) {
    if (!matches(`${unit.korean} ${unit.label} ${unit.english}`, query.trim())) continue;
    hits.push({ name: unitLabel(store, unit.id), beside: unit.korean, target: { unit: unit.id } });
    if (hits.length >= limit) return hits;
  }
  for (const post of all(store, 'post').values()) {
    if (!matches(`${post.name} ${unitLabel(store, post.unit)}`, query.trim())) continue;
    hits.push({
      name: post.name,
      beside: unitLabel(store, post.unit),
      target: { post: post.id, station: post.unit },
    });
    if (hits.length >= limit) return hits;
  }
  return hits;
}

/** Finds an agency, a station or a post of the view. Fires `target` with a Target. */
@customElement('haetae-map-search')
export class MapSearch extends View {
  static override styles = [controls, searchStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private query = '';

  protected override render(): TemplateResult {
    const hits = found(this.desk.live.store, this.query);
    const asked = this.query.trim() !== '';
    return html`<input
        type="search"
        data-testid="map-search"
        autocomplete="off"
        aria-label=${t('map.search')}
        placeholder=${t('map.search')}
        .value=${this.query}
        @input=${(event: InputEvent) => (this.query = (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.key(event, hits)}
      />
      <p class="unseen" role="status">
        ${!asked ? '' : hits.length === 0 ? t('map.search.none') : t('map.search.found', { n: number(hits.length) })}
      </p>
      ${
        asked
          ? html`<ul>
              ${hits.length === 0 ? html`<li class="quiet">${t('map.search.none')}</li>` : nothing}
              ${hits.map(
                (hit) =>
                  html`<li>
                    <button data-testid="map-found" @click=${() => this.choose(hit)}>
                      ${hit.name} <small>${hit.beside}</small>
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }`;
  }

  private key(event: KeyboardEvent, hits: readonly Hit[]): void {
    event.stopPropagation();
    if (event.isComposing) return;
    const [first] = hits;
    if (event.key === 'Enter' && first !== undefined) this.choose(first);
    else if (event.key === 'Escape') this.query = '';
  }

  private choose({ target }: Hit): void {
    this.query = '';
    this.dispatchEvent(new CustomEvent<Target>('target', { detail: target }));
  }
}
