import { html, type TemplateResult } from 'lit';
import { number } from '../../core/format.js';
import { t } from '../../i18n/index.js';
import { levelMark } from '../../ui/level-mark.js';
import type { Desk } from '../desk.js';
import { rows, type Row } from '../matrix-rows.js';

/** Where somebody must look first, if not all units fit. */
const weight = (row: Row): number =>
  (row.codes[0] ?? 0) * 1_000_000 + row.unacknowledged * 10_000 + (row.codes[1] ?? 0) * 1_000 + row.silent;

/** The units below the scope as tiles, in the organisation's order while all fit; `room` is how many do. */
export function tiles(desk: Desk, room: number): readonly TemplateResult[] {
  const all = rows(desk.live.store, desk.scope);
  const shown = all.length <= room ? all : [...all].sort((a, b) => weight(b) - weight(a));
  return shown.map((row) => tile(desk, row));
}

function tile(desk: Desk, row: Row): TemplateResult {
  const told = (word: 'wall.silent' | 'wall.going', n: number, look: boolean): TemplateResult =>
    html`<span class=${n === 0 ? 'quiet' : look ? 'look' : ''}>${t(word)} ${number(n)}</span>`;
  const urgent = row.unacknowledged > 0 || (row.codes[0] ?? 0) > 0;
  return html`<div class="tile ${urgent ? 'urgent' : ''}" data-testid="wall-unit" data-unit=${row.unit}>
    <b>${urgent ? html`<span aria-hidden="true">▲</span>` : ''}${row.label}</b>
    <span class="end">${levelMark(desk.codes, row.level)}</span>
    ${told('wall.silent', row.silent, row.silent > 0)}
    <span class="end">${told('wall.going', row.open, false)}</span>
  </div>`;
}
