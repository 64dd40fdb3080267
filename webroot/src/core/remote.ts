import type { Api, Query } from './api.js';
import type { Codes } from './codes.js';
import type { Ports, Socket } from './connection.js';
import type { Erasing } from './erasure.js';
import type {
  AttachmentList,
  Force,
  Handover,
  IncidentSettings,
  Muster,
  PlannedLevel,
  Team,
  UpwardReport,
} from './entities.js';
import type { Change, Incident, Operation, OperationState, Person, PlannedPhase, Post, Unit } from './protocol.js';
import type { Session } from './session.js';
import type { Imported, List, Sending } from './upload.js';

export interface OperationLine {
  readonly id: string;
  readonly name: string;
  readonly kind: 'ELECTION' | 'DRILL';
  readonly state: OperationState;
}

/** One entry of an incident's timeline. */
export interface Line {
  readonly seq: number;
  readonly at: string;
  /** Of the event, such as `incident-acknowledged`. */
  readonly type: string;
  /** Unit of the account that made the entry. */
  readonly unit?: string;
  readonly event: LineEvent;
  /** Whether its words can be destroyed. */
  readonly erasable?: boolean;
  readonly erasure?: Erasing;
}

/** What the events of an incident say, each some of it. */
export interface LineEvent {
  readonly text?: string | null;
  readonly note?: string | null;
  readonly reason?: string | null;
  readonly outcome?: string | null;
  readonly by?: Person | null;
  readonly enteredBy?: Person | null;
  readonly veracity?: string | null;
  readonly kind?: string | null;
  readonly code?: number | null;
  readonly unit?: string | null;
  /** A unit, or the state of a team. */
  readonly to?: string | null;
  readonly team?: string | null;
  readonly into?: string | null;
  readonly duplicate?: string | null;
  readonly other?: string | null;
  readonly clearance?: string | null;
  readonly handling?: string | null;
  /** Of a report to a unit above, with `last`. */
  readonly ordinal?: number | null;
  readonly last?: boolean | null;
}

/** When something happened at a post: as the device said it, and as it is taken. */
export interface Occurrence {
  readonly stated: string;
  readonly at: string;
  /** How far the device's clock was ahead (positive) or behind. */
  readonly deviceOffSeconds: number;
}

/** One entry about a post: `post-reported`, `checked-in`, or what its silence brought about. */
export interface PostLine {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly event: PostLineEvent;
  /** Whether words of it may be destroyed, and what became of that. */
  readonly erasable?: boolean;
  readonly erasure?: Erasing;
}

/** What these events say, each some of it. */
export interface PostLineEvent {
  readonly kind?: string | null;
  readonly phase?: string | null;
  readonly fields?: Readonly<Record<string, string>> | null;
  readonly text?: string | null;
  readonly reason?: string | null;
  readonly occurred?: Occurrence | null;
  readonly who?: Person | null;
  readonly enteredBy?: Person | null;
}

/** A timetable and a plan of levels, to be set as they are or changed; nothing is set by asking. */
export interface Proposal {
  readonly phases: readonly PlannedPhase[];
  readonly steps: readonly PlannedLevel[];
}

/** People; the last two are those mustered by the newest report until each deadline. */
export interface MusterRate {
  readonly ordered: number;
  readonly mustered: number;
  readonly byEssentialDeadline: number;
  readonly byDeadline: number;
}

export interface CoursePoint {
  readonly at: string;
  readonly ordered: number;
  readonly mustered: number;
}

export interface Course {
  readonly rate: MusterRate;
  readonly course: readonly CoursePoint[];
  readonly items: readonly {
    readonly muster: Muster;
    readonly rate: MusterRate;
    readonly course: readonly CoursePoint[];
  }[];
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | number | null;
}

export interface History {
  readonly incident: Incident;
  readonly timeline: readonly Line[];
}

export const codes = (api: Api): Promise<Codes> => api.get<Codes>('/codes');

export const operations = async (api: Api): Promise<readonly OperationLine[]> =>
  (await api.get<Page<OperationLine>>('/operations')).items;

export const readOperation = (api: Api, id: string): Promise<Operation> => api.get<Operation>(inside(id));

/** The standard course around a polling day, in Korean time. */
export const proposal = (api: Api, id: string, around: Query): Promise<Proposal> =>
  api.get<Proposal>(`${inside(id)}/timetable/proposal`, around);

/** How far a level was followed: each room, by the deadlines and over time. */
export const course = (api: Api, id: string, level: string): Promise<Course> =>
  api.get<Course>(`${inside(id)}/levels/${encodeURIComponent(level)}/musters`);

/** The forces that a unit may plan with: its own, those around it and reserves sent there. */
export const forces = async (api: Api, id: string, unit: string): Promise<readonly Force[]> =>
  (await api.get<Page<Force>>(`${inside(id)}/forces`, { unit, limit: 1000 })).items;

