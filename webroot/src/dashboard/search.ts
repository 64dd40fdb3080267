import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { said } from '../core/erasure.js';
import { explain } from '../core/explain.js';
import { moment, number } from '../core/format.js';
import { exportPath, queryOf, search, type Filters, type Found } from '../core/search.js';
import type { Line } from '../core/remote.js';
import type { Signal } from '../core/signal.js';
import { one } from '../core/store.js';
import { isWord, language, t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { incidentRow, rowStyles, type RowState } from './incident-row.js';
import { panelStyles } from './panel.css.js';
import './search-form.js';

/** Empty pages are gone past by themselves, so many in a row at most. */
const emptyPages = 50;

/** Everything of one's jurisdiction that holds certain words; the conditions stand in the address. */
@customElement('haetae-search')
export class Search extends View {
  static override styles = [
    controls,
    panelStyles,
    rowStyles,
    css`
      .found > li {
        min-height: 3.25rem;
        display: grid;
      }
      .found .incident {
        contain: none;
      }
      .entry {
        padding: 0.2rem 0.75rem 0.4rem 3rem;
        border-bottom: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private items: readonly Found[] = [];
  @state() private next: string | undefined;
  @state() private busy = false;
  @state() private failure: unknown;
  private asked: string | undefined;

  protected override signals(): readonly Signal[] {
    return [this.desk.moved, this.desk.changed, this.desk.live.changed];
  }

  protected override willUpdate(): void {
    const wanted = `${this.desk.operation?.id ?? ''} ${queryOf(this.filters)}`;
    if (wanted === this.asked || this.desk.operation === undefined) return;
    this.asked = wanted;
    this.items = [];
    this.next = this.failure = undefined;
    if (queryOf(this.filters) !== '') void this.read(undefined);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="head">
        <h2>${t('nav.search')}</h2>
        <button data-testid="export" title=${t('search.export.hint')} @click=${() => void this.export()}>
          ${t('search.export')}
        </button>
      </div>
      <haetae-search-form .desk=${this.desk}></haetae-search-form>
      <p class="quiet" role="status" data-testid="search-status">${this.status()}</p>
      <ul class="found" data-testid="found">
        ${this.items.map((item) => this.item(item))}
      </ul>
      ${this.end()}
    `;
  }

  private get filters(): Filters {
    return this.desk.route.filters ?? {};
  }

  private status(): string {
    if (queryOf(this.filters) === '') return t('search.idle');
    if (this.busy) return t('search.looking');
    if (this.failure !== undefined) return '';
    const count = this.items.length === 0 ? t('search.none') : t('search.found', { n: number(this.items.length) });
    return this.next === undefined ? `${count} · ${t('search.all')}` : count;
  }

  /** As the live picture has it, where that holds it: what was erased meanwhile does not stay. */
  private item({ incident: found, entry }: Found): TemplateResult {
    const incident = one(this.desk.live.store, 'incident', found?.id) ?? found;
    return html`<li data-testid=${entry === undefined ? 'found-incident' : 'found-entry'}>
      ${incident === undefined ? nothing : incidentRow(this.desk, incident, this.row(incident.id))}
      ${entry === undefined ? nothing : this.entry(entry)}
    </li>`;
  }

  private row(id: string): RowState {
    const { desk } = this;
    return { marked: id === desk.route.incident, selected: false, pick: () => desk.go({ incident: id }) };
  }

  private entry(line: Line): TemplateResult {
    const name = `timeline.${line.type}`;
    const texts = [line.event.text, line.event.note, line.event.reason].filter((text) => text != null && text !== '');
    return html`<p class="entry">
      <time class="quiet" datetime=${line.at}>${moment(line.at, this.desk.now)}</time>
      <b>${isWord(name) ? t(name) : t('timeline.other')}</b> ${texts.map((text) => said(text ?? '')).join(' ')}
    </p>`;
  }

  private end(): TemplateResult | typeof nothing {
    if (this.failure !== undefined)
      return html`<p class="notice bad" role="alert">
        ${t('search.failed')} ${explain(this.failure)}
        <button @click=${() => void this.read(this.next)}>${t('retry')}</button>
      </p>`;
    if (this.next === undefined || this.busy) return nothing;
    return html`<button data-testid="search-more" @click=${() => void this.read(this.next)}>${t('more')}</button>`;
  }

  /** One page, and on past those that have nothing in them. */
  private async read(from: string | undefined): Promise<void> {
    const { asked } = this;
    this.busy = true;
    this.failure = undefined;
    try {
      let cursor = from;
      for (let page = 0; page < emptyPages; page++) {
        const found = await search(this.desk.api, this.desk.operation?.id ?? '', this.filters, cursor);
        if (asked !== this.asked) return;
        cursor = found.next == null ? undefined : String(found.next);
        this.items = [...this.items, ...found.items];
        this.next = cursor;
        if (found.items.length > 0 || cursor === undefined) break;
      }
    } catch (error) {
      if (asked === this.asked) this.failure = error;
    } finally {
      if (asked === this.asked) this.busy = false;
    }
  }

  /** By the browser itself, which asks with the cookie: so the session is renewed first. */
  private async export(): Promise<void> {
    await this.desk.session.fresh();
    const link = document.createElement('a');
    link.href = exportPath(this.desk.operation?.id ?? '', this.filters, language());
    link.download = '';
    link.click();
  }
}
