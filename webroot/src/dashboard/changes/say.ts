import type { Happened } from '../../core/changes.js';
import { word } from '../../core/codes.js';
import { lateRoutes } from '../../core/custody.js';
import { number } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import { opened, without, type Page, type Route } from '../route.js';

/** A happening in one line: what it is in a word, where, and the rest. */
export interface Said {
  readonly word: string;
  readonly where: string;
  readonly text: string;
  /** Somebody must act: said by a shape, colour repeats it. */
  readonly urgent: boolean;
  /** What opens on a click. */
  readonly route: Route;
}

export function say(desk: Desk, happened: Happened): Said {
  const { codes } = desk;
  const { store } = desk.live;
  const label = (unit: string): string => unitLabel(store, unit);
  const here = without(desk.route, ...opened);
  const to = (page: Page, more: Partial<Route> = {}): Route => ({ ...here, page, ...more });
  const told = (where: string, text: string, route: Route, urgent = false): Said => ({
    word: t(`changes.${happened.what}`),
    where,
    text,
    urgent,
    route,
  });
  switch (happened.what) {
    case 'reported':
    case 'escalated':
    case 'closed': {
      const { incident } = happened;
      const where = one(store, 'post', incident.post)?.name ?? label(incident.unit);
      const text = [
        t('incident.code', { n: incident.code }),
        incident.number,
        word(codes, 'incidentKinds', incident.incidentKind),
      ].join(' ');
      const urgent = happened.what !== 'closed' && incident.code <= 1 && incident.status === 'REPORTED';
      return told(where, text, { ...here, incident: incident.id }, urgent);
    }
    case 'proposed':
    case 'inForce':
    case 'lifted':
      return told(label(happened.level.unit), word(codes, 'levels', happened.level.level), to('levels'));
    case 'directed': {
      const { directive } = happened;
      const text = `${directive.number} ${directive.title}`;
      return told(
        label(directive.unit),
        text,
        to('directives', { directive: directive.id }),
        directive.urgency === 'FLASH',
      );
    }
    case 'convened':
    case 'begun': {
      const { conference } = happened;
      const text = `${conference.number} ${conference.title}`;
      return told(label(conference.unit), text, to('conferences', { conference: conference.id }));
    }
    case 'toldAbove': {
      const { report } = happened;
      return told(label(report.from), `${report.sent.number} → ${label(report.to)}`, to('upward'));
    }
    case 'silent': {
      const { neverReported = 0, late = 0, lostContact = 0, id } = happened.silence;
      const n = number(neverReported + late + lostContact);
      return told(label(id), t('changes.posts', { n }), to('silence'), lostContact > 0);
    }
    case 'heard':
      return told(label(happened.unit), t('changes.posts.all'), to('silence'));
    case 'overdue':
      return told(
        label(happened.overdue.id),
        t('changes.routes', { n: number(lateRoutes(happened.overdue)) }),
        to('transport'),
        true,
      );
    case 'caughtUp':
      return told(label(happened.unit), '', to('transport'));
    case 'discrepancy': {
      const { unit, discrepancyKind, number: route, id } = happened.discrepancy;
      const text = `${word(codes, 'discrepancyKinds', discrepancyKind)} · ${route}`;
      const open = one(store, 'discrepancy', id)?.state === 'OPEN';
      return told(label(unit), text, to('transport', { transport: happened.discrepancy.route }), open);
    }
    case 'gap': {
      const { post, gapKind } = happened.gap;
      const where = one(store, 'post', post)?.name ?? label(happened.gap.unit);
      return told(where, word(codes, 'storageGapKinds', gapKind), to('storages', { centre: post }), true);
    }
    case 'asked':
    case 'arrived': {
      const { unit, people } = happened.reserve;
      return told(label(unit), `${number(people)}${t('unit.people')}`, to('reserves'));
    }
    case 'phase':
      return told('', word(codes, 'phases', happened.phase), to('operation'));
  }
}
