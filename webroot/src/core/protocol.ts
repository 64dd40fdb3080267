import type { AlarmAcknowledgement } from './alarms.js';
import type { Case, CaseTally, Visit } from './cases.js';
import type { Box, Centre, Discrepancy, Overdue, Transport, TransportSettings } from './custody.js';
import type { Conference, ConferenceDecision, ConferenceNote, ConferenceRoom } from './conferences.js';
import type { Directive, DirectivePosts, DirectiveRoom, DirectiveSettings } from './directives.js';
import type {
  AttachmentList,
  ClosureRequest,
  Deployment,
  Duty,
  Force,
  Handover,
  IncidentSettings,
  Level,
  LevelPlan,
  Muster,
  ReportPlan,
  Presence,
  Reserve,
  SentTeam,
  Silence,
  UpwardReport,
  Team,
  Watch,
} from './entities.js';
import type { Erasure } from './erasure.js';
import type { CountingCentre, Storage, StorageAccess, StorageDetail, StorageGap, StorageSettings } from './sites.js';
import type { OperationClock } from './operation.js';

/** The shapes of docs/protocol.md. Entities may carry more fields than are named here; unknown ones are kept. */

export type Key = `${string}/${string}`;

export interface Entity {
  readonly kind: string;
  readonly id: string;
  readonly seq: number;
}

export interface Operation extends Entity {
  readonly kind: 'operation';
  readonly name: string;
  readonly operationKind: 'ELECTION' | 'DRILL';
  readonly state: OperationState;
  readonly clock: OperationClock;
  readonly phase?: string | null;
  readonly phaseSince?: string | null;
  readonly timetable?: readonly PlannedPhase[];
  readonly settings?: Settings;
  readonly openedAt?: string | null;
  readonly closedAt?: string | null;
}

export type OperationState = 'PREPARED' | 'OPEN' | 'CLOSED' | 'ARCHIVED';

export interface PlannedPhase {
  readonly id?: string;
  readonly phase: string;
  readonly from: string;
}

/** How often posts of a kind report in a phase, and when their silence is noticed. */
export interface SilenceRule {
  readonly kind: string;
  readonly phase: string;
  readonly everyMinutes: number;
  readonly lateMinutes: number;
  readonly lostMinutes: number;
}

export interface Settings {
  readonly confirmHighLevels: boolean;
  readonly musterEssentialMinutes: number;
  readonly musterOthersMinutes: number;
  readonly silence: readonly SilenceRule[];
  readonly outagePosts: number;
  readonly outagePercent: number;
}

export interface Unit extends Entity {
  readonly kind: 'unit';
  readonly unitKind: 'HQ' | 'AGENCY' | 'STATION';
  readonly parent?: string;
  readonly korean: string;
  readonly english: string;
  readonly label: string;
  /** Place in the organisation's own list. */
  readonly order: number;
}

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where a post is, in words. */
export interface Words {
  readonly province?: string | null;
  readonly district?: string | null;
  readonly dong?: string | null;
  readonly place?: string | null;
  readonly address?: string | null;
  readonly floor?: string | null;
}

/** Of the post of the same id; only stations are sent it, and whoever must say which station a post belongs to. */
export interface Place extends Entity, Words {
  readonly kind: 'place';
}

/** The words come with it only when it was looked up, not in a picture. */
export interface Post extends Entity, Words {
  readonly kind: 'post';
  readonly unit: string;
  readonly postKind: string;
  readonly name: string;
  readonly position?: Position;
  readonly jurisdiction: 'MAPPED' | 'AMBIGUOUS' | 'UNMAPPED';
  readonly candidates?: readonly string[];
}

export interface Person {
  readonly account?: string;
  readonly name?: string;
  readonly unit?: string;
}

