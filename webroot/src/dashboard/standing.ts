import { css, html, nothing, type TemplateResult } from 'lit';
import { word } from '../core/codes.js';
import { duration, time } from '../core/format.js';
import { effective, normal } from '../core/levels.js';
import { nextPhase } from '../core/operation.js';
import { t } from '../i18n/index.js';
import { levelMark } from '../ui/level-mark.js';
import type { Desk } from './desk.js';

/** How the operation stands: `투표 진행 · 투표함 회송까지 03:12:40`, and the level that counts for the scope. */
export function standing(desk: Desk): TemplateResult | typeof nothing {
  const { standing: operation, live, codes, scope } = desk;
  if (operation === undefined) return nothing;
  if (operation.state !== 'OPEN')
    return html`<b class="standing" data-testid="phase">${word(codes, 'operationStates', operation.state)}</b>`;
  const next = nextPhase(operation, desk.asOf);
  const phase = operation.phase == null ? t('standing.noPhase') : word(codes, 'phases', operation.phase);
  return html`<span class="standing" data-testid="phase"
      ><b>${phase}</b> ${
        next === undefined
          ? nothing
          : html`<span class="next"
              >·
              ${t('standing.next', { phase: word(codes, 'phases', next.phase), in: duration(Date.parse(next.from) - desk.asOf) })}</span
            >`
      }</span
    >
    ${
      desk.sees
        ? html`<span class="standing box" data-testid="level"
            >${levelMark(codes, effective(live.store, scope)?.level ?? normal)}</span
          >`
        : nothing
    }`;
}

/** The operation's clock; one that does not run as the world's does says how fast. */
export function clock(desk: Desk): TemplateResult {
  const rate = desk.standing?.clock.rate ?? 1;
  // The device's own time may be a drill's by hours, or wrong.
  return html`<time class="clock" data-testid="clock">${desk.live.clock.heard ? time(desk.now) : '--:--:--'} KST</time>
    ${rate === 1 ? nothing : html`<span class="standing box" data-testid="rate">${t('standing.rate', { n: rate })}</span>`}`;
}

export const standingStyles = css`
  .standing {
    white-space: nowrap;
  }
  .box {
    padding: 0.1rem 0.5rem;
    border: 1px solid var(--edge);
    border-radius: 0.25rem;
  }
  .clock {
    font-size: 1.125rem;
    font-weight: 650;
    white-space: nowrap;
  }
`;
