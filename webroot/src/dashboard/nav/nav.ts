import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { number } from '../../core/format.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { pages, type Page } from '../route.js';
import { badges, type Badges } from './badges.js';
import { groupNames, groupOf, offers, pageNames, step, type Group, type Offer } from './groups.js';

/**
 * Groups in the first row, the pages of the group in the second. Each row is one stop of the Tab key; arrows go along it, up and
 * down between the two.
 */
@customElement('haetae-nav')
export class Nav extends View {
  static override styles = [
    controls,
    css`
      nav {
        padding: 0.3rem 1rem 0;
        container-type: inline-size;
      }
      [role='toolbar'] {
        display: flex;
        gap: 0.15rem;
        overflow-x: auto;
        scrollbar-width: none;
      }
      [role='toolbar'] + [role='toolbar'] {
        gap: 0.4rem;
        padding: 0.5rem 0;
      }
      button:focus-visible {
        outline-offset: -3px;
      }
      .group {
        background: none;
        border: 0;
        border-bottom: 0.2rem solid transparent;
        border-radius: 0.25rem 0.25rem 0 0;
        padding: 0.35rem 0.7rem 0.25rem;
        color: var(--quiet);
        font-weight: 650;
      }
      .groups {
        border-bottom: 1px solid var(--line);
      }
      .group[aria-pressed='true'] {
        color: var(--text);
        border-bottom-color: var(--accent);
        background: none;
      }
      .page {
        padding: 0.2rem 0.65rem;
      }
      b {
        font-weight: 750;
        padding: 0 0.35rem;
        margin-left: 0.2rem;
        border: 1px solid var(--edge);
        border-radius: 0.75rem;
        font-size: 0.875rem;
        color: var(--text);
      }
      .waits b {
        border-color: var(--warn);
        color: var(--warn);
        background: var(--warn-ground);
      }
      @container (max-width: 42rem) {
        .group {
          padding-inline: 0.45rem;
        }
        .page {
          padding-inline: 0.5rem;
        }
      }
      @media (pointer: coarse) {
        button {
          min-height: 2.75rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  /** Where one was last in each group: coming back goes there again. */
  private readonly last = new Map<Group, Page>();

  protected override signals(): readonly Signal[] {
    const { desk } = this;
    return [desk.live.changed, desk.moved, desk.changed];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const offered = offers(desk.offered);
    const counts = badges(desk);
    const here = groupOf(desk.page);
    this.last.set(here, desk.page);
    const shown = offered.find(({ group }) => group === here);
    return html`<nav aria-label=${t('nav.page')} @keydown=${(event: KeyboardEvent) => this.key(event)}>
      <div class="groups" role="toolbar" aria-label=${t('nav.groups')}>
        ${offered.map((offer) => this.group(offer, counts, here))}
      </div>
      <div role="toolbar" aria-label=${t(groupNames[here])}>
        ${(shown?.pages ?? []).map((page) => this.page(page, counts))}
      </div>
    </nav>`;
  }

  private group({ group, pages: held }: Offer, counts: Badges, here: Group): TemplateResult {
    const sum = held.reduce((all, page) => all + counts.of(page), 0);
    return html`<button
      class="group ${held.some((page) => counts.waits(page)) ? 'waits' : ''}"
      data-testid="group-${group}"
      data-pages=${held.join(' ')}
      aria-pressed=${group === here ? 'true' : 'false'}
      tabindex=${group === here ? '0' : '-1'}
      @click=${() => this.enter(group, held)}
    >
      ${t(groupNames[group])}${this.badge(sum)}
    </button>`;
  }

  private page(page: Page, counts: Badges): TemplateResult {
    const chosen = page === this.desk.page;
    return html`<button
      class="page ${counts.waits(page) ? 'waits' : ''}"
      data-testid="page-${page}"
      title="g ${pages[page]}"
      aria-pressed=${chosen ? 'true' : 'false'}
      tabindex=${chosen ? '0' : '-1'}
      @click=${() => this.desk.turn(page)}
    >
      ${t(pageNames[page])}${this.badge(counts.of(page))}
    </button>`;
  }

  private badge(count: number): TemplateResult | typeof nothing {
    return count === 0 ? nothing : html` <b>${number(count)}</b>`;
  }

  private enter(group: Group, held: readonly Page[]): void {
    const last = this.last.get(group);
    const page = last !== undefined && held.includes(last) ? last : held[0];
    if (page !== undefined && group !== groupOf(this.desk.page)) this.desk.turn(page);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const button = event.target as HTMLElement;
    const row = button.closest<HTMLElement>('[role=toolbar]');
    if (row === null) return;
    const buttons = [...row.querySelectorAll<HTMLElement>('button')];
    const next = step(event.key, buttons.indexOf(button), buttons.length);
    const goal = next === undefined ? this.other(event.key, row) : buttons[next];
    if (goal === undefined) return;
    // Else the page took an arrow for the next incident.
    event.preventDefault();
    event.stopPropagation();
    goal.focus();
  }

  /** The button of the other row that a key up or down leads to: the one in hand there. */
  private other(key: string, row: HTMLElement): HTMLElement | undefined {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=toolbar]')];
    const goal = key === 'ArrowDown' ? rows.indexOf(row) + 1 : key === 'ArrowUp' ? rows.indexOf(row) - 1 : -1;
    return rows[goal]?.querySelector<HTMLElement>('[tabindex="0"]') ?? undefined;
  }
}
