import type { BoxSeals } from '../core/boxes.js';
import type { CustodySide, Transport, TransportState } from '../core/custody.js';
import type { Item } from './outbox.js';
import type { TransportTask } from './task.js';

/** What the phone records of one route, oldest first; what was refused says nothing. */
export function toldOf(route: string, items: readonly Item[]): readonly (TransportTask & { readonly sent: boolean })[] {
  return items
    .filter(({ state }) => state !== 'refused')
    .flatMap(({ task, state }) =>
      task.what === 'transport' && task.route === route ? [{ ...task, sent: state === 'sent' }] : [],
    )
    .sort((a, b) => a.body.occurredAt.localeCompare(b.body.occurredAt));
}

const beyond: Readonly<Record<TransportState, number>> = {
  PLANNED: 0,
  MOVING: 1,
  STOPPED: 1,
  ARRIVED: 2,
  HANDED_OVER: 3,
  CANCELLED: 3,
};

/** A route as it will be once what waits here is sent; what was sent counts until the picture says more. */
export function transportAhead(route: Transport, items: readonly Item[]): Transport {
  return toldOf(route.id, items).reduce<Transport>((held, told) => {
    const { occurredAt: at } = told.body;
    switch (told.act) {
      case 'departure':
        if (beyond[held.state] > 0) return held;
        return {
          ...held,
          state: 'MOVING',
          boxes: told.body.boxes.map(({ box }) => box),
          departure: { at, officers: told.body.officers, commissionStaff: told.body.commissionStaff },
        };
      case 'checkpoint':
        return beyond[held.state] > 1 || newer(held.last?.at, at)
          ? held
          : { ...held, last: { place: told.body.place, at } };
      case 'stop':
        return beyond[held.state] !== 1 || told.sent
          ? held
          : { ...held, state: 'STOPPED', stop: { at, reason: told.body.reason } };
      case 'resumption':
        return held.state !== 'STOPPED' || told.sent ? held : { ...held, state: 'MOVING', stop: null };
      case 'arrival':
        return beyond[held.state] > 1
          ? held
          : { ...held, state: 'ARRIVED', stop: null, arrival: { at, place: held.toName } };
      case 'handover':
        return confirmed(held, told.body.side, at);
    }
  }, route);
}

function confirmed(route: Transport, side: CustodySide, at: string): Transport {
  if (beyond[route.state] > 2) return route;
  const confirmation = { at, by: {} };
  const held: Transport =
    side === 'GIVING'
      ? { ...route, giving: route.giving ?? confirmation }
      : { ...route, receiving: route.receiving ?? confirmation };
  return { ...held, state: held.giving != null && held.receiving != null ? 'HANDED_OVER' : 'ARRIVED' };
}

const newer = (known: string | undefined, at: string): boolean => known !== undefined && known >= at;

/** The boxes of a route with the seals they left with: as this phone wrote them, else as they were last seen. */
export function loadAhead(route: Transport, held: readonly BoxSeals[], items: readonly Item[]): readonly BoxSeals[] {
  const departure = toldOf(route.id, items).findLast(({ act }) => act === 'departure');
  if (departure?.act === 'departure')
    return departure.body.boxes.map(({ box, seals }) => ({ box, seals: seals ?? [] }));
  return (route.boxes ?? []).map((box) => held.find((known) => known.box === box) ?? { box, seals: [] });
}
