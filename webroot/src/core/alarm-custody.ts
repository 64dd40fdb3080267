import type { Cause, Scene } from './alarms.js';
import { notedOf } from './noted.js';
import { all, one } from './store.js';

const minute = 60_000;

/** How long the station has for itself before the agency, and then headquarters, hear of it. Ours. */
const grace = {
  overdue: { STATION: 0, AGENCY: 15 * minute, HQ: 45 * minute },
  stopped: { STATION: 0, AGENCY: 20 * minute, HQ: 60 * minute },
  discrepancy: { STATION: 0, AGENCY: 20 * minute, HQ: 60 * minute },
  gap: { STATION: 0, AGENCY: 30 * minute, HQ: 120 * minute },
  seal: { STATION: 0, AGENCY: 10 * minute, HQ: 30 * minute },
} as const;

/** What says that a box or its seal is not what it was; the rest is an irregularity of the report. */
const grave: readonly string[] = ['SEAL_CHANGED', 'SEAL_BROKEN', 'BOX_MISSING', 'BOX_ON_TWO_ROUTES'];
const seals: readonly string[] = ['SEAL_CHANGED', 'SEAL_BROKEN'];

/** Of ballot boxes on their way and storages: a station hears of its own at once, those above of what nobody settles. */
export function custodyCauses(scene: Scene): Cause[] {
  return [...overdue(scene), ...stopped(scene), ...discrepancies(scene), ...gaps(scene)];
}

const after = (scene: Scene, of: keyof typeof grace, at: string | undefined): number =>
  Date.parse(at ?? '') + grace[of][scene.room.unitKind];

function overdue(scene: Scene): Cause[] {
  const { store, room, now } = scene;
  const held = all(store, 'overdue');
  return [...held.values()].flatMap((alarm): Cause[] => {
    const own = alarm.id === room.id;
    const noted = notedOf(alarm);
    const subject = `overdue/${alarm.id}`;
    const count = alarm.departure + alarm.checkpoint + alarm.arrival + alarm.handover + (alarm.below?.routes ?? 0);
    const at = alarm.worseAt ?? alarm.since;
    if (own) return [{ kind: 'ROUTE_OVERDUE', subject, since: Date.parse(at), severity: 2, count, noted }];
    const parent = one(store, 'unit', alarm.id)?.parent;
    if (noted !== undefined || (parent !== undefined && held.get(parent)?.below != null)) return [];
    if (room.unitKind === 'HQ' && alarm.below == null) return [];
    const since = after(scene, 'overdue', at);
    return since > now ? [] : [{ kind: 'ROUTE_OVERDUE', subject, since, severity: 2, count }];
  });
}

function stopped(scene: Scene): Cause[] {
  const { store, now } = scene;
  return [...all(store, 'route').values()].flatMap((route): Cause[] => {
    if (route.state !== 'STOPPED' || !mine(scene, route.unit)) return [];
    const since = after(scene, 'stopped', route.stop?.at);
    return since > now ? [] : [{ kind: 'ROUTE_STOPPED', subject: `route/${route.id}`, since, severity: 2 }];
  });
}

function discrepancies(scene: Scene): Cause[] {
  return [...all(scene.store, 'discrepancy').values()].flatMap((found): Cause[] => {
    if (found.state !== 'OPEN' || !mine(scene, found.unit)) return [];
    const bad = grave.includes(found.discrepancyKind);
    if (!bad && scene.room.unitKind === 'HQ') return [];
    const since = after(scene, 'discrepancy', found.at);
    const severity = bad && scene.room.unitKind === 'STATION' ? 1 : 2;
    return since > scene.now ? [] : [{ kind: 'DISCREPANCY', subject: `discrepancy/${found.id}`, since, severity }];
  });
}

function gaps(scene: Scene): Cause[] {
  return [...all(scene.store, 'storage-gap').values()].flatMap((gap): Cause[] => {
    const seal = seals.includes(gap.gapKind);
    const lasts = seal ? gap.explainedAt == null : gap.until == null;
    if (!lasts || !mine(scene, gap.unit)) return [];
    const since = after(scene, seal ? 'seal' : 'gap', gap.foundAt);
    if (since > scene.now || (!seal && scene.room.unitKind === 'HQ')) return [];
    const severity = seal && scene.room.unitKind === 'STATION' ? 1 : 2;
    return [{ kind: seal ? 'SEAL_DIFFERS' : 'STORAGE_GAP', subject: `storage-gap/${gap.id}`, since, severity }];
  });
}

/** A station answers for its own; a room above for all below it. */
const mine = ({ room }: Scene, unit: string): boolean => room.unitKind !== 'STATION' || unit === room.id;
