import { css, html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { word, type Codes } from '../core/codes.js';
import type { RoomState } from '../core/directives.js';
import { t } from '../i18n/index.js';

/** How much of the circle is filled: unread ○, read ◔, acknowledged ◑, done ●. */
const filled: Readonly<Record<RoomState, SVGTemplateResult>> = {
  UNREAD: svg``,
  READ: svg`<path d="M8 8V2A6 6 0 0 1 14 8Z" />`,
  ACKNOWLEDGED: svg`<path d="M8 2A6 6 0 0 1 8 14Z" />`,
  DONE: svg`<circle class="full" cx="8" cy="8" r="6" />`,
};

export const roomShape = (state: RoomState): TemplateResult =>
  html`<svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
    <circle class="ring" cx="8" cy="8" r="6" />
    ${filled[state]}
  </svg>`;

/** A room's state as shape and word; lateness is a word of its own. */
export const roomMark = (codes: Codes | undefined, state: RoomState, late: boolean): TemplateResult =>
  html`<span class="room room-${state} ${late ? 'late' : ''}" data-state=${state}
    >${roomShape(state)}
    ${word(codes, 'directiveRoomStates', state)}${late ? html` <b>⚠ ${t('directive.state.late')}</b>` : ''}</span
  >`;

export const roomStyles = css`
  .shape {
    width: 1em;
    height: 1em;
    vertical-align: -0.12em;
    fill: currentcolor;
  }
  .shape .ring {
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }
  .room {
    white-space: nowrap;
  }
  .room-UNREAD,
  .room-READ {
    color: var(--text);
  }
  .room-DONE {
    color: var(--good);
  }
  .room.late {
    color: var(--alarm);
    font-weight: 700;
  }
`;
