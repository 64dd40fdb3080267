import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { entries, word } from '../../core/codes.js';
import { number } from '../../core/format.js';
import { spread } from '../../core/map-spread.js';
import { normal } from '../../core/levels.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { codeMark, codeStyles } from '../../ui/code-mark.js';
import { styled } from '../../ui/styled.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { metres, type Ground } from './ground.js';
import { aside, pins, type Pin, type PlacedIncident } from './incidents.js';
import { symbolStyles } from './symbol.css.js';
import { marks, segments, worst, type UnitSymbol } from './symbols.js';
import { directed, said } from './words.js';

/** Symbols with their names may take this part of the map; more of them are drawn small. */
const roomy = 0.4;
/** Pins of incidents at once: beside agencies few, the most urgent. */
const mostPins = 60;
const fewPins = 12;
type Point = { readonly x: number; readonly y: number };
interface Displaced extends Point {
  readonly from: readonly [number, number];
}
interface Shown extends Displaced {
  readonly symbol: UnitSymbol;
}
type Pinned = Pin & Displaced;

/** Symbols of agencies or stations and the pins of incidents, over the ground. Fires `chosen` with the unit of a symbol. */
@customElement('haetae-map-symbols')
export class SymbolLayer extends View {
  static override styles = [controls, codeStyles, symbolStyles];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) ground!: Ground;
  @property({ attribute: false }) symbols: readonly UnitSymbol[] = [];
  @property({ attribute: false }) incidents: readonly PlacedIncident[] = [];
  private offsets: ReadonlyMap<string, Point> = new Map();
  private spreadFor = '';
  private focused = '';

  protected override render(): TemplateResult {
    const [width, height] = this.ground.size;
    const visible = this.symbols
      .map((symbol) => ({ symbol, from: this.ground.pixel(symbol.metres) }))
      .filter(({ from: [x, y] }) => x > -40 && y > -40 && x < width + 40 && y < height + 40);
    const unit = parseFloat(getComputedStyle(this).fontSize) || 13;
    const small = visible.length * 4.9 * 5.4 * unit * unit > roomy * width * height;
    this.arrange(small, unit);
    const shown = visible.map(({ symbol, from }): Shown => {
      const off = this.offsets.get(symbol.unit);
      return { symbol, from, x: from[0] + (off?.x ?? 0), y: from[1] + (off?.y ?? 0) };
    });
    const first = shown.some(({ symbol }) => symbol.unit === this.focused) ? this.focused : shown[0]?.symbol.unit;
    const agencies = this.symbols[0]?.kind === 'AGENCY';
    const pinned = pins(
      this.incidents,
      (at) => this.ground.pixel(metres(at)),
      (agencies ? 3.6 : 2.2) * unit,
      agencies ? fewPins : mostPins,
      [width, height],
    )
      .reverse()
      .map((pin): Pinned => ({ ...pin, from: [pin.x, pin.y], ...this.beside(pin, shown, small, unit) }));
    return html`
      <svg class="leaders" aria-hidden="true">
        ${[...shown, ...pinned].filter(displaced).map(({ from, x, y }) => svg`<line x1=${from[0]} y1=${from[1]} x2=${x} y2=${y}></line>`)}
      </svg>
      <div role="group" aria-label=${t('map.symbols')} @keydown=${(event: KeyboardEvent) => this.key(event, shown)}>
        ${shown.map((each) => this.symbol(each, small, each.symbol.unit === first))}
      </div>
      <div role="group" aria-label=${t('map.incidents')}>${pinned.map((pin) => this.pin(pin))}</div>
    `;
  }

  /** Where a pin's foot comes to stand; its middle is above it. */
  private beside({ x, y }: Point, shown: readonly Shown[], small: boolean, unit: number): Point {
    const up = 0.9 * unit;
    const ring = (small ? 1.1 : 1.55) * unit;
    const at = aside({ x, y: y - up }, shown, ring + 1.1 * unit);
    return { x: at.x, y: at.y + up };
  }

  /** Apart from each other at this zoom; the same while the view only pans. */
  private arrange(small: boolean, unit: number): void {
    const key = [this.ground.resolution, small, unit, ...this.symbols.map(({ unit: code }) => code)].join(' ');
    if (key === this.spreadFor) return;
    this.spreadFor = key;
    const wishes = this.symbols.map(({ metres: [x, y], label }) => ({
      x: x / this.ground.resolution,
      y: -y / this.ground.resolution,
      ...(small ? { width: 2.3 * unit, height: 2.3 * unit } : { width: wide(label) * unit, height: 5.4 * unit }),
    }));
    const at = spread(wishes);
    this.offsets = new Map(
      this.symbols.map(({ unit: code }, index) => [
        code,
        { x: (at[index]?.x ?? 0) - (wishes[index]?.x ?? 0), y: (at[index]?.y ?? 0) - (wishes[index]?.y ?? 0) },
      ]),
    );
  }

  private symbol({ symbol, x, y }: Shown, small: boolean, tabbed: boolean): TemplateResult {
    const state = worst(symbol);
    const words = said(this.desk.codes, symbol);
    const urgent = symbol.codes.findIndex((open) => open > 0);
    const shape = entries(this.desk.codes, 'levels').find(({ code }) => code === symbol.level)?.shape ?? '';
    return html`<button
      class="symbol ${symbol.kind} ${small ? 'small' : ''} ${symbol.certainty} worst-${state}"
      data-testid="map-symbol"
      data-unit=${symbol.unit}
      data-worst=${state}
      data-certainty=${symbol.certainty}
      tabindex=${tabbed ? '0' : '-1'}
      title=${words}
      @focus=${() => (this.focused = symbol.unit)}
      @click=${() => this.dispatchEvent(new CustomEvent('chosen', { detail: symbol.unit }))}
      ${styled({ transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)` })}
    >
      <span class="words">${words}</span>
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <circle class="core" cx="20" cy="20" r="13"></circle>
        ${segments(symbol.share).map(
          ({ state: part, from, length }) =>
            svg`<circle class="ring ring-${part}" cx="20" cy="20" r="16.5" pathLength="100"
              stroke-dasharray="${length} ${100 - length}" stroke-dashoffset=${-from}></circle>`,
        )}
      </svg>
      <span class="in" aria-hidden="true"><i>${marks[state]}</i>${symbol.silent > 0 ? number(symbol.silent) : ''}</span>
      ${
        urgent < 0 || small
          ? nothing
          : html`<span class="badge" aria-hidden="true"
              >${codeMark(urgent)}${symbol.open > 1 ? html`<small>${number(symbol.open)}</small>` : nothing}</span
            >`
      }
      ${small ? nothing : html`<span class="label" aria-hidden="true">${symbol.label}${symbol.level === normal ? nothing : ` ${shape}`}</span>`}
    </button>`;
  }

  private pin({ first, others, x, y }: Pin): TemplateResult {
    const { incident } = first;
    const { codes } = this.desk;
    const words = [
      t('incident.code', { n: incident.code }),
      incident.number,
      word(codes, 'incidentKinds', incident.incidentKind),
    ]
      .concat(word(codes, 'statuses', incident.status), others.length > 0 ? t('map.more', { n: others.length }) : [])
      .join(' · ');
    return html`<button
      class="pin ${incident.status === 'REPORTED' ? 'waiting' : ''}"
      data-testid="map-incident"
      data-incident-id=${incident.id}
      title=${words}
      @click=${() => this.desk.go({ incident: incident.id })}
      ${styled({ transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -100%)` })}
    >
      <span class="words">${words}</span>
      <span class="drawn" aria-hidden="true"
        >${codeMark(incident.code)}${others.length > 0 ? html`<small>+${number(others.length)}</small>` : nothing}</span
      >
    </button>`;
  }

  /** Arrows go to the nearest symbol that way. */
  private key(event: KeyboardEvent, shown: readonly Shown[]): void {
    const from = shown.find(({ symbol }) => symbol.unit === this.focused);
    const to = from === undefined ? undefined : directed(event.key, from, shown);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.focused = to.symbol.unit;
    this.renderRoot.querySelector<HTMLElement>(`[data-unit="${CSS.escape(to.symbol.unit)}"]`)?.focus();
    this.requestUpdate();
  }
}

/** A name with its level's shape beneath the symbol, in the symbol's em; a letter of Hangul is as wide as it is high, a Latin one half. */
const wide = (label: string): number =>
  Math.max(4.9, ([...label].reduce((sum, letter) => sum + (letter > '\u1100' ? 1 : 0.55), 0) + 1.6) * 0.9);

const displaced = ({ from, x, y }: Displaced): boolean => Math.hypot(from[0] - x, from[1] - y) > 6;
