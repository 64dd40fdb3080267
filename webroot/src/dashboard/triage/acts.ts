import type { Incident } from '../../core/protocol.js';
import type { Word } from '../../i18n/index.js';

/** What a room does with an incident. */
export type Act =
  | 'acknowledge'
  | 'team'
  | 'dispatch'
  | 'resolve'
  | 'close'
  | 'return'
  | 'merge'
  | 'link'
  | 'judge'
  | 'correct'
  | 'transfer'
  | 'comment'
  | 'report'
  | 'share'
  | 'restrict'
  | 'false'
  | 'reopen';

interface Rule {
  /** Its key: the letter's place on the keyboard. */
  readonly key: string;
  /** The action that an account needs. */
  readonly duty: string;
  readonly statuses: ReadonlySet<string>;
  /** Its name for many incidents at once; none where it concerns one only. */
  readonly bulk?: string;
}

const working = ['REPORTED', 'ACKNOWLEDGED', 'DISPATCHED', 'ON_SCENE'];
const ending = [...working, 'RESOLVED'];
const open = [...ending, 'CLOSURE_REQUESTED'];
const over = ['CLOSED', 'DUPLICATE', 'FALSE_REPORT'];
const rule = (key: string, duty: string, statuses: readonly string[], bulk?: string): Rule => ({
  key,
  duty: `incident.${duty}`,
  statuses: new Set(statuses),
  ...(bulk === undefined ? {} : { bulk }),
});

/** In the order of the buttons; when each is possible is the server's table (`IncidentStatus`) once more. */
export const rules: Readonly<Record<Act, Rule>> = {
  acknowledge: rule('a', 'acknowledge', ['REPORTED'], 'ACKNOWLEDGE'),
  team: rule('s', 'dispatch', working),
  close: rule('c', 'close', open, 'CLOSE'),
  return: rule('b', 'approve-closure', ['CLOSURE_REQUESTED'], 'RETURN_CLOSURE'),
  merge: rule('m', 'triage', ending, 'MERGE'),
  judge: rule('v', 'triage', [...open, ...over], 'JUDGE'),
  resolve: rule('u', 'resolve', working, 'RESOLVE'),
  dispatch: rule('d', 'dispatch', working, 'DISPATCH'),
  comment: rule('r', 'comment', [...open, ...over], 'COMMENT'),
  report: rule('p', 'report-up', [...open, ...over]),
  correct: rule('e', 'triage', open, 'CORRECT'),
  transfer: rule('t', 'transfer', open, 'TRANSFER'),
  link: rule('l', 'triage', [...open, ...over], 'LINK'),
  share: rule('w', 'share', [...open, ...over]),
  restrict: rule('h', 'restrict', [...open, ...over]),
  false: rule('z', 'close', ending, 'FIND_FALSE'),
  reopen: rule('o', 'close', ['RESOLVED', ...over], 'REOPEN'),
};

export const acts = Object.keys(rules) as Act[];

export const isAct = (name: string): name is Act => Object.hasOwn(rules, name);

/** Who asks: what the account may do and see, whose incidents it works on, and whether a commander closes in this operation. */
export interface Asking {
  readonly may: (action: string) => boolean;
  readonly works: (handling: string) => boolean;
  readonly closureNeedsApproval: boolean;
  /** Beside the general one. */
  readonly clearances: readonly string[];
  /** Whether the unit is one's own or below it: what is only shared is not worked on. */
  readonly owns: (unit: string) => boolean;
  /** Whether there is a unit above to report to. */
  readonly superiors: boolean;
}

/** What of an incident decides which acts are possible. */
export type Standing = Pick<Incident, 'status'> & Partial<Pick<Incident, 'unit' | 'clearance' | 'handling'>>;

/** Whether this account only requests closures. */
export const requestsOnly = ({ may, closureNeedsApproval }: Asking): boolean =>
  closureNeedsApproval && !may('incident.approve-closure');

/** Whether another room has it in hand: then this account comments only. */
export const otherRoom = (act: Act, incident: Standing, asking: Asking): boolean =>
  act !== 'comment' && !asking.works(incident.handling ?? 'SITUATION');

/** Whether the act may be done with the incident now, by this account. */
export function possible(act: Act, incident: Standing, asking: Asking): boolean {
  const { duty, statuses } = rules[act];
  if (!asking.may(duty) || !statuses.has(incident.status) || otherRoom(act, incident, asking)) return false;
  if (act !== 'comment' && incident.unit !== undefined && !asking.owns(incident.unit)) return false;
  if (act === 'restrict') return otherClearances(incident, asking).length > 0;
  if (act === 'report') return asking.superiors;
  return !(act === 'close' && incident.status === 'CLOSURE_REQUESTED' && requestsOnly(asking));
}

/** What the incident may be restricted to by this account, the lifting included. */
export const otherClearances = ({ clearance = 'GENERAL' }: Standing, { clearances }: Asking): string[] =>
  ['GENERAL', ...clearances].filter((other) => other !== clearance);

export const offered = (incident: Standing, asking: Asking): Act[] =>
  acts.filter((act) => possible(act, incident, asking));

/** The name of what the act does: closing is a request where a commander closes. */
export const wordOf = (act: Act, asking: Asking): Word =>
  act === 'close' && requestsOnly(asking) ? 'act.requestClosure' : `act.${act}`;

/** One step, once nothing is left to ask: the path below the incident, its body, and the same for many. */
export interface Step {
  readonly act: Act;
  readonly name: Word;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly bulk?: string;
}

const paths: Readonly<Record<Act, string>> = {
  acknowledge: '/acknowledgement',
  team: '/teams',
  close: '/closure',
  return: '/closure/return',
  merge: '/merger',
  judge: '/veracity',
  resolve: '/resolution',
  dispatch: '/dispatches',
  comment: '/comments',
  report: '/upward-reports',
  share: '/shares',
  restrict: '/restriction',
  correct: '/correction',
  transfer: '/transfer',
  link: '/links',
  false: '/falsity',
  reopen: '/reopening',
};

export function step(act: Act, body: Readonly<Record<string, unknown>>, asking: Asking): Step {
  const request = act === 'close' && requestsOnly(asking);
  const bulk = request ? 'REQUEST_CLOSURE' : rules[act].bulk;
  return {
    act,
    name: wordOf(act, asking),
    path: request ? '/closure/request' : paths[act],
    body,
    ...(bulk === undefined ? {} : { bulk }),
  };
}

/** A team that is at work goes on: arrived, or free again. */
export const movement = (team: string, to: 'ON_SCENE' | 'CLEARED'): Step => ({
  act: 'team',
  name: to === 'ON_SCENE' ? 'act.arrive' : 'act.clear',
  path: `/teams/${encodeURIComponent(team)}/movement`,
  body: { to },
});

/** It is shared with that unit no longer. */
export const unsharing = (unit: string, body: Readonly<Record<string, unknown>>): Step => ({
  act: 'share',
  name: 'act.unshare',
  path: `/shares/${encodeURIComponent(unit)}/end`,
  body,
});
