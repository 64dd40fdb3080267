import { html, svg, type TemplateResult } from 'lit';
import type { Codes } from '../../core/codes.js';
import { t } from '../../i18n/index.js';
import { marks, ringOrder, type RingState } from './symbols.js';
import { stateWord } from './words.js';

/** The dots' shapes, as dot-painter draws them. */
const shapes: Readonly<Record<RingState, TemplateResult>> = {
  before: svg`<circle cx="8" cy="8" r="4" fill="none" stroke="var(--quiet)" stroke-width="1.5"></circle>`,
  signedOff: svg`<rect x="4" y="4" width="8" height="8" fill="var(--quiet)"></rect>`,
  reporting: svg`<circle cx="8" cy="8" r="4.5" fill="var(--quiet)"></circle>`,
  late: svg`<circle cx="8" cy="8" r="6" fill="var(--page)" stroke="var(--warn)" stroke-width="1.5"></circle>
    <path d="M8 2a6 6 0 0 0 0 12z" fill="var(--warn)"></path>`,
  never: svg`<path d="M8 1.5 14.5 13.5H1.5z" fill="var(--alarm)"></path>`,
  lost: svg`<path d="M3 3 13 13M13 3 3 13" fill="none" stroke="var(--alarm)" stroke-width="3"></path>`,
};

export function legend(codes: Codes | undefined, drill: boolean): TemplateResult {
  return html`<details class="legend" data-testid="map-legend">
    <summary>${t('map.legend')}</summary>
    <ul>
      ${[...ringOrder].reverse().map(
        (state) =>
          html`<li>
            <svg viewBox="0 0 16 16" aria-hidden="true">${shapes[state]}</svg>
            <i aria-hidden="true">${marks[state]}</i> ${stateWord(codes, state)}
          </li>`,
      )}
    </ul>
    <p>${t('map.legend.ring')}</p>
    <p>${t('map.legend.code')}</p>
    <p>${t('map.legend.district')} · ${t('map.legend.schematic')}</p>
    <p>${t('map.legend.gyeonggi')}</p>
    ${drill ? html`<p>${t('map.drill')}</p>` : ''}
  </details>`;
}
