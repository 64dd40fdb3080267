import { language } from '../i18n/index.js';
import type { ReportForm } from './forms.js';

export interface CodeWord {
  readonly code: string | number;
  readonly ko: string;
  readonly en: string;
  /** Of a level: says it without colour. */
  readonly shape?: string;
}

/** Code tables and their words come from the server only, so that both ends hold the same table. */
export interface Codes {
  readonly incidentKinds: readonly CodeWord[];
  readonly urgencies: readonly CodeWord[];
  readonly sources: readonly CodeWord[];
  readonly monitorings: readonly CodeWord[];
  readonly handlings: readonly CodeWord[];
  readonly clearances: readonly CodeWord[];
  readonly statuses: readonly CodeWord[];
  readonly veracities: readonly CodeWord[];
  readonly teamStates: readonly CodeWord[];
  readonly outcomes: readonly CodeWord[];
  readonly crimeKinds: readonly CodeWord[];
  readonly caseOrigins: readonly CodeWord[];
  readonly caseStages: readonly CodeWord[];
  readonly postKinds: readonly CodeWord[];
  readonly roles: readonly CodeWord[];
  readonly levels: readonly CodeWord[];
  readonly levelStates: readonly CodeWord[];
  readonly phases: readonly CodeWord[];
  readonly operationStates: readonly CodeWord[];
  readonly forceKinds: readonly CodeWord[];
  readonly deploymentStates: readonly CodeWord[];
  readonly reserveStates: readonly CodeWord[];
  readonly postStates: readonly CodeWord[];
  readonly visitAskers: readonly CodeWord[];
  readonly reportKinds: readonly CodeWord[];
  /** Kinds of report, and the arrival. */
  readonly signsOfLife: readonly CodeWord[];
  readonly levelNeeds: readonly CodeWord[];
  readonly leaveRules: readonly CodeWord[];
  readonly levelWarnings: readonly CodeWord[];
  readonly erasureStates: readonly CodeWord[];
  readonly erasureBases: readonly CodeWord[];
  readonly transportKinds: readonly CodeWord[];
  readonly transportStates: readonly CodeWord[];
  readonly custodySides: readonly CodeWord[];
  readonly discrepancyKinds: readonly CodeWord[];
  readonly alarmKinds: readonly CodeWord[];
  readonly discrepancyStates: readonly CodeWord[];
  readonly boxHands: readonly CodeWord[];
  readonly overdueKinds: readonly CodeWord[];
  readonly storageStates: readonly CodeWord[];
  readonly storageGapKinds: readonly CodeWord[];
  readonly storageVisitors: readonly CodeWord[];
  readonly cameraStates: readonly CodeWord[];
  readonly countingStages: readonly CodeWord[];
  readonly cordons: readonly CodeWord[];
  readonly directiveUrgencies: readonly CodeWord[];
  readonly directiveStates: readonly CodeWord[];
  readonly directiveRoomStates: readonly CodeWord[];
  readonly conferenceStates: readonly CodeWord[];
  readonly liaisonMatters: readonly CodeWord[];
  /** Election commissions by the codes that accounts and shares name them with. */
  readonly commissions: readonly CodeWord[];
  readonly reportForms?: readonly ReportForm[];
}

export type Table = Exclude<keyof Codes, 'reportForms'>;

/** The entries of a table, in its own order; none while the server has not said. */
export function entries(codes: Codes | undefined, table: Table): readonly CodeWord[] {
  return (codes?.[table] as readonly CodeWord[] | undefined) ?? [];
}

/** The word of a code in the language chosen; the code itself while there is none. */
export function word(codes: Codes | undefined, table: Table, code: string | number | undefined): string {
  if (code === undefined) return '';
  const found = entries(codes, table).find((entry) => String(entry.code) === String(code));
  return found?.[language()] ?? String(code);
}
