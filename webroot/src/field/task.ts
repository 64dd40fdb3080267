import type { Problem } from '../core/api.js';
import type { BoxSeen } from '../core/boxes.js';
import type { CustodySide } from '../core/custody.js';
import type { Answers } from '../core/forms.js';
import type { Position } from '../core/protocol.js';
import type { CordonName, CountingStage } from '../core/sites.js';
import { heavyBytes } from './line.js';

/** The body of `POST …/incidents`. Neither post nor unit: the officer's own. */
export interface Report {
  readonly kind: string;
  readonly code: number;
  readonly text: string;
  readonly post?: string;
  readonly position?: Position;
  readonly occurredAt: string;
}

/** The body of `POST …/check-ins`. */
export interface CheckIn {
  readonly post: string;
  readonly occurredAt: string;
}

/** The body of `POST …/check-outs`: from where he is. */
export interface CheckOut {
  readonly occurredAt: string;
}

/** The body of `POST …/posts/{post}/reports`. */
export interface PostReport {
  readonly kind: 'SITUATION' | 'NIL' | 'SIGN_OFF';
  /** Whose form was filled in. */
  readonly phase?: string;
  readonly fields?: Answers;
  readonly text?: string;
  readonly occurredAt: string;
}

/** The body of `POST …/attachments`, but for its upload. */
export interface Attached {
  readonly subject: string;
  readonly name: string;
  readonly takenAt: string;
  /** When it was chosen. */
  readonly occurredAt: string;
}

/** The 112 code of what cannot wait. */
export const urgentCode = 0;

/** A file goes after the report that it belongs to. */
export interface FileTask {
  readonly what: 'file';
  /** The id of the incident or the seal check. */
  readonly report: string;
  /** Where its bytes lie on this device. */
  readonly file: string;
  /** A smaller copy, the original of which stays here; that original; or the only one that there is. */
  readonly send: 'copy' | 'original' | 'only';
  /** How much is sent, and of what type; absent in what earlier editions wrote. */
  readonly bytes?: number;
  readonly type?: string;
  /** The officer does not want to wait for Wi-Fi. */
  readonly now?: boolean;
  readonly body: Attached;
}

/** The body of `POST …/posts/{post}/visits`; the visit's id is the command's. */
export interface Visit {
  readonly askedBy: string;
  readonly askedAt: string;
  readonly enteredAt: string;
  readonly officers: number;
  readonly inUniform: boolean;
  readonly reason: string;
}

/** The body of `POST …/visits/{visit}/exit`. */
export interface VisitExit {
  readonly leftAt: string;
}

interface Occurred {
  readonly occurredAt: string;
}

/** The bodies of `POST …/routes/{route}/…`, by the last word of the path. */
interface TransportBodies {
  readonly departure: Occurred & {
    readonly boxes: readonly BoxSeen[];
    readonly officers: readonly { readonly account?: string; readonly name: string }[];
    readonly commissionStaff: number;
    readonly vehicle?: string;
  };
  readonly checkpoint: Occurred & { readonly place: string; readonly position?: Position };
  readonly stop: Occurred & { readonly reason: string };
  readonly resumption: Occurred;
  readonly arrival: Occurred & { readonly boxes: readonly BoxSeen[] };
  readonly handover: Occurred & { readonly side: CustodySide; readonly boxes: readonly BoxSeen[] };
}

export type TransportAct = keyof TransportBodies;

/** What happens to ballot boxes on their way. */
export type TransportTask = {
  readonly [Act in TransportAct]: {
    readonly what: 'transport';
    readonly act: Act;
    readonly route: string;
    /** The route's, as it is said. */
    readonly number: string;
    readonly body: TransportBodies[Act];
  };
}[TransportAct];

/** The body of `POST …/directives/{directive}/posts/{post}/acknowledgement` says nothing; when it was is kept beside it. */
export interface DirectiveTask {
  readonly what: 'directive';
  readonly directive: string;
  readonly post: string;
  readonly at: string;
  readonly body: Readonly<Record<string, never>>;
}

/** More about a report of one's own, sent already or about to be; its incident's id is the report's. */
export interface CommentTask {
  readonly what: 'comment';
  readonly incident: string;
  readonly at: string;
  readonly body: { readonly text: string };
}

/** What is recorded at a storage of early votes or a counting centre, by the last word of its path. */
interface SiteBodies {
  readonly rounds: { readonly at: string };
  /** Its id is the command's: photographs are sent to it. */
  readonly 'seal-checks': { readonly at: string; readonly seals: readonly string[]; readonly intact: boolean };
  readonly cameras: { readonly at: string; readonly camera: string; readonly up: boolean };
  readonly accesses: { readonly at: string; readonly who: string; readonly people: number; readonly reason: string };
  readonly stage: { readonly at: string; readonly stage: CountingStage };
  readonly opening: {
    readonly at: string;
    readonly boxes: number;
    readonly seals: readonly string[];
    readonly observers: number;
  };
}

