import { html, nothing, type TemplateResult } from 'lit';
import { word } from '../../core/codes.js';
import { duration, number, time } from '../../core/format.js';
import { nothingMissed, summary, type Summary } from '../../core/summary.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import type { Route } from '../route.js';

/** What was missed: while the picture stood still, or while nobody looked. */
export function missedBand(desk: Desk): TemplateResult | typeof nothing {
  const { missed } = desk.live;
  const { absence } = desk.alarms;
  if (absence.shown !== undefined) {
    const away = absence.shown;
    const lead = t('missed.away', { from: time(away.from), for: duration(away.forMillis) });
    return band(desk, 'away', [lead], away, () => absence.seen());
  }
  if (missed === undefined) return nothing;
  const { added, changed, gone } = missed;
  const key = added + changed + gone === 0 ? 'status.missed.none' : 'status.missed';
  const values = { added: number(added), changed: number(changed), gone: number(gone) };
  const lead = t(key, { from: time(missed.from), for: duration(missed.forMillis), ...values });
  const { list } = desk.alarms.watch;
  const it = summary(missed.before, desk.live.store, {
    scope: desk.scope,
    room: desk.home,
    alarms: { before: list, after: list },
  });
  // The counts of incidents stand in the first sentence already.
  return band(desk, 'missed', [lead], { ...it, added: [], ended: 0 }, () => desk.live.seenMissed());
}

function band(desk: Desk, id: string, lead: readonly string[], it: Summary, seen: () => void): TemplateResult {
  return html`<p class="band missed" data-testid=${id}>
    <span>${lead} ${id === 'away' && nothingMissed(it) ? t('missed.none') : nothing}</span>
    <span>
      ${lines(desk, it).map(([words, to]) => html`<button class="plain" @click=${() => desk.go(to)}>${words}</button>`)}
      <span>${t('missed.seqs', { from: number(it.fromSeq), to: number(it.toSeq) })}</span>
    </span>
    <button data-testid="${id}-seen" @click=${seen}>${t('close.panel')}</button>
  </p>`;
}

/** Each with where it is to be seen. */
function lines(desk: Desk, it: Summary): readonly (readonly [string, Partial<Route>])[] {
  const all = it.added.reduce((sum, n) => sum + n, 0);
  const codes = it.added.flatMap((n, code) => (n === 0 ? [] : [t('missed.code', { code, n: number(n) })])).join(' · ');
  const level = (code: string): string => word(desk.codes, 'levels', code);
  const said: readonly (readonly [boolean, string, Partial<Route>])[] = [
    [all > 0, t('missed.added', { n: number(all), codes }), { open: true }],
    [it.ended > 0, t('missed.ended', { n: number(it.ended) }), { open: false }],
    [it.lost > 0, t('missed.lost', { n: number(it.lost) }), { page: 'silence' }],
    [it.back > 0, t('missed.back', { n: number(it.back) }), { page: 'silence' }],
    [
      it.level !== undefined,
      t('missed.level', { before: level(it.level?.before ?? ''), after: level(it.level?.after ?? '') }),
      { page: 'levels' },
    ],
    [it.directives > 0, t('missed.directives', { n: number(it.directives) }), { page: 'directives' }],
    [it.begun > 0, t('missed.begun', { n: number(it.begun) }), {}],
    [it.over > 0, t('missed.over', { n: number(it.over) }), {}],
  ];
  return said.filter(([says]) => says).map(([, words, to]) => [words, to]);
}
