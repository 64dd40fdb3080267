import type { Api, Query } from './api.js';
import type { Entity, Person } from './protocol.js';
import { inside, type Page } from './remote.js';

/** Storages of early votes and counting centres (docs/protocol.md); ids of both are their posts'. */

export type StorageState = 'IDLE' | 'WATCHED' | 'CLEARED';

export interface Storage extends Entity {
  readonly kind: 'storage';
  readonly unit: string;
  readonly state: StorageState;
  readonly boxes: number;
  readonly openedAt?: string | null;
  readonly lastRound?: string | null;
  /** By when the next round is due; absent while nothing is watched. */
  readonly roundDue?: string | null;
  readonly lastSealCheck?: string | null;
  readonly sealsIntact?: boolean | null;
  readonly sealCheckDue?: string | null;
  readonly cameras: { readonly up: number; readonly down: number; readonly unknown: number };
  /** People in it now. */
  readonly inside: number;
  readonly roundGap?: string | null;
  readonly sealGap?: string | null;
  /** How many gaps are open. */
  readonly gaps: number;
  readonly lastGap?: string | null;
}

export interface Camera {
  readonly camera: string;
  readonly state: 'UP' | 'DOWN' | 'UNKNOWN';
  readonly since: string;
  /** The machine that tells of it; absent: entered by hand. */
  readonly system?: string | null;
}

/** Seals and cameras of a storage; only stations are sent it. */
export interface StorageDetail extends Entity {
  readonly kind: 'storage-detail';
  readonly seals: readonly string[];
  readonly cameras: readonly Camera[];
}

export interface StorageGap extends Entity {
  readonly kind: 'storage-gap';
  readonly post: string;
  readonly unit: string;
  readonly gapKind: string;
  readonly camera?: string | null;
  readonly since: string;
  /** Absent while it lasts. */
  readonly until?: string | null;
  readonly foundAt: string;
  readonly explanation?: string | null;
  readonly explainedBy?: Person | null;
  readonly explainedAt?: string | null;
}

/** Somebody in a storage, once. */
export interface StorageAccess extends Entity {
  readonly kind: 'storage-access';
  readonly post: string;
  readonly unit: string;
  readonly who: string;
  readonly people: number;
  readonly reason: string;
  readonly enteredAt: string;
  readonly leftAt?: string | null;
  readonly recordedBy: Person;
}

export const stages = ['PREPARED', 'OPENED', 'BOXES_IN', 'COUNTING', 'ENDED', 'STOOD_DOWN'] as const;
export type CountingStage = (typeof stages)[number];

export const cordons = ['INSIDE', 'INSIDE_FENCE', 'OUTSIDE_FENCE'] as const;
export type CordonName = (typeof cordons)[number];

export interface Cordon {
  readonly cordon: CordonName;
  readonly planned?: number | null;
  readonly actual?: number | null;
}

export interface CountingCentre extends Entity {
  readonly kind: 'counting';
  readonly unit: string;
  readonly stage?: CountingStage | null;
  readonly reached?: Readonly<Partial<Record<CountingStage, string>>>;
  readonly cordons?: readonly Cordon[];
  readonly commander?: { readonly person: Person; readonly contact?: string | null } | null;
  readonly incidentsOpen: number;
  readonly incidentsTotal: number;
  /** What the commission said of the end of the count. */
  readonly endReported?: { readonly at: string; readonly commission: string; readonly by: Person } | null;
}

/** One entry about a storage or a counting centre. */
export interface SiteLine {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly unit?: string;
  readonly event: SiteLineEvent;
}

/** What these events say, each some of it. */
export interface SiteLineEvent {
  readonly at?: string | null;
  /** Of a check of the seals: what its photographs belong to. */
  readonly check?: string | null;
  readonly note?: string | null;
  readonly reason?: string | null;
  readonly text?: string | null;
  readonly boxes?: number | null;
  readonly seals?: readonly string[] | null;
  readonly intact?: boolean | null;
  readonly observers?: number | null;
  readonly camera?: string | null;
  readonly up?: boolean | null;
  readonly who?: string | null;
  readonly people?: number | null;
  readonly stage?: CountingStage | null;
  readonly commander?: Person | null;
  readonly contact?: string | null;
  readonly cordons?: readonly Cordon[] | null;
  readonly gaps?: readonly { readonly gap: string; readonly kind: string; readonly post: string }[] | null;
  readonly by?: Person | null;
}

interface Paged {
  readonly timeline: readonly SiteLine[];
  readonly next?: number | null;
}

export interface StorageHistory extends Paged {
  readonly storage: Storage;
  readonly detail: StorageDetail;
  readonly gaps: readonly StorageGap[];
  readonly inside: readonly StorageAccess[];
}

export interface CountingHistory extends Paged {
  readonly centre: CountingCentre;
  /** Obstructions and claims of rigging at the site. */
  readonly incidents: readonly string[];
}

export const storageHistory = (api: Api, operation: string, post: string, query: Query = {}): Promise<StorageHistory> =>
  api.get<StorageHistory>(`${inside(operation)}/storages/${encodeURIComponent(post)}`, query);

export const countingHistory = (
  api: Api,
  operation: string,
  post: string,
  query: Query = {},
): Promise<CountingHistory> =>
  api.get<CountingHistory>(`${inside(operation)}/counting-centres/${encodeURIComponent(post)}`, query);

/** Who went in and out, newest first. */
export const accesses = (api: Api, operation: string, post: string, query: Query): Promise<Page<StorageAccess>> =>
  api.get<Page<StorageAccess>>(`${inside(operation)}/storages/${encodeURIComponent(post)}/accesses`, query);

/** Whether it ends only by somebody's explanation: a broken or another seal does not mend itself. */
export const needsExplanation = ({ gapKind }: Pick<StorageGap, 'gapKind'>): boolean =>
  gapKind === 'SEAL_BROKEN' || gapKind === 'SEAL_CHANGED';

export const isOpen = (gap: StorageGap): boolean =>
  gap.until == null || (needsExplanation(gap) && gap.explainedBy == null);

/** The stage that comes after; the first where none was reached. */
export const nextStage = ({ stage }: Pick<CountingCentre, 'stage'>): CountingStage | undefined =>
  stages[stage == null ? 0 : stages.indexOf(stage) + 1];

export const cordonOf = ({ cordons }: Pick<CountingCentre, 'cordons'>, name: CordonName): Cordon | undefined =>
  cordons?.find(({ cordon }) => cordon === name);

/** What of a storage needs a look first: gaps, then rounds that are due soonest; what is not watched last. */
export function byNeed(a: Storage, b: Storage): number {
  const watched = ({ state }: Storage): number => (state === 'WATCHED' ? 0 : state === 'IDLE' ? 1 : 2);
  const due = ({ roundDue }: Storage): string => roundDue ?? '9';
  return b.gaps - a.gaps || watched(a) - watched(b) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0);
}

/** Only once the operation has its own. */
export interface StorageSettings extends Entity {
  readonly kind: 'storage-settings';
}
