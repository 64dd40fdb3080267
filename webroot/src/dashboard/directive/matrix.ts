import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import {
  countRooms,
  lateFrom,
  roomRows,
  roomStates,
  type Directive,
  type DirectiveRoom,
  type RoomCounts,
  type RoomRow,
  type RoomState,
} from '../../core/directives.js';
import { duration, number } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { roomShape, roomStyles } from '../../ui/room-mark.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { directiveMatrixStyles } from './matrix.css.js';
import './room.js';

/** So many names of late rooms are said; the cells show all of them. */
const namedLate = 12;

/** One row per agency, one cell per room: its state as shape, letter and colour, and who is late. Fires `chosen` with a unit, or with none. */
@customElement('haetae-directive-matrix')
export class DirectiveMatrix extends View {
  static override styles = [controls, roomStyles, directiveMatrixStyles];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) directive!: Directive;
  @property({ attribute: false }) rooms: readonly DirectiveRoom[] = [];
  /** The operation's time; set anew, ages and lateness are drawn anew. */
  @property({ type: Number }) now = 0;
  /** The unit whose room is open. */
  @property() open = '';
  @state() private names = false;
  /** Where the keyboard is: one cell of all takes the tab. */
  @state() private at = '';

  protected override render(): TemplateResult {
    const { store } = this.desk.live;
    const rows = roomRows(store, this.rooms);
    if (rows.length === 0) return html`<p class="quiet">${t('directive.matrix.none')}</p>`;
    const held = new Set(this.rooms.map(({ unit }) => unit));
    const first = held.has(this.at) ? this.at : (rows[0]?.rooms[0]?.unit ?? '');
    return html`${this.late()}
      <table data-testid="directive-matrix" @keydown=${(event: KeyboardEvent) => this.key(event, rows)}>
        <caption class="unseen">
          ${t('directive.matrix')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('directive.matrix.agency')}</th>
            <th scope="col" class="cells">${t('directive.matrix.rooms')}</th>
            ${roomStates.map(
              (state) => html`<th scope="col" class="by-state">${roomShape(state)} ${this.word(state)}</th>`,
            )}
            <th scope="col">${t('directive.state.late')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.row(row, first))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${t('directive.total')}</th>
            <td class="cells">${number(this.rooms.length)}</td>
            ${this.counts(countRooms(this.rooms, (room) => this.lateFor(room) !== undefined))}
          </tr>
        </tfoot>
      </table>
      <p class="legend">
        <span>${t('directive.matrix.hint')}</span>
        <button
          data-testid="matrix-names"
          aria-pressed=${this.names ? 'true' : 'false'}
          @click=${() => (this.names = !this.names)}
        >
          ${t('directive.matrix.names')}
        </button>
      </p>`;
  }

  private row({ unit, label, rooms }: RoomRow, first: string): TemplateResult {
    return html`<tr data-testid="directive-row" data-unit=${unit}>
        <th scope="row">${label}</th>
        <td class="cells">
          <ul>
            ${rooms.map((room) => html`<li>${this.cell(room, room.unit === unit, room.unit === first)}</li>`)}
          </ul>
        </td>
        ${this.counts(countRooms(rooms, (room) => this.lateFor(room) !== undefined))}
      </tr>
      ${this.opened(rooms.find((room) => room.unit === this.open))}`;
  }

  /** The room that is open, below its own row. */
  private opened(room: DirectiveRoom | undefined): TemplateResult | typeof nothing {
    if (room === undefined) return nothing;
    return html`<tr>
      <td class="opened" colspan=${roomStates.length + 3}>
        <haetae-directive-room
          .desk=${this.desk}
          .directive=${this.directive}
          .room=${room}
          .now=${this.now}
          @close=${() => this.choose('')}
        ></haetae-directive-room>
      </td>
    </tr>`;
  }

  private cell(room: DirectiveRoom, own: boolean, first: boolean): TemplateResult {
    const { unit } = room;
    const is = room.state;
    const late = this.lateFor(room);
    const label = unitLabel(this.desk.live.store, unit);
    const said = t(late === undefined ? 'directive.cell' : 'directive.cell.late', {
      unit: label,
      state: this.word(is),
      for: duration(late ?? 0),
    });
    return html`<button
      class="cell cell-${is} ${late === undefined ? '' : 'late'} ${own ? 'own' : ''}"
      data-testid="room-cell"
      data-unit=${unit}
      data-state=${is}
      data-late=${late === undefined ? 'false' : 'true'}
      title=${said}
      aria-label=${said}
      aria-expanded=${this.open === unit ? 'true' : 'false'}
      tabindex=${first ? '0' : '-1'}
      @focus=${() => (this.at = unit)}
      @click=${() => this.choose(unit)}
    >
      ${roomShape(is)}<span aria-hidden="true">${this.names ? label : this.word(is).slice(0, 1)}</span>
    </button>`;
  }

  private counts(counts: RoomCounts): TemplateResult {
    return html`${roomStates.map(
        (state) =>
          html`<td class="by-state ${counts[state] === 0 ? 'zero' : ''}" data-count=${state}>
            ${number(counts[state])}
          </td>`,
      )}
      <td class=${counts.late === 0 ? 'zero' : 'look'} data-count="late">${number(counts.late)}</td>`;
  }

  /** The late by name, the longest first. */
  private late(): TemplateResult | typeof nothing {
    const late = this.rooms
      .flatMap((room): (readonly [DirectiveRoom, number])[] => {
        const age = this.lateFor(room);
        return age === undefined ? [] : [[room, age]];
      })
      .sort(([, a], [, b]) => b - a);
    if (late.length === 0) return nothing;
    return html`<p class="late-rooms" data-testid="late-rooms">
      <b class="alarm">⚠ ${t('directive.matrix.late', { n: number(late.length) })}</b>
      ${late
        .slice(0, namedLate)
        .map(
          ([{ unit }, age]) =>
            html`<button data-testid="late-room" data-unit=${unit} @click=${() => this.choose(unit)}>
              ${unitLabel(this.desk.live.store, unit)} ${duration(age)}
            </button>`,
        )}
      ${late.length > namedLate ? html`<span>${t('directive.matrix.late.more', { n: late.length - namedLate })}</span>` : nothing}
    </p>`;
  }

  private word(state: RoomState): string {
    return word(this.desk.codes, 'directiveRoomStates', state);
  }

  /** For how long the room has been late; undefined while it is not. */
  private lateFor(room: DirectiveRoom): number | undefined {
    const from = lateFrom(this.directive, room);
    return from === undefined || this.now < from ? undefined : this.now - from;
  }

  private choose(unit: string): void {
    if (unit !== '') this.at = unit;
    this.dispatchEvent(new CustomEvent('chosen', { detail: unit }));
  }

  /** Arrows go along a row and between rows; they must not move the list of incidents beside. */
  private key(event: KeyboardEvent, rows: readonly RoomRow[]): void {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
    };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const target = neighbour(rows, this.at, step);
    this.renderRoot.querySelector<HTMLElement>(`.cell[data-unit="${CSS.escape(target)}"]`)?.focus();
  }
}

/** The unit so many rows and places away, as far as there are any. */
export function neighbour(rows: readonly RoomRow[], at: string, [down, right]: readonly [number, number]): string {
  const row = Math.max(
    0,
    rows.findIndex(({ rooms }) => rooms.some(({ unit }) => unit === at)),
  );
  const place = Math.max(0, rows[row]?.rooms.findIndex(({ unit }) => unit === at) ?? 0);
  const target = rows[Math.min(rows.length - 1, Math.max(0, row + down))]?.rooms ?? [];
  return target[Math.min(target.length - 1, Math.max(0, place + right))]?.unit ?? at;
}