/** Sends a list; a national one of sixty thousand lines takes its time. */
export const send = (api: Api, id: string, list: List, { chosen, mode, dryRun, id: key }: Sending): Promise<Imported> =>
  api.request<Imported>(`${inside(id)}/${list}/import`, {
    method: 'POST',
    content: { type: 'text/csv', bytes: chosen.bytes },
    query: { mode, dryRun, source: chosen.name.slice(0, 100) },
    id: key,
    timeoutMillis: 300_000,
  });

/** The files of a subject such as `incident/0192…`, also of one that left the picture. */
export const attachments = async (api: Api, id: string, subject: string): Promise<AttachmentList | undefined> =>
  (await api.get<{ attachments?: AttachmentList }>(`${inside(id)}/attachments`, { subject })).attachments;

export const history = (api: Api, operation: string, incident: string): Promise<History> =>
  api.get<History>(`${inside(operation)}/incidents/${encodeURIComponent(incident)}`);

/** Open incidents that likely tell of the same. */
export const similar = async (api: Api, operation: string, incident: string): Promise<readonly Incident[]> =>
  (await api.get<Page<Incident>>(`${inside(operation)}/incidents/${encodeURIComponent(incident)}/similar`)).items;

/** The teams of a unit and of those below. */
export const teams = async (api: Api, operation: string, unit: string): Promise<readonly Team[]> =>
  (await api.get<Page<Team>>(`${inside(operation)}/teams`, { unit })).items;

/** The whole command tree, also what lies outside one's own view. */
export const units = async (api: Api, operation: string): Promise<readonly Unit[]> =>
  (await api.get<Page<Unit>>(`${inside(operation)}/units`)).items;

/** Reports to units above that one may see, in the order of their sending; `next` follows until there is none. */
export const upwardReports = async (api: Api, operation: string, query: Query): Promise<readonly UpwardReport[]> =>
  (await whole<UpwardReport>(api, `${inside(operation)}/upward-reports`, query)).sort((a, b) =>
    a.sentAt < b.sentAt ? -1 : 1,
  );

/** Hand-overs of a unit and of those below, newest first. */
export const handovers = async (api: Api, operation: string, query: Query): Promise<readonly Handover[]> =>
  (await whole<Handover>(api, `${inside(operation)}/handovers`, query)).sort((a, b) => (a.at < b.at ? 1 : -1));

/** Every page of a list that has no order of its own. */
export async function whole<T>(api: Api, path: string, query: Query): Promise<T[]> {
  const found: T[] = [];
  let after: string | number | undefined;
  do {
    const page: Page<T> = await api.get<Page<T>>(path, { ...query, after, limit: 1000 });
    found.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

/** How incidents are worked, be it by the standard rules. */
export const incidentSettings = (
  api: Api,
  operation: string,
): Promise<Pick<IncidentSettings, 'closureNeedsApproval' | 'escalation' | 'routing'>> =>
  api.get(`${inside(operation)}/incident-settings`);

export const posts = async (api: Api, operation: string, unit: string, q: string): Promise<readonly Post[]> =>
  (await api.get<Page<Post>>(`${inside(operation)}/posts`, { unit, q, limit: 30 })).items;

export const post = (api: Api, operation: string, id: string): Promise<Post> =>
  api.get<Post>(`${inside(operation)}/posts/${encodeURIComponent(id)}`);

/** A post's reports, newest first. */
export const reports = (api: Api, operation: string, post: string, after?: string | number): Promise<Page<PostLine>> =>
  api.get<Page<PostLine>>(`${inside(operation)}/posts/${encodeURIComponent(post)}/reports`, { after, limit: 30 });

export const inside = (operation: string): string => `/operations/${encodeURIComponent(operation)}`;

/** The first operation to show: the remembered one, else an open election, else what is open. */
export function preferred(list: readonly OperationLine[], remembered: string | undefined): OperationLine | undefined {
  return (
    list.find((operation) => operation.id === remembered) ??
    list.find((operation) => operation.state === 'OPEN' && operation.kind === 'ELECTION') ??
    list.find((operation) => operation.state === 'OPEN') ??
    list[0]
  );
}

export function ports(api: Api, session: Session): Ports {
  return {
    snapshot: (operation, scope) =>
      api.request<Change>(`${inside(operation)}/picture`, { query: { scope }, timeoutMillis: 60_000 }),
    socket: () => {
      const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
      return new WebSocket(`${scheme}://${location.host}/api/v1/live`) as unknown as Socket;
    },
    authorise: () => authorised(session),
  };
}

/** A refused handshake is not told apart from a dead network by a browser: so ask by HTTP first. */
async function authorised(session: Session): Promise<'renewed' | 'refused' | 'unreachable'> {
  const renewal = await session.fresh();
  if (renewal !== 'renewed') return renewal;
  return session.check();
}
