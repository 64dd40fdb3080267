import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { MapPosts } from '../../core/map-posts.js';
import { Places } from '../../core/map-places.js';
import { line } from '../../core/place.js';
import type { Signal } from '../../core/signal.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { themeChanged } from '../../style/theme.js';
import { codeStyles } from '../../ui/code-mark.js';
import { levelStyles } from '../../ui/level-mark.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { card } from './card.js';
import { placedIncidents, type PlacedIncident } from './incidents.js';
import { legend } from './legend.js';
import { list } from './list.js';
import { mapStyles } from './map.css.js';
import { metres } from './ground.js';
import { foot, notes, ring, tools } from './parts.js';
import { PostsLayer } from './posts-layer.js';
import './search.js';
import type { Target } from './search.js';
import { sideStyles } from './side.css.js';
import { Stage } from './stage.js';
import './symbol-layer.js';
import type { SymbolLayer } from './symbol-layer.js';
import { symbols, type UnitSymbol } from './symbols.js';

/** Symbols, figures and list are drawn anew this often while things change; dots follow at once. */
const drawMillis = 250;
const dotMillis = 50;
/** At the country's scope, nearer than this part of the whole, stations take the agencies' place. */
const stationsWithin = 0.42;
/** While agencies are shown only what is urgent and waits has a pin. */
const urgent = 1;

/** The map of the country: outlines, units, posts, incidents; beside it a list that says the same. */
@customElement('haetae-map')
export class CountryMap extends View {
  static override styles = [controls, codeStyles, levelStyles, sideStyles, mapStyles];

  @property({ attribute: false }) desk!: Desk;
  @property({ type: Boolean, reflect: true }) wall = new URLSearchParams(location.search).get('wall') === '1';
  @state() private listed = false;
  @state() private failed = false;
  @state() private attribution: readonly string[] = [];
  @query('.field') private field!: HTMLElement;
  @query('haetae-map-symbols') private layer?: SymbolLayer;
  private stage: Stage | undefined;
  private postsLayer: PostsLayer | undefined;
  private symbols: readonly UnitSymbol[] = [];
  private incidents: readonly PlacedIncident[] = [];
  private fitted = '';
  private pointed = '';
  private drawAgain: ReturnType<typeof setTimeout> | undefined;
  private dotsAgain: ReturnType<typeof setTimeout> | undefined;
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');
  private listening: (() => void)[] = [];

  protected override signals(): readonly Signal[] {
    return [this.desk.moved, this.desk.changed, this.desk.live.beat];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.listening = [
      this.desk.live.changed.subscribe(() => this.follow()),
      themeChanged.subscribe(() => this.stage?.theme()),
    ];
    if (this.hasUpdated) void this.begin();
  }

  override disconnectedCallback(): void {
    for (const end of this.listening) end();
    clearTimeout(this.drawAgain);
    clearTimeout(this.dotsAgain);
    this.stage?.end();
    this.stage = this.postsLayer = undefined;
    this.fitted = this.pointed = '';
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    void this.begin();
  }

  private async begin(): Promise<void> {
    try {
      const { default: data } = await import('virtual:map-data');
      if (!this.isConnected || this.stage !== undefined) return;
      this.stage = new Stage(this.field, new Places(data), {
        moved: () => this.moved(),
        hit: (dot) => this.hit(dot),
        sized: () => {
          if (this.fitted === this.desk.scope) this.fit(true);
        },
      });
      this.postsLayer = new PostsLayer(this.stage, () => this.requestUpdate());
      this.attribution = await this.stage.operators(this.desk.api);
    } catch (error) {
      this.failed = true;
      console.error(error);
    }
    this.follow();
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    const { stage, desk } = this;
    const { store } = desk.live;
    if (stage === undefined || store.cursor === undefined) return;
    this.postsLayer?.place(store, this.drill);
    this.symbols = symbols(store, desk.scope, stage.places, this.what);
    this.incidents = placedIncidents(store, this.posts, stage.places);
  }

  protected override updated(): void {
    this.fit();
    this.point();
  }

