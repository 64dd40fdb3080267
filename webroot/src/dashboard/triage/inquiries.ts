import { Problem } from '../../core/api.js';
import { entries, word } from '../../core/codes.js';
import { labelOf } from '../../core/forms.js';
import type { Incident, Unit } from '../../core/protocol.js';
import { inside, units, type Page } from '../../core/remote.js';
import { all } from '../../core/store.js';
import { language, t, type Word } from '../../i18n/index.js';
import type { Field, Given, Inquiry } from '../../ui/question.js';
import type { Desk } from '../desk.js';
import type { Act } from './acts.js';

/** What is asked in words, before an act becomes a command. */
export type Take = (body: Readonly<Record<string, unknown>>) => void;

const options = (desk: Desk, table: 'outcomes' | 'incidentKinds' | 'urgencies'): [string, string][] =>
  entries(desk.codes, table).map((entry) => [String(entry.code), labelOf(entry)]);

const titled = (name: Word, targets: readonly Incident[]): string => {
  const [first] = targets;
  return `${t(name)} · ${targets.length === 1 ? (first?.number ?? '') : t('bulk.count', { n: targets.length })}`;
};

const reason = (value?: string): Field => ({
  name: 'reason',
  label: t('ask.reason'),
  type: 'text',
  ...(value === undefined ? {} : { value }),
});

export function closing(desk: Desk, targets: readonly Incident[], take: Take): Inquiry {
  return {
    title: titled('act.close', targets),
    fields: [
      { name: 'outcome', label: t('act.close.outcome'), type: 'choice', options: options(desk, 'outcomes') },
      { name: 'note', label: t('act.close.text'), type: 'lines', optional: true },
    ],
    send: t('act.close'),
    take,
  };
}

/** The reason stands already as it mostly is, and may be changed. */
export function judging(desk: Desk, veracity: string, take: Take): Inquiry {
  const usual: Readonly<Record<string, Word>> = {
    CONFIRMED: 'act.judge.CONFIRMED',
    UNFOUNDED: 'act.judge.UNFOUNDED',
    UNVERIFIED: 'act.judge.UNVERIFIED',
  };
  const known = usual[veracity];
  return {
    title: `${t('act.judge')} · ${word(desk.codes, 'veracities', veracity)}`,
    fields: [reason(known === undefined ? undefined : t(known))],
    send: t('act.send'),
    take: (given) => take({ veracity, reason: given['reason'] }),
  };
}

export function words(act: 'comment' | 'dispatch' | 'resolve', targets: readonly Incident[], take: Take): Inquiry {
  const name = act === 'comment' ? 'text' : 'note';
  const optional = act === 'resolve';
  return {
    title: titled(`act.${act}`, targets),
    fields: [{ name, label: t(`act.${act}.text`), type: optional ? 'text' : 'lines', optional }],
    send: t('act.send'),
    take,
  };
}

export function reasons(act: 'return' | 'false' | 'reopen', targets: readonly Incident[], take: Take): Inquiry {
  return {
    title: titled(`act.${act}`, targets),
    text: t(`act.${act}.text`),
    fields: [reason()],
    send: t(`act.${act}`),
    take,
  };
}

/** Only what differs from what stands is sent; of many, what was chosen. */
export function correcting(desk: Desk, targets: readonly Incident[], take: Take): Inquiry {
  const single = targets.length === 1 ? targets[0] : undefined;
  const stands = (name: string, value: string | undefined): object => (value === undefined ? {} : { [name]: value });
  return {
    title: titled('act.correct', targets),
    fields: [
      {
        name: 'kind',
        label: t('incident.kind'),
        type: 'choice',
        options: options(desk, 'incidentKinds'),
        optional: single === undefined,
        ...stands('value', single?.incidentKind),
      },
      {
        name: 'code',
        label: t('enter.code'),
        type: 'choice',
        options: options(desk, 'urgencies'),
        optional: single === undefined,
        ...stands('value', single === undefined ? undefined : String(single.code)),
      },
      reason(),
    ],
    send: t('act.correct'),
    take: ({ kind, code, reason: why }) => {
      const changed = {
        ...(kind === undefined || kind === single?.incidentKind ? {} : { kind }),
        ...(code === undefined || code === String(single?.code) ? {} : { code: Number(code) }),
      };
      if (Object.keys(changed).length === 0) throw new Problem(409, 'nothing-changed', '');
      take({ ...changed, reason: why });
    },
  };
}

/** To any unit of the tree: those of one's own agency first. */
export async function transferring(desk: Desk, targets: readonly Incident[], take: Take): Promise<Inquiry> {
  const tree = await units(desk.api, desk.operation?.id ?? '');
  const from = tree.find(({ id }) => id === targets[0]?.unit);
  const near = (unit: Unit): number => (unit.id === from?.parent ? 0 : unit.parent === from?.parent ? 1 : 2);
  const to = tree.filter(({ id }) => targets.length > 1 || id !== from?.id).sort((a, b) => near(a) - near(b));
  return {
    title: titled('act.transfer', targets),
    fields: [
      {
        name: 'unit',
        label: t('incident.unit'),
        type: 'choice',
        options: to.map((unit): [string, string] => [unit.id, language() === 'ko' ? unit.korean : unit.english]),
      },
      reason(),
    ],
    send: t('act.transfer'),
    take,
  };
}

