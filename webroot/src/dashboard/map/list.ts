import { html, nothing, type TemplateResult } from 'lit';
import { word } from '../../core/codes.js';
import type { PostState } from '../../core/entities.js';
import { number } from '../../core/format.js';
import { below } from '../../core/place.js';
import type { Post } from '../../core/protocol.js';
import { all, one, type Store } from '../../core/store.js';
import { silent } from '../../core/watch.js';
import { t } from '../../i18n/index.js';
import { codeMark } from '../../ui/code-mark.js';
import { levelMark } from '../../ui/level-mark.js';
import type { Desk } from '../desk.js';
import { postState } from '../post-state.js';
import type { PlacedIncident } from './incidents.js';
import { counts, marks, ringOrder, worst } from './symbols.js';
import { stateWord } from './words.js';

const mostIncidents = 20;
const mostPosts = 60;
/** The states a post is listed by, the alarming ones first. */
const order: readonly PostState[] = ['LOST_CONTACT', 'NEVER_REPORTED', 'LATE', 'SIGNED_OFF', 'IDLE', 'REPORTING'];

/** Says what the map shows, by the level of the scope: units below it, at a station its posts; and the open incidents. */
export function list(desk: Desk, incidents: readonly PlacedIncident[], notes: readonly string[]): TemplateResult {
  const { store } = desk.live;
  const station = one(store, 'unit', desk.scope)?.unitKind === 'STATION';
  return html`
    ${station ? posts(desk, store) : units(desk, store)}
    <h3>${t('map.list.incidents', { n: number(incidents.length) })}</h3>
    <ul>
      ${incidents.slice(0, mostIncidents).map(
        ({ incident }) =>
          html`<li>
            <button class="line" data-testid="map-list-incident" @click=${() => desk.go({ incident: incident.id })}>
              ${codeMark(incident.code)}<span
                >${incident.number} ${word(desk.codes, 'incidentKinds', incident.incidentKind)}</span
              ><span class="quiet">${word(desk.codes, 'statuses', incident.status)}</span>
            </button>
          </li>`,
      )}
    </ul>
    ${rest(incidents.length - mostIncidents, 'map.list.incidentsMore')}
    ${notes.map((note) => html`<p class="quiet">${note}</p>`)}
  `;
}

function units(desk: Desk, store: Store): TemplateResult {
  const shown = below(store, desk.scope).map((unit) => counts(store, unit));
  if (shown.length === 0) return html`<p class="state">${t('map.list.empty')}</p>`;
  return html`<h3>${t('map.list.units')}</h3>
    <ul>
      ${shown.map(
        (symbol) =>
          html`<li>
            <button
              class="line"
              data-testid="map-list-unit"
              data-unit=${symbol.unit}
              data-worst=${worst(symbol)}
              @click=${() => desk.go({ scope: symbol.unit })}
            >
              <i class="worst-${worst(symbol)}" aria-hidden="true">${marks[worst(symbol)]}</i>
              <span
                ><b>${symbol.label}</b> ${levelMark(desk.codes, symbol.level)}
                <small>
                  ${t('map.posts', { n: number(symbol.posts) })}${[...ringOrder]
                    .reverse()
                    .filter((state) => symbol.share[state] > 0)
                    .map((state) => ` · ${stateWord(desk.codes, state)} ${number(symbol.share[state])}`)}
                </small></span
              >
              <span class="quiet">${t('map.open', { n: number(symbol.open), m: number(symbol.unacknowledged) })}</span>
            </button>
          </li>`,
      )}
    </ul>`;
}

function posts(desk: Desk, store: Store): TemplateResult {
  const own = [...all(store, 'post').values()].filter(({ unit }) => unit === desk.scope);
  if (own.length === 0) return html`<p class="state">${t('map.list.empty')}</p>`;
  const state = (post: Post): PostState => one(store, 'watch', post.id)?.state ?? 'IDLE';
  const groups = order
    .map((of) => ({ of, posts: own.filter((post) => state(post) === of) }))
    .filter((group) => group.posts.length > 0);
  return html`<h3>${t('map.list.posts')}</h3>
    ${groups.map(
      (group) =>
        html`<h4>
            ${t('map.list.state', { state: word(desk.codes, 'postStates', group.of), n: number(group.posts.length) })}
          </h4>
          <ul>
            ${group.posts.slice(0, silent(group.of) ? undefined : mostPosts).map(
              (post) =>
                html`<li>
                  <button
                    class="line"
                    data-testid="map-list-post"
                    data-post-id=${post.id}
                    @click=${() => desk.go({ focus: post.id }, true)}
                  >
                    ${postState(desk, group.of)}<span>${post.name}</span
                    ><span class="quiet">${word(desk.codes, 'postKinds', post.postKind)}</span>
                  </button>
                </li>`,
            )}
          </ul>
          ${silent(group.of) ? nothing : rest(group.posts.length - mostPosts, 'map.list.more')}`,
    )}`;
}

const rest = (n: number, word: 'map.list.more' | 'map.list.incidentsMore'): TemplateResult | typeof nothing =>
  n > 0 ? html`<p class="quiet">${t(word, { n: number(n) })}</p>` : nothing;
