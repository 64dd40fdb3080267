import { css, html, nothing, type TemplateResult } from 'lit';
import { word } from '../../core/codes.js';
import { countRooms, isLate, stands, unanswered, type Directive, type DirectiveRoom } from '../../core/directives.js';
import { duration, moment, number } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { t } from '../../i18n/index.js';
import { roomMark, roomStyles } from '../../ui/room-mark.js';
import { urgencyMark, urgencyStyles } from '../../ui/urgency-mark.js';
import type { Desk } from '../desk.js';

/** When it is due, and how long until or since then. */
export function dueWords(desk: Desk, { due }: Directive, open: boolean): TemplateResult {
  if (due == null) return html`<span class="quiet">${t('directive.due.none')}</span>`;
  const left = Date.parse(due) - desk.asOf;
  const said = t(left < 0 ? 'directive.due.over' : 'directive.due.in', { for: duration(Math.abs(left)) });
  return html`<span>${t('directive.due', { at: moment(due, desk.asOf) })}</span> ${
      open ? html`<b class=${left < 0 ? 'alarm' : ''}>${said}</b>` : nothing
    }`;
}

/** What ended it, if anything did. */
export function ending(desk: Desk, directive: Directive): TemplateResult | typeof nothing {
  if (stands(directive)) return nothing;
  return html`<b class="quiet" data-testid="directive-state"
    >${word(desk.codes, 'directiveStates', directive.state)}</b
  >`;
}

/** One line of a list; with `own`, how one's own room stands, else how all rooms do. */
export function directiveLine(
  desk: Desk,
  directive: Directive,
  given: {
    readonly own?: DirectiveRoom | undefined;
    readonly rooms: readonly DirectiveRoom[];
  },
): TemplateResult {
  const { own, rooms } = given;
  const late = (room: DirectiveRoom): boolean => isLate(directive, room, desk.asOf);
  const open = stands(directive) && (own === undefined || own.state !== 'DONE');
  const waits = own !== undefined && unanswered(own);
  const looks = (own === undefined ? rooms : [own]).some(late);
  return html`<li
    class="card ${looks ? 'look' : waits ? 'waits' : ''}"
    data-testid="directive-line"
    data-directive-id=${directive.id}
  >
    <button
      class="open"
      data-testid="directive-open"
      @click=${() => desk.turn('directives', { directive: directive.id })}
    >
      <span class="title">
        ${urgencyMark(desk.codes, directive.urgency)}
        <b>${directive.number}</b>
        <span class="subject">${directive.title}</span>
        ${ending(desk, directive)}
      </span>
      <span class="facts">
        <span class="quiet"
          >${t('directive.from', { unit: unitLabel(desk.live.store, directive.unit) })} ·
          ${moment(directive.issuedAt, desk.asOf)}</span
        >
        <span>${dueWords(desk, directive, open)}</span>
        ${own === undefined ? summary(rooms, late) : roomMark(desk.codes, own.state, late(own))}
        ${(own?.chased ?? 0) > 0 && own?.state !== 'DONE' ? html`<b class="warn">${t('directive.chased', { n: number(own?.chased ?? 0), at: moment(own?.lastChasedAt ?? '', desk.asOf) })}</b>` : nothing}
      </span>
    </button>
    ${waits && stands(directive) ? acknowledgeButton(desk, directive) : nothing}
  </li>`;
}

/** How many rooms are how far, and who is late. */
export function summary(
  rooms: readonly DirectiveRoom[],
  late: (room: DirectiveRoom) => boolean,
): TemplateResult | typeof nothing {
  if (rooms.length === 0) return nothing;
  const counts = countRooms(rooms, late);
  const answered = counts.ACKNOWLEDGED + counts.DONE;
  const values = { acknowledged: number(answered), done: number(counts.DONE), rooms: number(counts.rooms) };
  return html`<span data-testid="directive-summary">
    ${t('directive.summary', values)} ·
    ${
      counts.late > 0
        ? html`<b class="alarm">⚠ ${t('directive.late', { n: number(counts.late) })}</b>`
        : html`<span class="good"
            >${t(counts.DONE === counts.rooms ? 'directive.all.done' : 'directive.none.late')}</span
          >`
    }
  </span>`;
}

export function acknowledgeButton(desk: Desk, directive: Directive): TemplateResult | typeof nothing {
  if (!desk.orders.answers) return nothing;
  return html`<button
    class="main"
    data-testid="directive-acknowledge"
    aria-keyshortcuts="y"
    ?disabled=${desk.orders.sending(directive)}
    @click=${() => void desk.orders.acknowledge(directive)}
  >
    ${t('directive.acknowledge')} <kbd aria-hidden="true">y</kbd>
  </button>`;
}

export const lineStyles = [
  roomStyles,
  urgencyStyles,
  css`
    .good {
      color: var(--good);
    }
    kbd {
      font: inherit;
      font-size: 0.8rem;
      opacity: 0.75;
    }
    li.card {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      padding: 0.35rem 0.75rem;
    }
    .open {
      display: grid;
      gap: 0.15rem;
      padding: 0.25rem;
      text-align: left;
      white-space: normal;
      background: none;
      border-color: transparent;
    }
    .subject {
      font-size: 1.0625rem;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .open .facts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.15rem 1rem;
    }
  `,
];
