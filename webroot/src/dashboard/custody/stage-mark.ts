import { css, html, type TemplateResult } from 'lit';
import { word } from '../../core/codes.js';
import { moment } from '../../core/format.js';
import { stages, type CountingCentre } from '../../core/sites.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';

/** How far a counting centre is: its place among the six, in figures and words. */
export function stageMark(desk: Desk, { stage }: CountingCentre): TemplateResult {
  if (stage == null) return html`<span class="quiet">○ ${t('counting.notBegun')}</span>`;
  const place = stages.indexOf(stage) + 1;
  return html`<b class="state-mark" data-stage=${stage}
    ><span aria-hidden="true">${'●'.repeat(place)}${'○'.repeat(stages.length - place)}</span>
    ${word(desk.codes, 'countingStages', stage)}</b
  >`;
}

/** The six stages in their order, each with when it was. */
export function course(desk: Desk, centre: CountingCentre): TemplateResult {
  const now = centre.stage == null ? -1 : stages.indexOf(centre.stage);
  return html`<ol class="course" data-testid="counting-course">
    ${stages.map((stage, place) => {
      const at = centre.reached?.[stage];
      return html`<li class=${place === now ? 'now' : ''} aria-current=${place === now ? 'step' : 'false'}>
        <span aria-hidden="true">${place <= now ? '●' : '○'}</span>
        <b>${word(desk.codes, 'countingStages', stage)}</b>
        <span class="quiet">${at === undefined ? (place < now ? '–' : '') : moment(at, desk.asOf)}</span>
      </li>`;
    })}
  </ol>`;
}

export const courseStyles = css`
  .course {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .course li {
    display: grid;
    flex: 1 1 6rem;
    padding: 0.4rem 0.6rem;
    border: 1px solid var(--line);
    border-radius: 0.375rem;
  }
  .course li.now {
    border: 2px solid var(--accent);
    background: var(--chosen);
  }
`;
