import type { Entity, Person } from './protocol.js';

/** Entities of levels, people, posts and teams (docs/protocol.md). Instants are by the operation's clock. */

export type LevelState = 'PROPOSED' | 'PLANNED' | 'IN_FORCE' | 'LIFTED' | 'EXPIRED' | 'REFUSED';

export interface Level extends Entity {
  readonly kind: 'level';
  readonly unit: string;
  readonly level: string;
  readonly state: LevelState;
  readonly from: string;
  readonly until?: string | null;
  readonly reason: string;
  readonly urgent?: boolean;
  readonly step?: string | null;
  readonly declaredAt: string;
  readonly declaredBy?: Person | null;
  /** What is still missing. */
  readonly needs?: readonly ('CONFIRMATION' | 'APPROVAL')[];
  readonly confirmedBy?: Person | null;
  readonly approvedBy?: Person | null;
  readonly endedAt?: string | null;
  readonly endedBy?: Person | null;
  readonly endReason?: string | null;
}

/** A report about an incident to a unit above (1보·2보·최종보). */
export interface UpwardReport extends Entity {
  readonly kind: 'upward-report';
  readonly incident: string;
  /** 1 for 1보. */
  readonly ordinal: number;
  readonly last: boolean;
  readonly text: string;
  /** The incident as it stood when it was sent. */
  readonly sent: IncidentAsSent;
  readonly from: string;
  readonly to: string;
  readonly sentAt: string;
  readonly by: Person;
  readonly receivedAt?: string;
  readonly receivedBy?: Person;
}

export interface IncidentAsSent {
  readonly number: string;
  readonly unit: string;
  readonly kind: string;
  readonly code: number;
  readonly status: string;
  readonly veracity: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly acknowledgedAt?: string;
  readonly resolvedAt?: string;
  readonly closedAt?: string;
  readonly outcome?: string;
}

/** A room offered to the next shift (인계·인수). */
export interface Handover extends Entity {
  readonly kind: 'handover';
  readonly unit: string;
  readonly clearance: string;
  readonly note?: string;
  readonly items: readonly HandedIncident[];
  readonly by: Person;
  readonly at: string;
  readonly acceptedAt?: string;
  readonly acceptedBy?: Person;
}

export interface HandedIncident {
  readonly incident: string;
  readonly number: string;
  readonly kind: string;
  readonly code: number;
}

