import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { cases, personsOf, type Case } from '../core/cases.js';
import { entries, word } from '../core/codes.js';
import { explain } from '../core/explain.js';
import { number } from '../core/format.js';
import { labelOf } from '../core/forms.js';
import { unitLabel } from '../core/place.js';
import type { Signal } from '../core/signal.js';
import { all, one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import './case-figures.js';
import { limitationMark } from './case-mark.js';
import { openQuestion } from './case-questions.js';
import './case.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';

const filters = ['open', 'near', 'all'] as const;
const pageSize = 50;
const mostAgain = 200;

/** 선거사범 사건: read from the server, because a view holds only some of those that ended; anew when one of them changed. */
@customElement('haetae-cases')
export class CasesView extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      .row {
        display: grid;
        grid-template-columns: 11rem 9rem minmax(0, 1fr) 7.5rem auto;
        align-items: baseline;
        gap: 0 0.75rem;
        width: 100%;
        padding: 0.5rem 0.25rem;
        text-align: left;
        background: none;
        border-width: 0 0 1px;
        border-radius: 0;
      }
      .row:hover {
        background: var(--raised);
      }
      .row:focus-visible {
        outline-offset: -3px;
      }
      .row .summary {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .row > :last-child {
        grid-column: 3 / -1;
      }
      .totals {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.5rem;
      }
      .totals b {
        font-size: 1.25rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private filter: (typeof filters)[number] = 'open';
  @state() private crime = '';
  @state() private search = '';
  @state() private items: readonly Case[] | undefined;
  @state() private failure: unknown;
  private next: string | number | undefined;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  protected override willUpdate(): void {
    if (this.desk.live.store.cursor === undefined || this.desk.route.case !== undefined) return;
    const wanted = JSON.stringify([this.desk.operation?.id, this.desk.scope, this.filter, this.crime, this.search]);
    const version = `${wanted} ${String(this.newest())}`;
    if (version === this.asked) return;
    const same = this.asked.startsWith(`${wanted} `);
    if (!same) this.items = undefined;
    this.asked = version;
    void this.fetch(version, Math.min(mostAgain, Math.max(pageSize, this.items?.length ?? 0)));
  }

  protected override render(): TemplateResult {
    const { desk, items } = this;
    if (desk.live.store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    if (desk.route.case !== undefined) return html`<haetae-case .desk=${desk} .case=${desk.route.case}></haetae-case>`;
    return html`
      <div class="head">
        <h2>${t('nav.cases')}</h2>
        ${
          desk.session.may('case.work')
            ? html`<button class="main" data-testid="case-open" @click=${() => desk.ask(openQuestion(desk))}>
                ${t('case.open')}
              </button>`
            : nothing
        }
      </div>
      ${this.totals()}
      <div class="filters">${this.controls()}</div>
      ${
        this.failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${t('case.failed')} ${explain(this.failure)}
              <button @click=${() => void this.fetch(this.asked, pageSize)}>${t('retry')}</button>
            </p>`
      }
      ${items === undefined && this.failure === undefined ? html`<p class="quiet" role="status">${t('loading')}</p>` : nothing}
      ${items?.length === 0 ? html`<p class="state" data-testid="cases-empty">${t('case.empty')}</p>` : nothing}
      <ul data-testid="cases">
        ${items?.map((it) => html`<li>${this.row(it)}</li>`)}
      </ul>
      ${
        this.next === undefined
          ? nothing
          : html`<div>
              <button data-testid="cases-more" @click=${() => void this.fetch(this.asked, pageSize, this.next)}>
                ${t('more')}
              </button>
            </div>`
      }
      <haetae-case-figures .desk=${desk} .version=${this.newest()}></haetae-case-figures>
    `;
  }

  private totals(): TemplateResult {
    const figures = one(this.desk.live.store, 'tally-cases', this.desk.scope)?.figures ?? {};
    const named = [
      ['cases.open', 'case.total.open', 'case.unit'],
      ['cases.limitationNear', 'case.total.near', 'case.unit'],
      ['cases.total', 'case.total.all', 'case.unit'],
      ['cases.persons', 'case.total.persons', 'case.unit.persons'],
    ] as const;
    return html`<p class="totals" data-testid="case-totals">
      ${named.map(
        ([figure, name, unit]) =>
          html`<span
            ><span class="quiet">${t(name)}</span>
            <b
              class=${figure === 'cases.limitationNear' && (figures[figure] ?? 0) > 0 ? 'warn' : ''}
              data-figure=${figure}
              >${number(figures[figure] ?? 0)}</b
            >${t(unit)}</span
          >`,
      )}
    </p>`;
  }

  private controls(): TemplateResult {
    const crimes = entries(this.desk.codes, 'crimeKinds');
    return html`<select
        data-testid="case-filter"
        aria-label=${t('case.filter')}
        @change=${(event: Event) =>
          (this.filter = (event.target as HTMLSelectElement).value as (typeof filters)[number])}
      >
        ${filters.map((name) => html`<option value=${name} ?selected=${name === this.filter}>${t(`case.filter.${name}`)}</option>`)}
      </select>
      <select
        data-testid="case-kind"
        aria-label=${t('case.kind')}
        @change=${(event: Event) => (this.crime = (event.target as HTMLSelectElement).value)}
      >
        <option value="">${t('case.kind.all')}</option>
        ${crimes.map((kind) => html`<option value=${kind.code} ?selected=${kind.code === this.crime}>${labelOf(kind)}</option>`)}
      </select>
      <input
        type="search"
        data-testid="case-search"
        aria-label=${t('case.search')}
        placeholder=${t('case.search')}
        .value=${this.search}
        @change=${(event: Event) => (this.search = (event.target as HTMLInputElement).value.trim())}
      />`;
  }

  private row(it: Case): TemplateResult {
    const { desk } = this;
    return html`<button
      class="row"
      data-testid="case-row"
      data-case-id=${it.id}
      data-stage=${it.stage}
      @click=${() => desk.go({ case: it.id })}
    >
      <b>${it.number}</b>
      <span>${word(desk.codes, 'crimeKinds', it.crimeKind)}</span>
      <span
        >${word(desk.codes, 'caseStages', it.stage)} · ${number(personsOf(it.persons))}${t('case.unit.persons')}</span
      >
      ${limitationMark(desk, it)}
      <span class="quiet">${unitLabel(desk.live.store, it.unit)}</span>
      <span class="summary quiet">${it.summary}</span>
    </button>`;
  }

  /** The entry that last changed a case or the figures of this scope. */
  private newest(): number {
    const { store } = this.desk.live;
    const seqs = [...all(store, 'case').values()].map(({ seq }) => seq);
    return Math.max(0, one(store, 'tally-cases', this.desk.scope)?.seq ?? 0, ...seqs);
  }

  private async fetch(version: string, limit: number, after?: string | number): Promise<void> {
    this.failure = undefined;
    const { desk } = this;
    try {
      const page = await cases(desk.api, desk.operation?.id ?? '', {
        unit: desk.scope,
        limit,
        after,
        ...(this.filter === 'all' ? {} : { [this.filter]: true }),
        ...(this.crime === '' ? {} : { kind: this.crime }),
        ...(this.search === '' ? {} : { q: this.search }),
      });
      if (version !== this.asked) return;
      this.next = page.next ?? undefined;
      this.items = after === undefined ? page.items : [...(this.items ?? []), ...page.items];
    } catch (error) {
      if (version === this.asked) this.failure = error;
    }
  }
}