/** Units that do not see it yet: those of one's own agency first. */
export async function sharing(desk: Desk, incident: Incident, take: Take): Promise<Inquiry> {
  const tree = await units(desk.api, desk.operation?.id ?? '');
  const from = tree.find(({ id }) => id === incident.unit);
  const near = (unit: Unit): number => (unit.parent === from?.parent ? 0 : 1);
  const others = tree
    .filter(({ id }) => !above(tree, incident.unit).includes(id) && incident.sharedWith?.includes(id) !== true)
    .sort((a, b) => near(a) - near(b));
  return {
    title: titled('act.share', [incident]),
    text: t('act.share.text'),
    fields: [
      {
        name: 'unit',
        label: t('incident.unit'),
        type: 'choice',
        options: [
          ...others.map((unit): [string, string] => [unit.id, language() === 'ko' ? unit.korean : unit.english]),
          ...commissions(desk, incident),
        ],
      },
      reason(),
    ],
    send: t('act.share'),
    take,
  };
}

/** Election commissions that it may be shared with: nothing that is restricted leaves the police. */
const commissions = (desk: Desk, incident: Incident): [string, string][] =>
  (incident.clearance ?? 'GENERAL') === 'GENERAL'
    ? entries(desk.codes, 'commissions')
        .filter(({ code }) => incident.sharedWith?.includes(String(code)) !== true)
        .map((entry): [string, string] => [String(entry.code), entry[language()]])
    : [];

export const unshare = (incident: Incident, unit: string, take: Take): Inquiry => ({
  title: `${titled('act.unshare', [incident])} · ${unit}`,
  text: t('act.unshare.text'),
  fields: [reason()],
  send: t('act.unshare'),
  take,
});

export function restricting(desk: Desk, incident: Incident, clearance: string, take: Take): Inquiry {
  const lifts = clearance === 'GENERAL';
  return {
    title: `${titled('act.restrict', [incident])} · ${lifts ? t('act.restrict.lift') : word(desk.codes, 'clearances', clearance)}`,
    text: t(lifts ? 'act.restrict.lift.text' : 'act.restrict.text'),
    fields: [reason()],
    send: t('act.send'),
    take: (given) => take({ clearance, reason: given['reason'] }),
  };
}

/** A unit and all above it. */
export function above(tree: readonly Unit[], code: string | undefined): string[] {
  const unit = tree.find(({ id }) => id === code);
  return unit === undefined ? [] : [unit.id, ...above(tree, unit.parent)];
}

export const merging = (desk: Desk, targets: readonly Incident[], take: Take): Inquiry =>
  byNumber(desk, 'merge', targets, (into) => take({ into }));

export const linking = (desk: Desk, targets: readonly Incident[], take: Take): Inquiry =>
  byNumber(desk, 'link', targets, (other) => take({ other }));

function byNumber(desk: Desk, act: Act, targets: readonly Incident[], take: (id: string) => void): Inquiry {
  return {
    title: titled(`act.${act}`, targets),
    fields: [{ name: 'number', label: t('act.number'), type: 'text', hint: t('act.number.hint') }],
    send: t(`act.${act}`),
    preview: async (given: Given) => {
      if ((given['number'] ?? '') === '') return [];
      const found = await find(desk, given['number'] ?? '');
      const kind = word(desk.codes, 'incidentKinds', found.incidentKind);
      return [{ text: `${found.number} ${kind} · ${word(desk.codes, 'statuses', found.status)} · ${found.text}` }];
    },
    take: async (given) => take((await find(desk, given['number'] ?? '')).id),
  };
}

/** The one incident that a number names, whole or by its last digits. */
async function find(desk: Desk, number: string): Promise<Incident> {
  const held = named([...all(desk.live.store, 'incident').values()], number);
  if (held.length === 1 && held[0] !== undefined) return held[0];
  if (held.length > 1) throw new Problem(409, 'several-incidents', '');
  const path = `${inside(desk.operation?.id ?? '')}/incidents`;
  const found = named((await desk.api.get<Page<Incident>>(path, { q: number, limit: 50 })).items, number);
  if (found.length > 1) throw new Problem(409, 'several-incidents', '');
  if (found[0] === undefined) throw new Problem(404, 'unknown-incident', '');
  return found[0];
}

export function named(incidents: readonly Incident[], number: string): Incident[] {
  const asked = number.trim();
  const whole = incidents.filter((incident) => incident.number === asked);
  if (whole.length > 0 || !/^\d{1,6}$/.test(asked)) return whole;
  return incidents.filter((incident) => incident.number.endsWith(`-${asked.padStart(4, '0')}`));
}
