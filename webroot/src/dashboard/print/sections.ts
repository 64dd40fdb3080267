import { html, nothing, type TemplateResult } from 'lit';
import { word } from '../../core/codes.js';
import { lateRoutes } from '../../core/custody.js';
import { countRooms, inbox, newestFirst, roomsOf, stands } from '../../core/directives.js';
import { said } from '../../core/erasure.js';
import { counted, figure, percent } from '../../core/figures.js';
import { duration, moment, number } from '../../core/format.js';
import { arranged } from '../../core/levels.js';
import { unitLabel } from '../../core/place.js';
import type { Incident } from '../../core/protocol.js';
import { all, one } from '../../core/store.js';
import { t, type Word } from '../../i18n/index.js';
import { levelMark } from '../../ui/level-mark.js';
import { alarmsOf } from '../custody/overdue-rows.js';
import type { Desk } from '../desk.js';
import { following, leading, openByCode } from '../figure/glance.js';
import { rows } from '../matrix-rows.js';
import { openIncidents, silences, type Taken } from './taken.js';

/** A sheet is read on paper: what a page of it cannot hold any more is counted. */
const mostRows = 400;

type Cell = TemplateResult | string;

function table(title: Word, heads: readonly string[], lines: readonly (readonly Cell[])[]): TemplateResult {
  const left = lines.length - mostRows;
  return html`<section>
    <h2>${t(title)} <small>${number(lines.length)}</small></h2>
    ${
      lines.length === 0
        ? html`<p>${t('none')}</p>`
        : html`<table class="list">
            <thead>
              <tr>
                ${heads.map((head) => html`<th scope="col">${head}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${lines.slice(0, mostRows).map(
                (line) =>
                  html`<tr>
                    ${line.map((cell) => html`<td>${cell}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    ${left > 0 ? html`<p>${t('wall.more', { n: number(left) })}</p>` : nothing}
  </section>`;
}

export function figures({ store, at, scope }: Taken): TemplateResult {
  const tally = counted(store, scope);
  const codes = openByCode(tally)
    .map((open, code) => `${t('incident.code', { n: code })}: ${number(open)}`)
    .join(' · ');
  const shown = [...leading(tally, at), ...following(tally)];
  return html`<section>
    <h2>${t('figures.title')}</h2>
    <dl class="figures">
      ${shown.map(
        ({ name, word: called, value, unit, more }) =>
          html`<div data-figure=${name}>
            <dt>${t(called)}</dt>
            <dd><b>${value}</b> ${unit} ${more === undefined ? nothing : html`<small>${more}</small>`}</dd>
          </div>`,
      )}
      <div data-figure="open" class="wide">
        <dt>${t('figures.open')}</dt>
        <dd><b>${number(figure(tally, 'incidents.open'))}</b> ${t('unit.cases')} <small>${codes}</small></dd>
      </div>
    </dl>
  </section>`;
}

export function levels(desk: Desk, { store, at }: Taken): TemplateResult {
  const held = arranged(all(store, 'level').values()).filter(({ state }) => state === 'IN_FORCE');
  const lines = held.map((level): Cell[] => [
    unitLabel(store, level.unit),
    levelMark(desk.codes, level.level),
    moment(level.from, at),
    level.until == null ? '–' : moment(level.until, at),
    level.reason,
  ]);
  return table('sheet.levels', heads('matrix.unit', 'sheet.level', 'sheet.from', 'sheet.until', 'sheet.reason'), lines);
}

export function units(desk: Desk, { store, scope }: Taken): TemplateResult {
  const lines = rows(store, scope).map((row): Cell[] => [
    row.label,
    levelMark(desk.codes, row.level),
    `${number(row.onPost)} / ${number(row.planned)}`,
    `${number(row.reporting)} / ${number(row.due)}`,
    number(row.silent),
    percent(row.muster),
    number(row.codes[0] ?? 0),
    number(row.codes[1] ?? 0),
    number(row.open),
    number(row.unacknowledged),
  ]);
  if (lines.length === 0) return html``;
  const names = [
    ...heads('matrix.unit', 'sheet.level', 'sheet.onPost', 'sheet.reporting', 'figures.silent', 'figures.muster'),
    t('matrix.code', { n: 0 }),
    t('matrix.code', { n: 1 }),
    ...heads('matrix.open', 'matrix.unacknowledged'),
  ];
  return table('nav.matrix', names, lines);
}

/** Who has it in hand: the unit, its room if that is not the situation room, the teams at work. */
function hand(desk: Desk, { store }: Taken, { unit, handling, teams }: Incident): string {
  const room = handling === undefined || handling === 'SITUATION' ? '' : word(desk.codes, 'handlings', handling);
  return [unitLabel(store, unit), room, ...(teams ?? []).map(({ name }) => name)].filter(Boolean).join(' · ');
}

export function incidents(desk: Desk, taken: Taken, room?: string): TemplateResult {
  const { store, at } = taken;
  const lines = openIncidents(taken, room).map((incident): Cell[] => [
    html`<b>${incident.code}</b>`,
    incident.number,
    html`${word(desk.codes, 'incidentKinds', incident.incidentKind)} ${one(store, 'post', incident.post)?.name ?? ''}<br /><small
        >${said(incident.text)}</small
      >`,
    word(desk.codes, 'statuses', incident.status),
    hand(desk, taken, incident),
    `${moment(incident.recordedAt, at)} (${duration(at - Date.parse(incident.recordedAt))})`,
  ]);
  return table(
    room === undefined ? 'figures.open' : 'sheet.own',
    heads('sheet.code', 'sheet.number', 'sheet.what', 'incident.status', 'sheet.hand', 'incident.recorded'),
    lines,
  );
}

export function silent(taken: Taken): TemplateResult {
  const { store, at } = taken;
  const lines = silences(taken).map(({ id, neverReported, late, lostContact, since, acknowledgedBy }): Cell[] => [
    unitLabel(store, id),
    number(neverReported ?? 0),
    number(late ?? 0),
    number(lostContact ?? 0),
    moment(since, at),
    acknowledgedBy?.name ?? '–',
  ]);
  const names = heads('matrix.unit', 'sheet.never', 'sheet.late', 'sheet.lost', 'sheet.from', 'sheet.noted');
  return table('sheet.silent', names, lines);
}

export function directives(desk: Desk, { store, at }: Taken, room?: string): TemplateResult {
  const held = [...all(store, 'directive').values()].filter(stands).sort(newestFirst);
  const asked = new Set(inbox(store, room ?? '').map(({ directive }) => directive.id));
  const lines = held
    .filter(({ id }) => room === undefined || asked.has(id))
    .map((directive): Cell[] => {
      const { ACKNOWLEDGED, DONE } = countRooms(roomsOf(store, directive.id), () => false);
      return [
        directive.number,
        word(desk.codes, 'directiveUrgencies', directive.urgency),
        directive.title,
        moment(directive.issuedAt, at),
        directive.due == null ? '–' : moment(directive.due, at),
        t('sheet.rooms', { taken: number(ACKNOWLEDGED + DONE), done: number(DONE), of: number(directive.rooms) }),
      ];
    });
  const names = heads('sheet.number', 'sheet.urgency', 'sheet.what', 'sheet.from', 'sheet.due', 'sheet.progress');
  return table(room === undefined ? 'sheet.directives' : 'sheet.inbox', names, lines);
}

export function boxes(desk: Desk, { store, at, scope }: Taken): TemplateResult {
  const of = (name: string): string => number(figure(counted(store, scope), name));
  const states = t('sheet.boxes.states', {
    post: of('boxes.atPost'),
    route: of('boxes.onRoute'),
    centre: of('boxes.atCentre'),
    moving: of('routes.moving'),
    stopped: of('routes.stopped'),
    handed: of('routes.handedOver'),
  });
  const open = [...all(store, 'discrepancy').values()].filter(({ state }) => state === 'OPEN');
  const lines: Cell[][] = [
    ...alarmsOf(store).map((alarm): Cell[] => [
      t('changes.overdue'),
      unitLabel(store, alarm.id),
      t('changes.routes', { n: number(lateRoutes(alarm)) }),
      moment(alarm.since, at),
    ]),
    ...open.map((one): Cell[] => [
      t('changes.discrepancy'),
      unitLabel(store, one.unit),
      `${word(desk.codes, 'discrepancyKinds', one.discrepancyKind)} · ${one.number}`,
      moment(one.at, at),
    ]),
    ...[...all(store, 'storage-gap').values()].map((gap): Cell[] => [
      t('changes.gap'),
      one(store, 'post', gap.post)?.name ?? unitLabel(store, gap.unit),
      word(desk.codes, 'storageGapKinds', gap.gapKind),
      moment(gap.since, at),
    ]),
  ];
  return html`<section>
      <h2>${t('group.custody')}</h2>
      <p>${states}</p>
    </section>
    ${table('sheet.boxes', heads('sheet.what', 'matrix.unit', 'sheet.detail', 'sheet.from'), lines)}`;
}

/** What was reported upwards and nobody has received yet. */
export function upward({ store, at }: Taken): TemplateResult {
  const waiting = [...all(store, 'upward-report').values()].filter(({ receivedAt }) => receivedAt === undefined);
  const lines = waiting.map((report): Cell[] => [
    report.sent.number,
    unitLabel(store, report.from),
    unitLabel(store, report.to),
    moment(report.sentAt, at),
    report.text,
  ]);
  return table('sheet.upward', heads('sheet.number', 'sheet.sender', 'sheet.to', 'sheet.from', 'sheet.what'), lines);
}

const heads = (...words: readonly Word[]): string[] => words.map((name) => t(name));
