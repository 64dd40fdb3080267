import type { Api } from './api.js';
import type { BoxSeals, BoxSeen } from './boxes.js';
import type { Entity, Person, Position } from './protocol.js';
import { inside, whole } from './remote.js';
import { all, type Store } from './store.js';

/** Ballot boxes on their way (docs/protocol.md). Instants are by the operation's clock. */

export type TransportState = 'PLANNED' | 'MOVING' | 'STOPPED' | 'ARRIVED' | 'HANDED_OVER' | 'CANCELLED';
export type CustodySide = 'GIVING' | 'RECEIVING';

export interface Departure {
  readonly at: string;
  readonly officers: readonly Person[];
  readonly commissionStaff: number;
  readonly vehicle?: string | null;
}

export interface Confirmation {
  readonly at: string;
  readonly by: Person;
}

/** A route with how far it is. */
export interface Transport extends Entity {
  readonly kind: 'route';
  readonly number: string;
  readonly transportKind: string;
  readonly unit: string;
  readonly from: string;
  readonly fromName: string;
  /** Absent where the destination is known in words only. */
  readonly to?: string | null;
  readonly toName: string;
  readonly toUnit?: string | null;
  readonly state: TransportState;
  readonly departsAt: string;
  /** As it is expected now: later by as much as it left later. */
  readonly arrivesAt: string;
  readonly checkpoints?: readonly string[];
  /** Numbers of the boxes that went; before departure those that are to go. */
  readonly boxes?: readonly string[];
  readonly departure?: Departure | null;
  /** The newest that was heard of it on the way. */
  readonly last?: { readonly place: string; readonly at: string; readonly position?: Position | null } | null;
  readonly stop?: { readonly at: string; readonly reason: string } | null;
  readonly arrival?: { readonly at: string; readonly place: string; readonly post?: string | null } | null;
  readonly giving?: Confirmation | null;
  readonly receiving?: Confirmation | null;
  readonly overdue?: { readonly what: string; readonly since: string } | null;
  readonly discrepancies: number;
}

/** Where boxes go to, by the post's id: routes and boxes that are expected, on their way and there. */
export interface Centre extends Entity {
  readonly kind: 'centre';
  readonly unit: string;
  readonly name: string;
  readonly expected: number;
  readonly moving: number;
  readonly stopped: number;
  readonly arrived: number;
  readonly handedOver: number;
  readonly overdue: number;
  readonly boxes: { readonly expected: number; readonly moving: number; readonly arrived: number };
  readonly discrepancies: number;
}

/** Only once the operation has its own. */
export interface TransportSettings extends Entity {
  readonly kind: 'transport-settings';
}

export interface Discrepancy extends Entity {
  readonly kind: 'discrepancy';
  readonly route: string;
  /** The route's. */
  readonly number: string;
  readonly unit: string;
  readonly to?: string | null;
  readonly discrepancyKind: string;
  readonly box?: string | null;
  /** What should have been and what was: seals, places, numbers, times, a count. */
  readonly expected?: readonly string[];
  readonly found?: readonly string[];
  readonly at: string;
  readonly state: 'OPEN' | 'EXPLAINED' | 'ACCEPTED';
  readonly answer?: { readonly text: string; readonly at: string; readonly by: Person } | null;
  readonly accepted?: Confirmation | null;
}

/** Late routes of a unit as one alarm, by the unit's code. */
export interface Overdue extends Entity {
  readonly kind: 'overdue';
  readonly departure: number;
  readonly checkpoint: number;
  readonly arrival: number;
  readonly handover: number;
  /** Stations whose alarms this one stands for; 0 for a station's own. */
  readonly units: number;
  readonly since: string;
  /** When it last got worse. */
  readonly worseAt?: string | null;
  /** Of an agency: the alarms of its stations are part of this one. */
  readonly below?: { readonly units: number; readonly routes: number; readonly since: string } | null;
  readonly acknowledgedAt?: string | null;
  readonly acknowledgedBy?: Person | null;
}

export type Hand = 'AT_POST' | 'ON_ROUTE' | 'AT_CENTRE';

