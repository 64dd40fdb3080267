import type { Api, Query } from './api.js';
import type { Entity, Person } from './protocol.js';
import { inside, type Page } from './remote.js';

/** Election-crime cases and visits inside polling places (docs/protocol.md). Days are dates in Korea. */

export type CaseStage = 'PRE_INVESTIGATION' | 'CLOSED_BEFORE' | 'INVESTIGATION' | 'SENT' | 'NOT_SENT';

/** Numbers only; nobody's name is recorded. */
export interface CasePersons {
  readonly principals: number;
  readonly accomplices: number;
  readonly instigators: number;
}

export interface Case extends Entity {
  readonly kind: 'case';
  readonly number: string;
  readonly unit: string;
  readonly crimeKind: string;
  readonly origin: string;
  readonly electionDay: string;
  readonly actOn?: string | null;
  readonly summary: string;
  readonly stage: CaseStage;
  readonly stageSince: string;
  readonly persons: CasePersons;
  readonly incidents: readonly string[];
  /** The last day of the limitation. */
  readonly limitationOn: string;
  readonly limitationAlarm?: number | null;
  readonly openedAt: string;
  readonly openedBy: Person;
  readonly notes: number;
}

/** As a tally, but of cases only: held by those who are cleared for them. */
export interface CaseTally extends Entity {
  readonly kind: 'tally-cases';
  readonly figures: Readonly<Record<string, number>>;
}

export interface Visit extends Entity {
  readonly kind: 'visit';
  readonly post: string;
  readonly unit: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly enteredAt: string;
  /** Absent while they are inside. */
  readonly leftAt?: string | null;
  readonly officers: number;
  readonly inUniform: boolean;
  readonly reason: string;
  readonly incident?: string | null;
  readonly recordedBy: Person;
  readonly corrections: number;
}

/** Kinds of post where the police go in at somebody's request. */
export const insideKinds: ReadonlySet<string> = new Set(['POLLING_PLACE', 'EARLY_VOTING_PLACE', 'COUNTING_CENTRE']);

/** The most that one record of an entry holds. */
export const mostOfficers = 50;

/** Who usually asks the police into a post of the kind. */
export const usualAsker = (postKind: string): string =>
  postKind === 'EARLY_VOTING_PLACE' ? 'EARLY_POLL_MANAGER' : 'POLL_MANAGER';

/** Of a case's timeline: what its events say, each some of it. */
export interface CaseLineEvent {
  readonly number?: string;
  readonly text?: string | null;
  readonly note?: string | null;
  readonly reason?: string | null;
  readonly to?: CaseStage;
  readonly persons?: CasePersons;
  readonly unit?: string;
  readonly kind?: string | null;
  readonly origin?: string | null;
  readonly electionDay?: string | null;
  readonly actOn?: string | null;
  readonly summary?: string | null;
  readonly daysLeft?: number;
  readonly limitationOn?: string;
  readonly by?: Person | null;
}

export interface CaseLine {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly unit?: string;
  readonly event: CaseLineEvent;
}

export interface CaseHistory {
  readonly case: Case;
  readonly timeline: readonly CaseLine[];
}

export interface CaseFigures {
  readonly cases: number;
  readonly persons: number;
  readonly lines: readonly {
    readonly day: string;
    readonly unit: string;
    readonly crimeKind: string;
    readonly cases: number;
    readonly persons: number;
  }[];
}

/** Where each stage may go, as the server has it. */
export const nextStages: Readonly<Record<CaseStage, readonly CaseStage[]>> = {
  PRE_INVESTIGATION: ['INVESTIGATION', 'CLOSED_BEFORE'],
  CLOSED_BEFORE: [],
  INVESTIGATION: ['SENT', 'NOT_SENT'],
  SENT: [],
  NOT_SENT: ['INVESTIGATION'],
};

export const isOpen = (stage: CaseStage): boolean => stage === 'PRE_INVESTIGATION' || stage === 'INVESTIGATION';

export const personsOf = (persons: CasePersons): number =>
  persons.principals + persons.accomplices + persons.instigators;

const koreaMillis = 9 * 3_600_000;
const dayMillis = 86_400_000;

/** The day in Korea at a moment, as a date. */
export const koreanDay = (now: number): string => new Date(now + koreaMillis).toISOString().slice(0, 10);

/** Days from today in Korea to a date; 0 on the day itself, negative after it. */
export const daysLeft = (date: string, now: number): number =>
  Math.round((Date.parse(date) - Date.parse(koreanDay(now))) / dayMillis);

export const cases = (api: Api, operation: string, query: Query): Promise<Page<Case>> =>
  api.get<Page<Case>>(`${inside(operation)}/cases`, query);

export const caseHistory = (api: Api, operation: string, id: string): Promise<CaseHistory> =>
  api.get<CaseHistory>(`${inside(operation)}/cases/${encodeURIComponent(id)}`);

export const caseFigures = (api: Api, operation: string, unit: string): Promise<CaseFigures> =>
  api.get<CaseFigures>(`${inside(operation)}/cases/figures`, { unit });

/** Police inside a polling place, newest first. */
export const visits = (api: Api, operation: string, post: string, after?: string | number): Promise<Page<Visit>> =>
  api.get<Page<Visit>>(`${inside(operation)}/posts/${encodeURIComponent(post)}/visits`, { after, limit: 30 });
