import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { number } from '../core/format.js';
import { matches, unitLabel } from '../core/place.js';
import type { Unit } from '../core/protocol.js';
import type { Store } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from './view.js';

/** What was picked: units, and whether those below them are meant too. */
export interface Picked {
  readonly chosen: ReadonlySet<string>;
  readonly below: boolean;
}

/** Units to choose from by their tree; those of one agency are opened on demand. Fires `picked` with what is chosen now. */
@customElement('haetae-unit-tree')
export class UnitTree extends View {
  static override styles = [
    controls,
    css`
      fieldset {
        display: grid;
        gap: 0.4rem;
        border: 1px solid var(--line);
        border-radius: 0.375rem;
        padding: 0.5rem 0.75rem;
        margin: 0;
      }
      legend {
        color: var(--quiet);
        font-size: 0.875rem;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: center;
      }
      .tools input {
        flex: 1 1 8rem;
      }
      .tree {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
        gap: 0 0.75rem;
        max-height: 19rem;
        overflow: auto;
      }
      .open {
        grid-column: 1 / -1;
      }
      .stations {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
        gap: 0 0.75rem;
        margin: 0 0 0.4rem 1.75rem;
        padding-left: 0.6rem;
        border-left: 2px solid var(--line);
      }
      .line {
        display: flex;
        align-items: center;
        gap: 0.25rem;
      }
      .line button {
        padding: 0 0.35rem;
        background: none;
        border-color: transparent;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.4rem;
        min-height: 2rem;
      }
      label span {
        margin: 0;
        color: var(--text);
        font-size: 1rem;
      }
      label small {
        color: var(--quiet);
        font-size: 0.875rem;
      }
      input[type='checkbox'] {
        width: 1.15rem;
        height: 1.15rem;
        flex: none;
        accent-color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  /** Units that may be chosen, in their order; whose parent is not among them stands at the top. */
  @property({ attribute: false }) units: readonly Unit[] = [];
  @property({ attribute: false }) picked: Picked = { chosen: new Set(), below: false };
  @property() label = '';
  /** Whether "and those below" is offered. */
  @property({ type: Boolean }) deep = false;
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private search = '';

  protected override render(): TemplateResult {
    const { units } = this;
    const { chosen, below } = this.picked;
    const tops = this.tops();
    return html`<fieldset data-testid="unit-tree">
      <legend>${this.label} · ${t('compose.chosen', { n: number(chosen.size) })}</legend>
      ${units.length === 0 ? html`<p class="quiet">${t('compose.nobody')}</p>` : nothing}
      <div class="tools">
        <button type="button" data-testid="units-all" @click=${() => this.all()}>${t('compose.all')}</button>
        ${
          tops.some(({ unitKind }) => unitKind === 'AGENCY')
            ? html`<button
                type="button"
                data-testid="units-agencies"
                @click=${() =>
                  this.pick(
                    tops.map(({ id }) => id),
                    false,
                  )}
              >
                ${t('compose.agencies')}
              </button>`
            : nothing
        }
        <button type="button" data-testid="units-none" @click=${() => this.pick([], below)}>
          ${t('compose.clear')}
        </button>
        <input
          type="search"
          data-testid="units-search"
          aria-label=${t('compose.search')}
          placeholder=${t('compose.search')}
          .value=${this.search}
          @input=${(event: Event) => {
            event.stopPropagation();
            this.search = (event.target as HTMLInputElement).value.trim();
          }}
        />
      </div>
      ${
        this.deep && units.length > tops.length
          ? html`<label
              ><input
                type="checkbox"
                data-testid="units-below"
                .checked=${below}
                @change=${() => this.pick([...chosen], !below)}
              /><span>${t('compose.below')}</span></label
            >`
          : nothing
      }
      <div class="tree">${tops.map((unit) => this.top(unit))}</div>
    </fieldset>`;
  }

  private top(unit: Unit): TemplateResult | typeof nothing {
    const inside = this.units.filter(({ parent }) => parent === unit.id);
    const found = inside.filter((station) => this.fits(station));
    const wanted = this.search !== '';
    if (wanted && found.length === 0 && !this.fits(unit)) return nothing;
    const open = this.opened.has(unit.id) || (wanted && found.length > 0);
    const held = inside.filter(({ id }) => this.picked.chosen.has(id)).length;
    return html`<div class=${open ? 'open' : ''}>
      <div class="line">
        ${
          inside.length === 0
            ? nothing
            : html`<button
                type="button"
                data-testid="unit-open"
                data-unit=${unit.id}
                aria-expanded=${open ? 'true' : 'false'}
                aria-label=${t('compose.expand', { unit: unitLabel(this.store, unit.id) })}
                @click=${() => this.turn(unit.id)}
              >
                ${open ? '▾' : '▸'}
              </button>`
        }
        ${this.box(unit, false, held === 0 ? '' : `+${number(held)}`)}
      </div>
      ${
        open
          ? html`<div class="stations">
              ${(wanted ? found : inside).map((station) => this.box(station, this.covered(station)))}
            </div>`
          : nothing
      }
    </div>`;
  }

  private box(unit: Unit, covered: boolean, more = ''): TemplateResult {
    const { chosen, below } = this.picked;
    const on = chosen.has(unit.id);
    const flip = (): void => this.pick(on ? [...chosen].filter((id) => id !== unit.id) : [...chosen, unit.id], below);
    return html`<label
      ><input
        type="checkbox"
        data-testid="unit-box"
        data-unit=${unit.id}
        .checked=${on || covered}
        ?disabled=${covered}
        @change=${flip}
      /><span>${unitLabel(this.store, unit.id)} ${more === '' ? nothing : html`<small>${more}</small>`}</span></label
    >`;
  }

  /** Meant already by the choice of what lies above it. */
  private covered(unit: Unit): boolean {
    return this.picked.below && this.picked.chosen.has(unit.parent ?? '');
  }

  private fits(unit: Unit): boolean {
    return this.search === '' || matches(`${unit.korean} ${unit.english} ${unit.label}`, this.search);
  }

  private tops(): readonly Unit[] {
    const held = new Set(this.units.map(({ id }) => id));
    return this.units.filter(({ parent }) => parent === undefined || !held.has(parent));
  }

  /** Everybody, with the fewest words: the units at the top and those below them. */
  private all(): void {
    const shortest = this.deep ? this.tops() : this.units;
    this.pick(
      shortest.map(({ id }) => id),
      this.deep,
    );
  }

  private turn(unit: string): void {
    const opened = new Set(this.opened);
    if (!opened.delete(unit)) opened.add(unit);
    this.opened = opened;
  }

  private pick(units: readonly string[], below: boolean): void {
    const chosen = new Set(units);
    // What a unit above brings along already is not named again.
    const kept = this.units.filter(({ id, parent }) => chosen.has(id) && !(below && chosen.has(parent ?? '')));
    this.picked = { chosen: new Set(kept.map(({ id }) => id)), below };
    this.dispatchEvent(new CustomEvent<Picked>('picked', { detail: this.picked }));
  }
}