/** A box and in whose hand it is; only stations are sent it. */
export interface Box extends Entity {
  readonly kind: 'box';
  readonly number: string;
  readonly unit: string;
  readonly holder: { readonly hand: Hand; readonly post?: string | null; readonly route?: string | null };
  /** As last seen. */
  readonly seals?: readonly string[];
  readonly since: string;
  readonly routes?: readonly string[];
  readonly next?: string | null;
}

/** One entry about a route or a box. */
export interface CustodyLine {
  readonly seq: number;
  readonly at: string;
  /** Of the event, such as `transport-departed`. */
  readonly type: string;
  readonly unit?: string;
  readonly event: CustodyLineEvent;
}

export interface DiscrepancyFound {
  readonly discrepancy: string;
  readonly kind: string;
  readonly box?: string | null;
  readonly expected?: readonly string[];
  readonly found?: readonly string[];
}

/** What these events say, each some of it. */
export interface CustodyLineEvent {
  readonly route?: string | null;
  readonly at?: string | null;
  readonly boxes?: readonly BoxSeen[] | null;
  readonly officers?: readonly Person[] | null;
  readonly commissionStaff?: number | null;
  readonly vehicle?: string | null;
  readonly place?: string | null;
  readonly side?: CustodySide | null;
  readonly who?: Person | null;
  readonly kind?: string | null;
  readonly reason?: string | null;
  readonly text?: string | null;
  readonly discrepancies?: readonly DiscrepancyFound[] | null;
  readonly by?: Person | null;
}

export interface TransportHistory {
  readonly route: Transport;
  readonly timeline: readonly CustodyLine[];
}

export interface BoxHistory {
  readonly box: Box;
  readonly timeline: readonly CustodyLine[];
}

export const lateRoutes = ({ departure, checkpoint, arrival, handover }: Overdue): number =>
  departure + checkpoint + arrival + handover;

export const routesTo = (api: Api, operation: string, centre: string): Promise<readonly Transport[]> =>
  whole<Transport>(api, `${inside(operation)}/routes`, { centre });

export const transportHistory = (api: Api, operation: string, route: string): Promise<TransportHistory> =>
  api.get<TransportHistory>(`${inside(operation)}/routes/${encodeURIComponent(route)}`);

export const boxHistory = (api: Api, operation: string, number: string): Promise<BoxHistory> =>
  api.get<BoxHistory>(`${inside(operation)}/boxes/${encodeURIComponent(number)}`);

/** The boxes of a route with their seals as last seen, as far as the view holds them. */
export function loadOf(store: Store, route: Transport): readonly BoxSeals[] {
  const held = new Map([...all(store, 'box').values()].map((box) => [box.number, box]));
  return (route.boxes ?? []).map((box) => ({ box, seals: held.get(box)?.seals ?? [] }));
}

/** The boxes as they left, by what was recorded; none before the departure. */
export function departedWith(lines: readonly CustodyLine[]): readonly BoxSeals[] | undefined {
  const left = lines.findLast(({ type }) => type === 'transport-departed');
  return left?.event.boxes?.map(({ box, seals }) => ({ box, seals: seals ?? [] }));
}

/** What can be recorded of a route next; the first of several is what should come. */
export type Step =
  'departure' | 'checkpoint' | 'stop' | 'resumption' | 'arrival' | 'giving' | 'receiving' | 'cancellation';

/** The checkpoint after the one that was passed last. */
export function nextCheckpoint({ checkpoints, last }: Pick<Transport, 'checkpoints' | 'last'>): string | undefined {
  const held = checkpoints ?? [];
  return held[held.indexOf(last?.place ?? '') + 1];
}

/** An arrival without a departure is taken, and stands as a discrepancy: boxes do arrive whose departure nobody recorded. */
export function stepsOf(route: Transport): readonly Step[] {
  const passing: readonly Step[] = nextCheckpoint(route) === undefined ? [] : ['checkpoint'];
  switch (route.state) {
    case 'PLANNED':
      return ['departure', 'arrival', 'cancellation'];
    case 'MOVING':
      return [...passing, 'arrival', 'stop'];
    case 'STOPPED':
      return ['resumption', 'arrival'];
    case 'ARRIVED':
      return [
        ...(route.receiving == null ? (['receiving'] as const) : []),
        ...(route.giving == null ? (['giving'] as const) : []),
      ];
    case 'HANDED_OVER':
    case 'CANCELLED':
      return [];
  }
}
