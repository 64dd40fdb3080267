import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { explain } from '../core/explain.js';
import { duration, number } from '../core/format.js';
import { matches, postPlace, unitLabel } from '../core/place.js';
import type { Incident } from '../core/protocol.js';
import type { Signal } from '../core/signal.js';
import { all, one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { rowsStyles, type Rows } from '../ui/rows.js';
import { View } from '../ui/view.js';
import { Archive } from './archive.js';
import { Announcer } from './announcer.js';
import type { Desk } from './desk.js';
import { incidentRow, rowStyles } from './incident-row.js';
import { incidentsStyles } from './incidents.css.js';
import { arrange, isOpen, nothing as empty, sorted, type Arrangement, type Order } from './order.js';

/** The live list. What arrives while one reads waits behind "새 상황 n건"; nothing moves what is being read. */
@customElement('haetae-incidents')
export class Incidents extends View {
  static override styles = [controls, rowsStyles, ...rowStyles, incidentsStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private search = '';
  @state() private order: Order = 'urgent';
  @query('haetae-rows') private rows?: Rows;
  @query('input') private field!: HTMLInputElement;
  /** The row that the keyboard is on. */
  private marked: string | undefined;
  private arrangement: Arrangement = empty;
  private shown: ReadonlyMap<string, Incident> = new Map();
  private asked = '';
  private archive!: Archive;
  private readonly announcer = new Announcer();

  protected override signals(): readonly Signal[] {
    this.archive ??= new Archive(this.desk);
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved, this.desk.changed, this.archive.changed];
  }

  get current(): string | undefined {
    return this.desk.route.incident ?? this.marked;
  }

  move(step: 1 | -1): void {
    const at = this.arrangement.ids.indexOf(this.current ?? '');
    const index = Math.min(Math.max(at + step, 0), this.arrangement.ids.length - 1);
    const id = this.arrangement.ids[index];
    if (id === undefined) return;
    this.marked = id;
    this.rows?.reveal(index);
    if (this.desk.route.incident !== undefined) this.desk.go({ incident: id }, true);
    this.requestUpdate();
  }

  open(): void {
    if (this.marked !== undefined) this.desk.go({ incident: this.marked });
  }

  focusSearch(): void {
    this.field.focus();
    this.field.select();
  }

  /** Leaves the search, then the marked row. Whether there was anything to leave. */
  leave(): boolean {
    const had = this.search !== '' || this.marked !== undefined;
    this.field.value = this.search = '';
    this.field.blur();
    this.marked = undefined;
    this.requestUpdate();
    return had;
  }

  protected override willUpdate(): void {
    const { route, live, scope } = this.desk;
    const searching = this.search.trim();
    if (route.open) this.archive.forget();
    else if (live.store.cursor !== undefined) void this.archive.ask(scope, searching);
    if (route.incident !== undefined) this.marked = route.incident;
    const held = all(live.store, 'incident');
    const found = new Map<string, Incident>();
    if (!route.open) for (const incident of this.archive.items) found.set(incident.id, incident);
    for (const [id, incident] of held) if ((found.get(id)?.seq ?? -1) < incident.seq) found.set(id, incident);
    this.shown = found;
    const wanted = [...found.values()].filter((one) => (!route.open || isOpen(one)) && this.found(one, searching));
    const asked = `${scope} ${String(route.open)} ${searching} ${this.order} ${String(this.archive.items.length)}`;
    const reading = this.current !== undefined || this.rows?.atTop === false;
    this.rearrange(sorted(wanted, this.order), reading && asked === this.asked);
    this.asked = asked;
    this.announcer.hear(this.desk, held);
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    return html`
      <header>
        <h2>${t('list.title')} <span class="quiet">${this.summary()}</span></h2>
        <button
          class="main"
          data-testid="enter-open"
          ?hidden=${!desk.session.may('incident.enter-for-others')}
          @click=${() => this.fire('enter')}
        >
          ${t('enter.open')}
        </button>
      </header>
      <search>
        <input
          type="search"
          data-testid="search"
          aria-label=${t('list.search.label')}
          placeholder=${t('list.search')}
          @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
        />
        <div class="filters">
          ${this.filter('open', true)} ${this.filter('all', false)}
          <select
            aria-label=${t('list.order')}
            @change=${(event: Event) => (this.order = (event.target as HTMLSelectElement).value as Order)}
          >
            <option value="urgent">${t('list.order.urgent')}</option>
            <option value="newest">${t('list.order.newest')}</option>
          </select>
        </div>
      </search>
      ${this.fresh()} ${this.body()}
      <div class="unseen" role="status" aria-live="polite">${this.announcer.words}</div>
    `;
  }

  private body(): TemplateResult {
    const { desk } = this;
    if (desk.live.store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    const { ids } = this.arrangement;
    const draw = (id: string): TemplateResult => {
      const incident = this.shown.get(id);
      return incident === undefined ? html`` : incidentRow(desk, incident, id === this.current);
    };
    return html`
      ${ids.length === 0 && !this.archive.busy ? this.nothing() : nothing}
      <haetae-rows
        data-testid="incident-list"
        label=${t('list.title')}
        .ids=${ids}
        .height=${4}
        .draw=${draw}
        @scrolled=${() => this.requestUpdate()}
      ></haetae-rows>
      ${this.foot()}
    `;
  }

  private nothing(): TemplateResult {
    const word =
      this.search.trim() !== '' ? 'list.empty.search' : this.desk.route.open ? 'list.empty' : 'list.empty.all';
    return html`<p class="state" data-testid="list-empty">${t(word)}</p>`;
  }

  private foot(): TemplateResult {
    const { archive } = this;
    const more = (): void => void archive.page(this.desk.scope, this.search.trim());
    return html`<footer>
      <span class="quiet">${t('list.count', { n: number(this.arrangement.ids.length) })}</span>
      ${archive.failure === undefined || this.desk.route.open ? nothing : html`<span class="alarm">${t('list.archive.failed')} ${explain(archive.failure)}</span>`}
      ${archive.busy ? html`<span role="status">${t('loading')}</span>` : nothing}
      ${
        this.desk.route.open || archive.busy || (!archive.more && archive.failure === undefined)
          ? nothing
          : html`<button data-testid="more" @click=${more}>${t('more')}</button>`
      }
    </footer>`;
  }

  private fresh(): TemplateResult | typeof nothing {
    const { fresh } = this.arrangement;
    if (fresh.length === 0) return nothing;
    const urgent = fresh.some((id) => (this.shown.get(id)?.code ?? 4) <= 1);
    return html`<button class="fresh ${urgent ? 'urgent' : ''}" data-testid="fresh" @click=${() => this.showFresh()}>
      ${urgent ? '▲' : '△'} ${t('list.fresh', { n: number(fresh.length) })}
    </button>`;
  }

  private summary(): string {
    const tally = one(this.desk.live.store, 'tally', this.desk.scope);
    const waiting = tally?.figures['incidents.unacknowledged'] ?? 0;
    if (tally?.oldestUnacknowledged === undefined || waiting === 0) return '';
    const age = duration(this.desk.asOf - Date.parse(tally.oldestUnacknowledged));
    return t('list.unacknowledged', { n: number(waiting), age });
  }

  private filter(name: 'open' | 'all', open: boolean): TemplateResult {
    return html`<button
      data-testid="filter-${name}"
      aria-pressed=${this.desk.route.open === open ? 'true' : 'false'}
      @click=${() => this.desk.go({ open }, true)}
    >
      ${t(`list.${name}`)}
    </button>`;
  }

  private found(incident: Incident, query: string): boolean {
    if (query === '') return true;
    const { store } = this.desk.live;
    const post = one(store, 'post', incident.post);
    const words = [
      incident.number,
      incident.text,
      incident.callNumber,
      post?.name,
      post === undefined ? '' : postPlace(store, post),
      unitLabel(store, incident.unit),
    ];
    return matches(words.join(' '), query);
  }

  private rearrange(wanted: readonly Incident[], hold: boolean): void {
    const before = this.arrangement.ids;
    this.arrangement = arrange(this.arrangement, wanted, hold, (id) => this.shown.has(id));
    if (!hold || this.arrangement.ids.length === before.length) return;
    const above = before.slice(0, this.rows?.first ?? 0).filter((id) => !this.shown.has(id)).length;
    if (above > 0) void this.updateComplete.then(() => this.rows?.shift(-above));
  }

  private showFresh(): void {
    this.asked = '';
    this.rows?.toTop();
    this.requestUpdate();
  }

  private fire(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}