export type SiteAct = keyof SiteBodies;

export type SiteTask = {
  readonly [Act in SiteAct]: {
    readonly what: 'site';
    readonly act: Act;
    readonly post: string;
    readonly body: SiteBodies[Act];
  };
}[SiteAct];

/** How many stand in each cordon of a counting centre; the body says no time, which is kept beside it. */
export interface CordonsTask {
  readonly what: 'cordons';
  readonly post: string;
  readonly at: string;
  readonly body: { readonly cordons: readonly { readonly cordon: CordonName; readonly actual: number }[] };
}

/** Somebody leaves a storage; the entry's id is its command's. */
export interface AccessExitTask {
  readonly what: 'access-exit';
  readonly access: string;
  readonly body: { readonly at: string };
}

/** What the phone sends, each with where it goes. */
export type Task =
  | SiteTask
  | CordonsTask
  | AccessExitTask
  | TransportTask
  | { readonly what: 'incident'; readonly body: Report }
  | { readonly what: 'check-in'; readonly body: CheckIn }
  | { readonly what: 'check-out'; readonly post: string; readonly body: CheckOut }
  | { readonly what: 'post-report'; readonly post: string; readonly body: PostReport }
  | FileTask
  | DirectiveTask
  | CommentTask
  | { readonly what: 'visit'; readonly post: string; readonly body: Visit }
  | { readonly what: 'visit-exit'; readonly visit: string; readonly body: VisitExit };

/** The path within the operation. */
export function pathOf(task: Task): string {
  switch (task.what) {
    case 'incident':
      return '/incidents';
    case 'check-in':
      return '/check-ins';
    case 'check-out':
      return '/check-outs';
    case 'post-report':
      return `/posts/${encodeURIComponent(task.post)}/reports`;
    case 'file':
      return '/attachments';
    case 'visit':
      return `/posts/${encodeURIComponent(task.post)}/visits`;
    case 'site': {
      const place = task.act === 'stage' ? 'counting-centres' : 'storages';
      return `/${place}/${encodeURIComponent(task.post)}/${task.act}`;
    }
    case 'cordons':
      return `/counting-centres/${encodeURIComponent(task.post)}/cordons`;
    case 'access-exit':
      return `/storage-accesses/${encodeURIComponent(task.access)}/exit`;
    case 'transport':
      return `/routes/${encodeURIComponent(task.route)}/${task.act}`;
    case 'directive':
      return `/directives/${encodeURIComponent(task.directive)}/posts/${encodeURIComponent(task.post)}/acknowledgement`;
    case 'comment':
      return `/incidents/${encodeURIComponent(task.incident)}/comments`;
    case 'visit-exit':
      return `/visits/${encodeURIComponent(task.visit)}/exit`;
  }
}

/** Whether it is worth waiting for a better line. */
export const isHeavy = (task: Task): boolean =>
  task.what === 'file' && task.now !== true && (task.bytes ?? 0) >= heavyBytes;

export const methodOf = ({ what }: Task): 'POST' | 'PUT' => (what === 'cordons' ? 'PUT' : 'POST');

/** When it was, by the device's own clock. */
export function happenedAt(task: Task): string {
  switch (task.what) {
    case 'visit':
      return task.body.enteredAt;
    case 'visit-exit':
      return task.body.leftAt;
    case 'directive':
    case 'comment':
    case 'cordons':
      return task.at;
    case 'site':
    case 'access-exit':
      return task.body.at;
    case 'incident':
    case 'check-in':
    case 'check-out':
    case 'post-report':
    case 'file':
    case 'transport':
      return task.body.occurredAt;
  }
}

/**
 * All but incidents, what is added to them, their files and acknowledgements say when by the device's own clock, so the device says beside it what that
 * clock shows.
 */
export const tellsDeviceTime = ({ what }: Task): boolean =>
  !['incident', 'comment', 'file', 'directive', 'cordons'].includes(what);

/** Somebody else, or an earlier attempt, has said already that they are there, or no more: then it is done. */
export const standsAlready = (task: Task, problem: Problem): boolean =>
  ((task.what === 'check-in' || task.what === 'file' || task.what === 'directive') &&
    problem.code === 'already-there') ||
  (task.what === 'cordons' && problem.code === 'nothing-changed') ||
  (task.what === 'check-out' && problem.code === 'not-there') ||
  (task.what === 'access-exit' && problem.code === 'already-there') ||
  (task.what === 'visit-exit' && problem.code === 'already-there');
