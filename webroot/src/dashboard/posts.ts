import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import type { PostState } from '../core/entities.js';
import { number } from '../core/format.js';
import { matches, postPlace, unitLabel } from '../core/place.js';
import type { Post } from '../core/protocol.js';
import type { Signal } from '../core/signal.js';
import { all, one, type Store } from '../core/store.js';
import { silent } from '../core/watch.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { rowsStyles } from '../ui/rows.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';
import './post.js';
import { lastAndNext, postState } from './post-state.js';

type Filter = 'all' | 'silent' | PostState;
const filters: readonly Filter[] = ['all', 'silent', 'NEVER_REPORTED', 'LATE', 'LOST_CONTACT', 'SIGNED_OFF'];

/** Posts of the scope with how they are heard of. In the organisation's order, so that no row moves when a post's state does. */
@customElement('haetae-posts')
export class Posts extends View {
  static override styles = [
    controls,
    rowsStyles,
    panelStyles,
    css`
      :host {
        overflow: hidden;
      }
      .item {
        grid-template-columns: 8.5rem minmax(0, 1fr) auto;
        width: 100%;
        padding: 0.2rem 0.25rem;
        text-align: left;
        background: none;
        border-width: 0 0 1px;
        border-radius: 0;
      }
      .item:hover {
        background: var(--raised);
      }
      .item:focus-visible {
        outline-offset: -3px;
      }
      .item > span > span {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private filter: Filter = 'all';
  @state() private search = '';
  private order: readonly string[] = [];
  private orderOf: readonly [unknown, unknown] = [undefined, undefined];

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    if (store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    if (desk.route.post !== undefined) return html`<haetae-post .desk=${desk} .post=${desk.route.post}></haetae-post>`;
    const everything = this.filter === 'all' && this.search.trim() === '';
    const ordered = this.ordered(store);
    const ids = everything ? ordered : ordered.filter((id) => this.shows(store, id));
    const draw = (id: string): TemplateResult => this.row(store, id);
    return html`
      <div class="head">
        <h2>${t('nav.posts')}</h2>
        <button data-testid="codes-open" @click=${() => desk.go({ sheet: 'codes' })}>${t('sheet.codes')}</button>
        <p class="quiet" role="status">${t('post.count', { n: number(ids.length) })}</p>
      </div>
      <div class="filters">
        <select
          data-testid="post-filter"
          aria-label=${t('post.filter')}
          @change=${(event: Event) => (this.filter = (event.target as HTMLSelectElement).value as Filter)}
        >
          ${filters.map((filter) => html`<option value=${filter} ?selected=${filter === this.filter}>${this.filterWord(filter)}</option>`)}
        </select>
        <input
          type="search"
          data-testid="post-list-search"
          aria-label=${t('enter.postSearch')}
          placeholder=${t('enter.postSearch')}
          .value=${this.search}
          @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
        />
      </div>
      ${ids.length === 0 ? html`<p class="state" data-testid="posts-empty">${t('post.empty')}</p>` : nothing}
      <haetae-rows
        data-testid="post-list"
        label=${t('nav.posts')}
        .ids=${ids}
        .height=${3.75}
        .draw=${draw}
      ></haetae-rows>
    `;
  }

  private filterWord(filter: Filter): string {
    if (filter === 'all' || filter === 'silent') return t(`post.filter.${filter}`);
    return word(this.desk.codes, 'postStates', filter);
  }

  private row(store: Store, id: string): TemplateResult {
    const { desk } = this;
    const post = one(store, 'post', id);
    const watch = one(store, 'watch', id);
    if (post === undefined) return html``;
    return html`<button
      class="item"
      data-testid="post-row"
      data-post-id=${id}
      data-state=${watch?.state ?? 'IDLE'}
      @click=${() => desk.go({ post: id })}
    >
      ${postState(desk, watch?.state ?? 'IDLE')}
      <span>
        <span><b>${post.name}</b> <span class="quiet">${word(desk.codes, 'postKinds', post.postKind)}</span></span>
        <span class="quiet">${watch === undefined ? '' : lastAndNext(desk, watch)}</span>
      </span>
      <span class="quiet"
        >${watch?.last?.clockWrong === true ? `⚠ ${t('post.clockWrong')} · ` : ''}${unitLabel(store, post.unit)}</span
      >
    </button>`;
  }

  private shows(store: Store, id: string): boolean {
    const state = one(store, 'watch', id)?.state ?? 'IDLE';
    const wanted = this.filter === 'all' || (this.filter === 'silent' ? silent(state) : state === this.filter);
    if (!wanted || this.search.trim() === '') return wanted;
    const post = one(store, 'post', id) as Post;
    return matches(`${post.name} ${postPlace(store, post)} ${unitLabel(store, post.unit)}`, this.search.trim());
  }

  /** By station, then as the roster has them; made anew only when posts or units changed, which is seldom. */
  private ordered(store: Store): readonly string[] {
    const of = [store.kinds.get('post'), store.kinds.get('unit')] as const;
    if (of[0] === this.orderOf[0] && of[1] === this.orderOf[1]) return this.order;
    this.orderOf = of;
    const places = new Map([...all(store, 'unit').values()].map((unit) => [unit.id, unit.order]));
    const place = (post: Post): number => places.get(post.unit) ?? 0;
    this.order = [...all(store, 'post').values()].sort((a, b) => place(a) - place(b)).map(({ id }) => id);
    return this.order;
  }
}