  protected override render(): TemplateResult {
    const { desk, stage } = this;
    const { store, freshness } = desk.live;
    const waiting = store.cursor === undefined;
    const focus = this.posts?.at[this.posts.index.get(desk.route.focus ?? '') ?? -1];
    return html`
      ${tools({
        desk,
        listed: this.listed,
        seek: (target) => this.seek(target),
        zoom: (factor) => this.zoom(factor),
        fit: () => this.fit(true),
        up: this.up,
        list: () => (this.listed = !this.listed),
      })}
      <div
        class="field"
        data-testid="map"
        data-ready=${stage !== undefined && this.posts !== undefined && this.fitted === desk.scope ? 'yes' : 'no'}
        data-dots=${this.posts?.ids.length ?? 0}
        data-boundaries=${stage?.ground.drawnBoundaries ?? 0}
        tabindex="0"
        role="group"
        aria-label=${t('map.region')}
        @keydown=${(event: KeyboardEvent) => this.key(event)}
      >
        <div class="ground"></div>
        <div class="dots"></div>
        ${
          stage === undefined
            ? nothing
            : html`<haetae-map-symbols
                .desk=${desk}
                .ground=${stage.ground}
                .symbols=${this.symbols}
                .incidents=${this.pinned}
                @chosen=${({ detail }: CustomEvent<string>) => this.narrow(detail)}
              ></haetae-map-symbols>`
        }
        ${focus === undefined || stage === undefined ? nothing : ring(stage.ground.pixel(metres(focus)))}
        ${legend(desk.codes, this.drill)} ${card(desk, this.posts)} ${foot(this.posts, this.attribution)}
        ${waiting ? html`<p class="notice" role="status">${t(freshness === 'waiting' ? 'loading' : 'retry')}</p>` : nothing}
        ${this.failed ? html`<p class="notice bad" role="alert">${t('map.failed')}</p>` : nothing}
      </div>
      <section class="list ${this.listed ? '' : 'away'}" data-testid="map-list" aria-label=${t('map.list')}>
        ${waiting ? nothing : list(desk, this.incidents, notes(this.posts))}
      </section>
    `;
  }

  private get posts(): MapPosts | undefined {
    return this.postsLayer?.posts;
  }

  private get drill(): boolean {
    return this.desk.operation?.kind === 'DRILL';
  }

  private get up(): (() => void) | undefined {
    const above = line(this.desk.live.store, this.desk.scope).at(-2)?.id;
    return above === undefined || this.desk.scope === this.desk.home ? undefined : () => this.narrow(above);
  }

  private get what(): 'agencies' | 'stations' {
    const { stage, desk } = this;
    const country = one(desk.live.store, 'unit', desk.scope)?.unitKind === 'HQ';
    return country && stage !== undefined && stage.ground.resolution > stationsWithin * stage.whole
      ? 'agencies'
      : 'stations';
  }

  /** What has a pin of its own; the rest is counted at its unit's symbol. */
  private get pinned(): readonly PlacedIncident[] {
    return this.what === 'agencies'
      ? this.incidents.filter(({ incident: { code, status } }) => code <= urgent && status === 'REPORTED')
      : this.incidents.filter(({ by }) => by !== 'unit');
  }

  /** The picture changed: dots soon, symbols and list a few times a second. */
  private follow(): void {
    this.dotsAgain ??= setTimeout(() => {
      this.dotsAgain = undefined;
      this.postsLayer?.changed(this.desk.live.store);
    }, dotMillis);
    this.drawAgain ??= setTimeout(() => {
      this.drawAgain = undefined;
      this.requestUpdate();
    }, drawMillis);
  }

  private fit(again = false): void {
    const { stage, desk } = this;
    if (stage === undefined || this.posts === undefined || (!again && this.fitted === desk.scope)) return;
    if (stage.fit(desk.live.store, desk.scope, this.posts, this.fitted === '' || this.calm.matches)) {
      this.fitted = desk.scope;
      this.requestUpdate();
    }
  }

  /** To the post that the address names, once. */
  private point(): void {
    const focus = this.desk.route.focus ?? '';
    const at = this.posts?.at[this.posts.index.get(focus) ?? -1];
    if (this.pointed === focus || this.fitted !== this.desk.scope || (focus !== '' && at === undefined)) return;
    this.pointed = focus;
    if (at === undefined || this.stage === undefined) return;
    this.stage.touched = true;
    this.stage.ground.centre(at, 30, this.calm.matches);
  }

  private moved(): void {
    if (this.stage === undefined) return;
    const symbolsToo = (this.what === 'agencies') !== (this.symbols[0]?.kind === 'AGENCY');
    if (symbolsToo || this.desk.route.focus !== undefined) this.requestUpdate();
    this.layer?.requestUpdate();
  }

  private hit(dot: number): void {
    const id = this.posts?.ids[dot];
    if (id === undefined) return;
    this.pointed = id;
    this.desk.go({ focus: id }, true);
  }

  private narrow(unit: string): void {
    if (unit === this.desk.scope) this.desk.turn('posts');
    else this.desk.turn('map', { scope: unit });
  }

  private seek(target: Target): void {
    if ('unit' in target) {
      if (target.unit === this.desk.scope) this.fit(true);
      else this.desk.turn('map', { scope: target.unit });
    } else this.desk.go({ focus: target.post });
  }

  private zoom(factor: number): void {
    if (this.stage === undefined) return;
    this.stage.touched = true;
    this.stage.ground.zoom(factor, this.calm.matches);
  }

  private key(event: KeyboardEvent): void {
    if (event.composedPath()[0] !== this.field || this.stage?.key(event, this.calm.matches) !== true) return;
    event.preventDefault();
    event.stopPropagation();
  }
}
