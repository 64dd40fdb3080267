import { html, nothing, type TemplateResult } from 'lit';
import { word } from '../../core/codes.js';
import { said } from '../../core/erasure.js';
import { moment, number } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import type { SiteLine } from '../../core/sites.js';
import { isWord, t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import './seal-photos.js';

/** What was recorded of a storage or a counting centre, newest first; `more` asks for what was before. */
export function siteLines(
  desk: Desk,
  post: string,
  lines: readonly SiteLine[],
  more: (() => void) | undefined,
): TemplateResult {
  if (lines.length === 0) return html`<p class="quiet">${t('timeline.empty')}</p>`;
  return html`<ol class="lines" data-testid="site-timeline">
      ${lines.map((line) => one(desk, post, line))}
    </ol>
    ${more === undefined ? nothing : html`<div><button @click=${more}>${t('more')}</button></div>`}`;
}

function one(desk: Desk, post: string, line: SiteLine): TemplateResult {
  const { event } = line;
  const name = `timeline.${line.type}`;
  const when = event.at ?? line.at;
  const who = [event.by?.name, unitLabel(desk.live.store, event.by?.unit ?? line.unit)].filter(Boolean).join(' · ');
  const gaps = (event.gaps ?? []).filter((gap) => gap.post === post);
  return html`<li data-testid="site-line" data-type=${line.type}>
    <time class="quiet" datetime=${when}>${moment(when, desk.now)}</time>
    <div>
      <b>${isWord(name) ? t(name) : `${t('timeline.other')} (${line.type})`}</b> ${facts(desk, line)}
      <span class="quiet">${who}</span>
      ${
        event.check == null
          ? nothing
          : html`<haetae-seal-photos .desk=${desk} .check=${event.check}></haetae-seal-photos>`
      }
      ${gaps.map(({ kind }) => html`<p class="warn">≠ ${word(desk.codes, 'storageGapKinds', kind)}</p>`)}
    </div>
  </li>`;
}

function facts(desk: Desk, { type, event }: SiteLine): string {
  const { boxes, seals, intact, observers, camera, up, who, people, stage, commander, contact, cordons } = event;
  return [
    boxes == null ? undefined : t('transport.boxes.n', { n: number(boxes) }),
    seals == null ? undefined : `${t('transport.seals')} ${seals.join(', ')}`,
    intact == null ? undefined : t(intact ? 'storage.intact' : 'storage.broken'),
    observers == null ? undefined : t('storage.observers.n', { n: number(observers) }),
    camera,
    up == null ? undefined : word(desk.codes, 'cameraStates', up ? 'UP' : 'DOWN'),
    who == null ? undefined : word(desk.codes, 'storageVisitors', who),
    people == null ? undefined : t('storage.people.n', { n: number(people) }),
    stage == null ? undefined : word(desk.codes, 'countingStages', stage),
    commander?.name,
    contact,
    ...(cordons ?? []).map(({ cordon, planned, actual }) => {
      const count = t('counting.strength', { n: actual ?? '–', planned: planned ?? '–' });
      return `${word(desk.codes, 'cordons', cordon)} ${count}`;
    }),
    ...[event.note, event.reason, event.text].map((text) => (text == null ? undefined : said(text))),
    type === 'counting-stage-corrected' && stage == null ? t('counting.notBegun') : undefined,
  ]
    .filter((fact) => fact !== undefined && fact !== null && fact !== '')
    .join(' · ');
}
