import type { Problem } from '../core/api.js';
import type { Answers } from '../core/forms.js';
import type { Position } from '../core/protocol.js';

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

/** A file goes after the report that it belongs to. */
export interface FileTask {
  readonly what: 'file';
  /** The incident's id. */
  readonly report: string;
  /** Where its bytes lie on this device. */
  readonly file: string;
  /** A smaller copy, the original of which stays here; that original; or the only one that there is. */
  readonly send: 'copy' | 'original' | 'only';
  readonly body: Attached;
}

/** What the phone sends, each with where it goes. */
export type Task =
  | { readonly what: 'incident'; readonly body: Report }
  | { readonly what: 'check-in'; readonly body: CheckIn }
  | { readonly what: 'check-out'; readonly post: string; readonly body: CheckOut }
  | { readonly what: 'post-report'; readonly post: string; readonly body: PostReport }
  | FileTask;

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
  }
}

/** Arrivals and posts' reports say when by the device's own clock, so the device says beside them what that clock shows. */
export const tellsDeviceTime = (task: Task): boolean => task.what !== 'incident' && task.what !== 'file';

/** Somebody else, or an earlier attempt, has said already that the officer is there, or no more: then it is done. */
export const standsAlready = (task: Task, problem: Problem): boolean =>
  ((task.what === 'check-in' || task.what === 'file') && problem.code === 'already-there') ||
  (task.what === 'check-out' && problem.code === 'not-there');
