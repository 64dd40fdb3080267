import { countOf, type Alarm, type Cause } from '../../core/alarms.js';
import { word } from '../../core/codes.js';
import { duration, moment, number } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { one, type Store } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import { ordinalWord } from '../triage/upward.js';
import type { Notice } from './notices.js';

/** So many places are named before the rest is counted. */
const named = 2;

export const idOf = (subject: string): string => subject.slice(subject.indexOf('/') + 1);

export const kindWord = (desk: Desk, { kind }: Alarm): string =>
  kind === 'PICTURE_STALE' ? t('alarm.PICTURE_STALE') : word(desk.codes, 'alarmKinds', kind);

/** What it is about: the one thing, or how many and where. */
export function about(desk: Desk, store: Store, alarm: Alarm): string {
  const [cause] = alarm.causes;
  if (alarm.causes.length === 1 && cause !== undefined) return single(desk, store, cause);
  const count = t(alarm.kind === 'LOST_CONTACT' ? 'alarm.posts' : 'alarm.count', { n: number(countOf(alarm)) });
  return `${count} · ${places(store, alarm)}`;
}

/** For how long it has been so, by the operation's clock. */
export const lasting = (alarm: Alarm, now: number): string => {
  const began = Math.min(...alarm.causes.map(({ since }) => since));
  return t('alarm.since', { for: duration(now - began) });
};

/** Who took note, and when. */
export function notedWords(desk: Desk, store: Store, { noted }: Alarm): string {
  if (noted === undefined) return '';
  const who = [noted.by?.name, unitLabel(store, noted.by?.unit)].filter(Boolean).join(' ');
  return t('alarm.noted', { at: moment(noted.at, desk.asOf), who });
}

/** For a screen that others may look at: the kind and the units; nobody's name, no words of a report, nothing of what is restricted. */
export const noticeOf = (desk: Desk, store: Store, alarm: Alarm): Notice => ({
  title: `${t(`alarm.severity.${alarm.severity}`)} · ${kindWord(desk, alarm)}`,
  body: alarm.causes.some(({ subject }) => restricted(store, subject)) ? t('alarm.restricted') : places(store, alarm),
});

function restricted(store: Store, subject: string): boolean {
  const report = one(store, 'upward-report', idOf(subject));
  const incident = one(store, 'incident', report?.incident ?? idOf(subject));
  return (incident?.clearance ?? 'GENERAL') !== 'GENERAL' || (report !== undefined && incident === undefined);
}

function places(store: Store, alarm: Alarm): string {
  const labels = [...new Set(alarm.causes.map(({ subject }) => unitLabel(store, unitOf(store, subject))))];
  const rest = labels.length - named;
  return [...labels.slice(0, named), ...(rest > 0 ? [t('alarm.others', { n: number(rest) })] : [])].join(' ');
}

/** Where it is; of a directive who gave it. */
function unitOf(store: Store, subject: string): string {
  const id = idOf(subject);
  const kind = subject.slice(0, subject.indexOf('/'));
  switch (kind) {
    case 'incident':
    case 'route':
    case 'discrepancy':
    case 'storage-gap':
    case 'muster':
    case 'directive':
      return one(store, kind, id)?.unit ?? '';
    case 'upward-report':
      return one(store, 'upward-report', id)?.from ?? '';
    default:
      return id;
  }
}

function single(desk: Desk, store: Store, cause: Cause): string {
  const id = idOf(cause.subject);
  const where = unitLabel(store, unitOf(store, cause.subject));
  const { codes } = desk;
  switch (cause.kind) {
    case 'INCIDENT_CODE_0':
    case 'INCIDENT_CODE_1':
    case 'INCIDENT_ESCALATED':
    case 'INCIDENT_ESCALATED_URGENT': {
      const incident = one(store, 'incident', id);
      const place = one(store, 'post', incident?.post)?.name ?? where;
      return joined(incident?.number, word(codes, 'incidentKinds', incident?.incidentKind), place);
    }
    case 'UPWARD_REPORT': {
      const report = one(store, 'upward-report', id);
      if (report === undefined) return where;
      return joined(report.sent.number, ordinalWord(report.ordinal, report.last), where);
    }
    case 'LEVEL_ORDER':
      return joined(word(codes, 'levels', one(store, 'muster', id)?.level), where);
    case 'DIRECTIVE':
      return joined(one(store, 'directive', id)?.number, one(store, 'directive', id)?.title);
    case 'ROUTE_STOPPED': {
      const route = one(store, 'route', id);
      return joined(route?.number, route?.toName, where);
    }
    case 'DISCREPANCY': {
      const found = one(store, 'discrepancy', id);
      return joined(found?.number, word(codes, 'discrepancyKinds', found?.discrepancyKind), where);
    }
    case 'STORAGE_GAP':
    case 'SEAL_DIFFERS': {
      const gap = one(store, 'storage-gap', id);
      return joined(one(store, 'post', gap?.post)?.name ?? where, word(codes, 'storageGapKinds', gap?.gapKind));
    }
    case 'LOST_CONTACT':
      return joined(where, t('alarm.posts', { n: number(cause.count ?? 1) }));
    case 'ROUTE_OVERDUE':
      return joined(where, t('alarm.count', { n: number(cause.count ?? 1) }));
    case 'OUTAGE':
    case 'PICTURE_STALE':
      return where;
  }
}

const joined = (...texts: readonly (string | undefined)[]): string =>
  texts.filter((text) => text !== undefined && text !== '').join(' · ');