export interface Incident extends Entity {
  readonly kind: 'incident';
  readonly number: string;
  readonly unit: string;
  /** Which of the unit's rooms has it in hand. */
  readonly handling?: string;
  /** What one must be cleared for to see it. */
  readonly clearance?: string;
  /** Further units that see it and may comment. */
  readonly sharedWith?: readonly string[];
  readonly post?: string;
  readonly position?: Position;
  readonly incidentKind: string;
  /** 0 to 4, 0 the most urgent: the rooms' own 112 code. */
  readonly code: number;
  readonly text: string;
  readonly status: string;
  readonly veracity?: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** When its clocks began: recorded, or last reopened. */
  readonly waitingSince?: string;
  readonly source: string;
  /** Where on the net it stands; http or https. */
  readonly sourceLink?: string;
  /** What the watch over the net found. */
  readonly monitoring?: string;
  readonly callNumber?: string;
  readonly reportedBy?: Person;
  readonly enteredBy?: Person;
  readonly acknowledgedAt?: string;
  readonly acknowledgedBy?: Person | string;
  readonly resolvedAt?: string;
  readonly closureRequest?: ClosureRequest | null;
  readonly closedAt?: string;
  readonly outcome?: string;
  /** The unit above that was told because it waited too long. */
  readonly escalatedTo?: string | null;
  readonly escalatedAt?: string | null;
  readonly teams?: readonly SentTeam[];
  readonly duplicateOf?: string | null;
  readonly duplicates?: readonly string[];
  readonly links?: readonly string[];
  readonly remarks?: number;
  /** In the order of their ordinals. */
  readonly upwardReports?: readonly string[];
  readonly reopened?: number;
}

export interface Tally extends Entity {
  readonly kind: 'tally';
  readonly figures: Readonly<Record<string, number>>;
  readonly oldestUnacknowledged?: string;
}

/** As a tally, of what only those see who are cleared. */
export interface ClearedTally extends Entity {
  readonly kind: 'tally-protection' | 'tally-restricted';
  readonly figures: Readonly<Record<string, number>>;
  readonly oldestUnacknowledged?: string;
}

export interface Kinds {
  operation: Operation;
  unit: Unit;
  post: Post;
  place: Place;
  incident: Incident;
  attachments: AttachmentList;
  'upward-report': UpwardReport;
  handover: Handover;
  team: Team;
  'incident-settings': IncidentSettings;
  tally: Tally;
  'tally-protection': ClearedTally;
  'tally-restricted': ClearedTally;
  case: Case;
  'tally-cases': CaseTally;
  visit: Visit;
  level: Level;
  'level-plan': LevelPlan;
  muster: Muster;
  force: Force;
  deployment: Deployment;
  duty: Duty;
  presence: Presence;
  reserve: Reserve;
  erasure: Erasure;
  watch: Watch;
  'report-plan': ReportPlan;
  silence: Silence;
  'alarm-acknowledgement': AlarmAcknowledgement;
  route: Transport;
  centre: Centre;
  discrepancy: Discrepancy;
  overdue: Overdue;
  box: Box;
  storage: Storage;
  'storage-detail': StorageDetail;
  'storage-gap': StorageGap;
  'storage-access': StorageAccess;
  counting: CountingCentre;
  directive: Directive;
  'directive-room': DirectiveRoom;
  'directive-posts': DirectivePosts;
  'directive-settings': DirectiveSettings;
  'transport-settings': TransportSettings;
  'storage-settings': StorageSettings;
  conference: Conference;
  'conference-room': ConferenceRoom;
  'conference-note': ConferenceNote;
  'conference-decision': ConferenceDecision;
}

export interface Change {
  readonly type: 'change';
  readonly after: string;
  readonly upTo: string;
  readonly at: string;
  readonly reset?: boolean;
  readonly put: readonly Entity[];
  readonly drop: readonly string[];
}

export interface Tick {
  readonly type: 'tick';
  readonly upTo: string;
  readonly at: string;
  /** Milliseconds since the node last confirmed the primary's head. */
  readonly age: number;
}

export interface Bye {
  readonly type: 'bye';
  readonly code: string;
  readonly reason: string;
}

export type Frame = Change | Tick | Bye;

/** The seq of a cursor `<seq>.<hash prefix>`, or -1 when it is none. */
export function seqOf(cursor: string | undefined): number {
  const seq = Number.parseInt(cursor?.split('.')[0] ?? '', 10);
  return Number.isSafeInteger(seq) ? seq : -1;
}
