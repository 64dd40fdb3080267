import { entries, word } from '../../core/codes.js';
import type { Team } from '../../core/entities.js';
import { labelOf } from '../../core/forms.js';
import { moment } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import type { Incident } from '../../core/protocol.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import { otherClearances } from './acts.js';

/** One thing to choose, by its digit or by the mouse. */
export interface Choice {
  readonly code: string;
  readonly words: string;
  readonly hint?: string;
  /** Enter chooses it. */
  readonly standard?: boolean;
  readonly pick: () => void;
}

export type Sendable = Pick<Team, 'id' | 'unit' | 'name' | 'incident' | 'state'>;

/** How it ended, in the table's own order, so that a digit always means the same; the last is with a note. */
export function outcomes(
  desk: Desk,
  targets: readonly Incident[],
  take: (body: Readonly<Record<string, unknown>>) => void,
  withNote: () => void,
): Choice[] {
  const requested = targets.length === 1 ? targets[0]?.closureRequest?.outcome : undefined;
  const stock = entries(desk.codes, 'outcomes').map((outcome): Choice => {
    const code = String(outcome.code);
    const asked = code === requested;
    return {
      code,
      words: labelOf(outcome),
      ...(asked ? { hint: t('act.close.requested'), standard: true } : {}),
      pick: () => take({ outcome: code }),
    };
  });
  return [...stock, { code: 'note', words: t('act.close.note'), pick: withNote }];
}

/** Every judgement but the one that stands. */
export function veracities(desk: Desk, targets: readonly Incident[], take: (veracity: string) => void): Choice[] {
  const stands = targets.length === 1 ? targets[0]?.veracity : undefined;
  return entries(desk.codes, 'veracities')
    .map((veracity) => ({ code: String(veracity.code), words: labelOf(veracity) }))
    .sort((a, b) => Number(a.code === 'UNVERIFIED') - Number(b.code === 'UNVERIFIED'))
    .filter(({ code }) => code !== stands)
    .map((veracity) => ({ ...veracity, pick: () => take(veracity.code) }));
}

/** What it can be restricted to, or that this ends. */
export function clearances(desk: Desk, incident: Incident, take: (clearance: string) => void): Choice[] {
  return otherClearances(incident, desk.asking).map((clearance) => ({
    code: clearance,
    words: clearance === 'GENERAL' ? t('act.restrict.lift') : word(desk.codes, 'clearances', clearance),
    hint: t(`act.restrict.${clearance === 'GENERAL' ? 'general' : 'cleared'}`),
    pick: () => take(clearance),
  }));
}

interface TeamSteps {
  readonly send: (body: Readonly<Record<string, unknown>>) => void;
  readonly move: (team: string, to: 'ON_SCENE' | 'CLEARED') => void;
}

/** First what those at work do next, then the free ones, then those that are to be taken from elsewhere. */
export function teams(desk: Desk, incident: Incident, held: readonly Sendable[], steps: TeamSteps): Choice[] {
  const sent = (incident.teams ?? []).flatMap(({ team, name, state }): Choice[] => {
    const go = (to: 'ON_SCENE' | 'CLEARED'): Choice => ({
      code: `${team} ${to}`,
      words: `${name} ${t(to === 'ON_SCENE' ? 'act.arrive' : 'act.clear')}`,
      hint: word(desk.codes, 'teamStates', state),
      pick: () => steps.move(team, to),
    });
    return state === 'EN_ROUTE' ? [go('ON_SCENE'), go('CLEARED')] : [go('CLEARED')];
  });
  const others = held.filter((team) => team.incident !== incident.id).sort(inOrder);
  return [...sent, ...others.map((team) => sending(desk, team, steps))];
}

function sending(desk: Desk, team: Sendable, steps: TeamSteps): Choice {
  const busy = team.incident != null;
  const at = one(desk.live.store, 'incident', team.incident ?? undefined)?.number ?? '';
  return {
    code: team.id,
    words: team.name,
    hint: busy
      ? t('act.team.busy', { number: at, state: word(desk.codes, 'teamStates', team.state ?? undefined) })
      : t('act.team.free'),
    pick: () => steps.send(busy ? { team: team.id, evenBusy: true } : { team: team.id }),
  };
}

const inOrder = (a: Sendable, b: Sendable): number =>
  Number(a.incident != null) - Number(b.incident != null) || a.name.localeCompare(b.name, 'ko');

interface MergeSteps {
  readonly into: (incident: string) => void;
  readonly byNumber: () => void;
}

/** Incidents that likely tell of the same, the nearest in time first; the last is any other, by its number. */
export function duplicates(
  desk: Desk,
  targets: readonly Incident[],
  similar: readonly Incident[],
  steps: MergeSteps,
): Choice[] {
  const likely = similar
    .filter((other) => targets.every(({ id }) => id !== other.id))
    .map((other): Choice => ({
      code: other.id,
      words: `${other.number} · ${moment(other.occurredAt, desk.asOf)} · ${unitLabel(desk.live.store, other.unit)}`,
      hint: other.text,
      pick: () => steps.into(other.id),
    }));
  return [...likely.slice(0, 8), { code: 'number', words: t('act.merge.number'), pick: steps.byNumber }];
}