export interface PlannedLevel {
  readonly id?: string;
  readonly unit: string;
  readonly level: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

export interface LevelPlan extends Entity {
  readonly kind: 'level-plan';
  readonly steps: readonly PlannedLevel[];
}

/** One room's answer to one declaration: receipt, and how many of those ordered have mustered (응소). */
export interface Muster extends Entity {
  readonly kind: 'muster';
  readonly declaration: string;
  readonly unit: string;
  readonly level: string;
  readonly orderedAt: string;
  readonly ordered: number;
  readonly mustered: number;
  /** More was ordered than the level allows: shown, never refused. */
  readonly overCeiling?: boolean;
  readonly essentialDeadline?: string | null;
  readonly deadline?: string | null;
  readonly receivedAt?: string | null;
  readonly receivedBy?: Person | null;
  readonly reportedAt?: string | null;
  readonly note?: string | null;
  readonly endedAt?: string | null;
}

export interface Force extends Entity {
  readonly kind: 'force';
  readonly unit: string;
  readonly forceKind: string;
  readonly name: string;
  readonly strength: number;
  readonly onLeave: number;
  readonly training: number;
  readonly detached: number;
  readonly available: number;
  readonly reserveState?: 'AVAILABLE' | 'COMMITTED' | 'MOVING' | null;
  readonly request?: string | null;
  /** The unit that it was sent to. */
  readonly lentTo?: string | null;
}

export type DeploymentState = 'PLANNED' | 'EN_ROUTE' | 'ON_POST' | 'RELIEVED' | 'CANCELLED';

export interface Deployment extends Entity {
  readonly kind: 'deployment';
  readonly unit: string;
  readonly force?: string | null;
  /** One post, or the circuit in its order. */
  readonly posts: readonly string[];
  readonly planned: number;
  readonly present: number;
  readonly state: DeploymentState;
  readonly from: string;
  readonly until: string;
  /** The most that were there at once, or what a correction said. */
  readonly attended?: number;
  /** Its shift began, and nobody is on post. */
  readonly late?: boolean;
  /** Its force has fewer people available than are planned at once. */
  readonly doubled?: boolean;
  /** Its shift goes on after the stand-down. */
  readonly beyondEnd?: boolean;
  readonly plannedBy?: Person | null;
  readonly movedBy?: Person | null;
  readonly moveReason?: string | null;
  readonly correction?: Correction | null;
}

export interface Correction {
  readonly present?: number;
  readonly reason?: string | null;
  readonly by?: Person | null;
}

export interface Present extends Person {
  readonly at: string;
  readonly unplanned?: boolean;
}

export interface Duty extends Entity {
  readonly kind: 'duty';
  readonly unit: string;
  readonly deployments: readonly string[];
  readonly planned: number;
  readonly present: readonly Present[];
}

/** Where a person is; its id is the account's, of who has one. */
export interface Presence extends Entity {
  readonly kind: 'presence';
  readonly post: string;
  readonly deployment?: string | null;
  readonly at: string;
}

export type ReserveState = 'REQUESTED' | 'APPROVED' | 'REFUSED' | 'MOVING' | 'ARRIVED' | 'RETURNED' | 'WITHDRAWN';

export interface Reserve extends Entity {
  readonly kind: 'reserve';
  readonly unit: string;
  readonly people: number;
  readonly forceKind: string;
  readonly post?: string | null;
  readonly reason: string;
  readonly state: ReserveState;
  readonly requestedAt: string;
  readonly requestedBy?: Person | null;
  readonly approvedAt?: string | null;
  readonly approvedBy?: Person | null;
  readonly forces?: readonly string[];
  readonly movingAt?: string | null;
  readonly arrivedAt?: string | null;
  readonly returnedAt?: string | null;
  /** Refused or withdrawn. */
  readonly endedAt?: string | null;
  readonly movedBy?: Person | null;
  readonly moveReason?: string | null;
}

export type TeamState = 'EN_ROUTE' | 'ON_SCENE' | 'CLEARED';

/** A team that a room can send; without `incident` it is free. */
export interface Team extends Entity {
  readonly kind: 'team';
  readonly unit: string;
  readonly name: string;
  readonly incident?: string | null;
  readonly state?: TeamState | null;
  readonly since?: string | null;
}

/** A team at work on an incident. */
export interface SentTeam {
  readonly team: string;
  readonly name: string;
  readonly state: TeamState;
  readonly since: string;
}

/** What a room asks a commander to close an incident with. */
export interface ClosureRequest {
  readonly outcome: string;
  readonly note?: string | null;
  readonly by?: Person | null;
  readonly at: string;
}

/** How long an incident may wait before the unit above is told; what is absent fits everything. */
export interface EscalationRule {
  readonly kind?: string | null;
  readonly code?: number | null;
  readonly phase?: string | null;
  readonly waiting: 'ACKNOWLEDGEMENT' | 'VERIFICATION';
  readonly minutes: number;
}

/** Who gets incidents of some kinds: the first rule that names a kind counts. */
export interface RoutingRule {
  readonly kinds: readonly string[];
  readonly handling: string;
  /** Past the station: the agency above owns them. */
  readonly atAgency: boolean;
}

export interface IncidentSettings extends Entity {
  readonly kind: 'incident-settings';
  readonly closureNeedsApproval: boolean;
  readonly escalation: readonly EscalationRule[];
  readonly routing: readonly RoutingRule[];
}

export type PostState = 'IDLE' | 'REPORTING' | 'NEVER_REPORTED' | 'LATE' | 'LOST_CONTACT' | 'SIGNED_OFF';

/** The newest that is known of a post: `CHECK_IN` or a kind of report. */
export interface Heard {
  readonly kind: string;
  readonly at: string;
  readonly clockWrong?: boolean | null;
}

export interface Watch extends Entity {
  readonly kind: 'watch';
  readonly unit: string;
  readonly postKind: string;
  readonly state: PostState;
  /** When the post was placed, if the operation was open already. */
  readonly since?: string | null;
  readonly last?: Heard | null;
  readonly reports?: number;
  readonly silentSince?: string | null;
}

/** How posts of one kind report at present. */
export interface Expectation {
  readonly postKind: string;
  /** From when on the kind has reported without interruption. */
  readonly since: string;
  readonly everyMinutes: number;
}

/** Which posts report at present; no line: nothing is due from the kind. */
export interface ReportPlan extends Entity {
  readonly kind: 'report-plan';
  readonly expected: readonly Expectation[];
}

/** The silent posts of one unit, while there are any; an acknowledgement does not hide them. */
export interface Silence extends Entity {
  readonly kind: 'silence';
  readonly neverReported?: number;
  readonly late?: number;
  readonly lostContact?: number;
  readonly since: string;
  /** When the newest of them was found out of contact, or never to have reported. */
  readonly lostAt?: string | null;
  readonly acknowledgedAt?: string | null;
  readonly acknowledgedBy?: Person | null;
  /** So many posts of the unit's whole subtree are silent that this is one alarm: those of the units below are part of it. */
  readonly outage?: boolean;
  /** What was found when the outage began. */
  readonly began?: { readonly at: string; readonly silent: number; readonly posts: number } | null;
  /** The unit's own posts of which reports are expected. */
  readonly posts?: number;
}

/** One file; the copies are absent where none can be made. */
export interface Attachment {
  readonly attachment: string;
  readonly bytes: number;
  /** By its bytes. */
  readonly type: string;
  readonly name?: string | null;
  readonly thumbnail?: string | null;
  readonly view?: string | null;
  /** By the sender's device. */
  readonly takenAt?: string | null;
  readonly at: string;
  readonly by: Person;
  readonly withdrawn?: { readonly reason: string } | null;
  /** Its bytes and its name were destroyed. */
  readonly erased?: boolean;
}

/** The files of the subject of the same id. */
export interface AttachmentList extends Entity {
  readonly kind: 'attachments';
  readonly subject: string;
  readonly files: readonly Attachment[];
}
