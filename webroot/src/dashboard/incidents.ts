import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { explain } from '../core/explain.js';
import { counted } from '../core/figures.js';
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
import { goneRow, incidentRow, rowStyles } from './incident-row.js';
import { incidentsStyles } from './incidents.css.js';
import { isOpen, sorted, type Order } from './order.js';
import { failures } from './triage/failures.js';
import { filters, filterStyles } from './triage/filters.js';
import { fits } from './triage/only.js';
import { selectionBar, selectionStyles } from './triage/selection-bar.js';
import { Stream, type Wanted } from './triage/stream.js';

/**
 * The live list. What arrives while one reads waits behind "새 상황 n건"; nothing moves what is being read, and the row in hand is
 * another only when somebody at this desk makes it so.
 */
@customElement('haetae-incidents')
export class Incidents extends View {
  static override styles = [controls, rowsStyles, ...rowStyles, filterStyles, selectionStyles, incidentsStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private search = '';
  @state() private order: Order = 'urgent';
  /** A click selects instead of opening: for a screen without a keyboard. */
  @state() private selecting = false;
  @query('haetae-rows') private rows?: Rows;
  @query('input') private field!: HTMLInputElement;
  private readonly stream = new Stream();
  private archive!: Archive;
  private readonly announcer = new Announcer();

  protected override signals(): readonly Signal[] {
    const { desk } = this;
    this.archive ??= new Archive(desk);
    return [
      desk.live.changed,
      desk.live.beat,
      desk.moved,
      desk.changed,
      desk.acting.work.changed,
      this.archive.changed,
    ];
  }

  targets(): readonly Incident[] {
    return this.stream.targets();
  }

  move(step: 1 | -1): void {
    const id = this.stream.step(step);
    if (id === undefined) return;
    this.rows?.reveal(this.stream.ids.indexOf(id));
    if (this.desk.route.incident !== undefined) this.desk.go({ incident: id }, true);
    this.requestUpdate();
  }

  /** Moves, and selects what lies between. */
  extend(step: 1 | -1): void {
    const from = this.stream.marked;
    this.move(step);
    const to = this.stream.marked;
    if (from !== undefined && to !== undefined) this.stream.reach(from, to);
  }

  toggle(id = this.stream.marked): void {
    if (id !== undefined) this.stream.toggle(id);
    this.requestUpdate();
  }

  /** Whether anything was selected. */
  unselect(): boolean {
    this.requestUpdate();
    return this.stream.unselect();
  }

  open(): void {
    const { marked } = this.stream;
    if (marked !== undefined) this.desk.go({ incident: marked });
  }

  focusSearch(): void {
    this.field.focus();
    this.field.select();
  }

  /** Puts what has arrived among the rows; the one in hand stays in hand and in sight. */
  showFresh(): void {
    this.stream.merge();
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const at = this.stream.ids.indexOf(this.stream.marked ?? '');
      if (at < 0) this.rows?.toTop();
      else this.rows?.reveal(at);
    });
  }

  /** Leaves the search, then the marked row. Whether there was anything to leave. */
  leave(): boolean {
    const had = this.search !== '' || this.stream.marked !== undefined;
    this.field.value = this.search = '';
    this.field.blur();
    this.stream.release();
    this.requestUpdate();
    return had;
  }

  protected override willUpdate(): void {
    const { route, live, scope } = this.desk;
    const searching = this.search.trim();
    const only = route.only ?? [];
    if (route.open) this.archive.forget();
    else if (live.store.cursor !== undefined) void this.archive.ask(scope, searching, only);
    if (route.incident !== undefined) this.stream.mark(route.incident);
    const held = all(live.store, 'incident');
    const found = new Map<string, Incident>();
    if (!route.open) for (const incident of this.archive.items) found.set(incident.id, incident);
    for (const [id, incident] of held) if ((found.get(id)?.seq ?? -1) < incident.seq) found.set(id, incident);
    const wanted = [...found.values()].filter(
      (one) => (!route.open || isOpen(one)) && fits(only, one) && this.found(one, searching),
    );
    const { order, archive } = this;
    this.rearrange({
      found,
      incidents: sorted(wanted, order),
      // Before the picture is there nothing is read that could be held.
      about: [
        live.store.cursor !== undefined,
        this.desk.operation?.id,
        scope,
        route.open,
        searching,
        order,
        only,
        archive.items.length,
      ].join(' '),
      scrolled: this.rows?.atTop === false,
    });
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
          <button
            data-testid="selecting"
            aria-pressed=${this.selecting ? 'true' : 'false'}
            title="x"
            @click=${() => (this.selecting = !this.selecting)}
          >
            ${t('list.select')}
          </button>
          <select
            aria-label=${t('list.order')}
            @change=${(event: Event) => (this.order = (event.target as HTMLSelectElement).value as Order)}
          >
            <option value="urgent">${t('list.order.urgent')}</option>
            <option value="newest">${t('list.order.newest')}</option>
          </select>
        </div>
        ${filters(desk)}
      </search>
      ${this.fresh()} ${this.body()}
      <div class="unseen" role="status" aria-live="polite">${this.announcer.words}</div>
    `;
  }

  private body(): TemplateResult {
    const { desk } = this;
    if (desk.live.store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    const { ids, selection } = this.stream;
    return html`
      ${ids.length === 0 && !this.archive.busy ? this.nothing() : nothing}
      <haetae-rows
        data-testid="incident-list"
        label=${t('list.title')}
        .ids=${ids}
        .height=${4}
        .draw=${(id: string) => this.row(id)}
        @scrolled=${() => this.requestUpdate()}
      ></haetae-rows>
      ${failures(desk)}
      ${selection.ids.size === 0 ? nothing : selectionBar(desk, this.targets(), () => this.unselect())} ${this.foot()}
    `;
  }

  private row(id: string): TemplateResult {
    const { stream } = this;
    const incident = stream.incident(id);
    const marked = id === stream.marked;
    if (incident === undefined) return goneRow(id, marked);
    const selected = stream.selection.ids.has(id);
    return incidentRow(this.desk, incident, { marked, selected, pick: (event) => this.pick(event, id) });
  }

  /** A click opens; with Control, or while selecting, it selects, with Shift up to there. */
  private pick(event: MouseEvent, id: string): void {
    const { marked } = this.stream;
    if (event.shiftKey && marked !== undefined) this.stream.reach(marked, id);
    else if (event.ctrlKey || event.metaKey || this.selecting) this.stream.toggle(id);
    else this.desk.go({ incident: id });
    this.requestUpdate();
  }

  private nothing(): TemplateResult {
    const narrowed = this.search.trim() !== '' || (this.desk.route.only?.length ?? 0) > 0;
    const word = narrowed ? 'list.empty.search' : this.desk.route.open ? 'list.empty' : 'list.empty.all';
    return html`<p class="state" data-testid="list-empty">${t(word)}</p>`;
  }

  private foot(): TemplateResult {
    const { archive, desk } = this;
    const more = (): void => void archive.page(desk.scope, this.search.trim(), desk.route.only ?? []);
    return html`<footer>
      <span class="quiet">${t('list.count', { n: number(this.stream.ids.length) })}</span>
      ${archive.failure === undefined || desk.route.open ? nothing : html`<span class="alarm">${t('list.archive.failed')} ${explain(archive.failure)}</span>`}
      ${archive.busy ? html`<span role="status">${t('loading')}</span>` : nothing}
      ${
        desk.route.open || archive.busy || (!archive.more && archive.failure === undefined)
          ? nothing
          : html`<button data-testid="more" @click=${more}>${t('more')}</button>`
      }
    </footer>`;
  }

  /** Its place is always there, so that what arrives moves nothing. */
  private fresh(): TemplateResult {
    const { fresh } = this.stream.arrangement;
    // Before there is a picture, nobody can say that nothing is new.
    if (fresh.length === 0)
      return html`<p class="fresh none quiet">
        ${this.desk.live.store.cursor === undefined ? nothing : t('list.fresh.none')}
      </p>`;
    const urgent = fresh.some((id) => (this.stream.incident(id)?.code ?? 4) <= 1);
    return html`<button class="fresh ${urgent ? 'urgent' : ''}" data-testid="fresh" @click=${() => this.showFresh()}>
      ${urgent ? '▲' : '△'} ${t('list.fresh', { n: number(fresh.length) })} <kbd>f</kbd>
    </button>`;
  }

  private summary(): string {
    const tally = counted(this.desk.live.store, this.desk.scope);
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

  /** What is in sight stays there when rows above it were taken out. */
  private rearrange(wanted: Wanted): void {
    const { ids: before } = this.stream;
    const first = this.rows?.first ?? 0;
    const held = this.stream.take(wanted);
    const above = before.slice(0, first).filter((id) => !this.stream.stands(id)).length;
    if (held && above > 0) void this.updateComplete.then(() => this.rows?.shift(-above));
  }

  private fire(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}
