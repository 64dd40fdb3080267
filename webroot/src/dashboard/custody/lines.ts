import { html, nothing, type TemplateResult } from 'lit';
import { formatBoxes } from '../../core/boxes.js';
import { word } from '../../core/codes.js';
import type { CustodyLine } from '../../core/custody.js';
import { said } from '../../core/erasure.js';
import { moment } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { isWord, t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import { compared } from './discrepancy.js';

/** What was recorded of a route or a box, oldest first. `number`: says whose line it is, where several routes are meant. */
export function custodyLines(desk: Desk, lines: readonly CustodyLine[]): TemplateResult {
  if (lines.length === 0) return html`<p class="quiet">${t('timeline.empty')}</p>`;
  return html`<ol class="lines" data-testid="custody-timeline">
    ${lines.map((line) => one(desk, line))}
  </ol>`;
}

function one(desk: Desk, line: CustodyLine): TemplateResult {
  const { event } = line;
  const name = `timeline.${line.type}`;
  const when = event.at ?? line.at;
  const who = [event.by?.name, unitLabel(desk.live.store, event.by?.unit ?? line.unit)].filter(Boolean).join(' · ');
  return html`<li data-testid="custody-line" data-type=${line.type}>
    <time class="quiet" datetime=${when}>${moment(when, desk.now)}</time>
    <div>
      <b>${isWord(name) ? t(name) : `${t('timeline.other')} (${line.type})`}</b> ${facts(line)}
      <span class="quiet">${who}</span>
      ${event.boxes == null ? nothing : html`<p class="pre">${formatBoxes(event.boxes)}</p>`}
      ${event.discrepancies?.map(
        (found) =>
          html`<p class="warn">
              ≠ ${word(desk.codes, 'discrepancyKinds', found.kind)}${found.box == null ? '' : ` · ${found.box}`}
            </p>
            ${compared(desk, found)}`,
      )}
    </div>
  </li>`;
}

function facts({ event }: CustodyLine): string {
  const officers = event.officers?.map(({ name }) => name ?? t('unknown')).join(', ');
  return [
    event.place,
    event.side == null ? undefined : t(`transport.handover.${event.side}`),
    officers === undefined || officers === '' ? undefined : t('transport.crew', { names: officers }),
    event.commissionStaff == null ? undefined : t('transport.staff.n', { n: event.commissionStaff }),
    event.vehicle,
    ...[event.reason, event.text].map((text) => (text == null ? undefined : said(text))),
  ]
    .filter((fact) => fact !== undefined && fact !== null && fact !== '')
    .join(' · ');
}
