import type { Cause, Scene } from './alarms.js';
import { custodyCauses } from './alarm-custody.js';
import { waitingFor } from './directives.js';
import { rank } from './levels.js';
import { notedOf } from './noted.js';
import { line } from './place.js';
import type { Incident } from './protocol.js';
import { all, one } from './store.js';
import type { Silence } from './entities.js';

const minute = 60_000;

/** How long the room that answers has for itself before the one above hears of it. Ours. */
export const grace = {
  /** A code 1 that nobody acknowledges; a code 0 has none. */
  code1: 2 * minute,
  /** Posts out of contact of which their station took no note. */
  silence: { AGENCY: 30 * minute, HQ: 45 * minute },
} as const;

/** Everything that alarms the room now. What the server has timed counts by that; only the rest by the clock. */
export function causesOf(scene: Scene): Cause[] {
  const [operation] = all(scene.store, 'operation').values();
  if (operation?.state !== 'OPEN') return [];
  return [...incidents(scene), ...upward(scene), ...levels(scene), ...directives(scene), ...silences(scene)].concat(
    custodyCauses(scene),
  );
}

/** Its own that nobody acknowledged, and those of which it was told because they wait too long. */
function incidents({ store, room, now }: Scene): Cause[] {
  return [...all(store, 'incident').values()].flatMap((incident): Cause[] => {
    const subject = `incident/${incident.id}`;
    if (told(incident, line(store, incident.unit), room.id)) {
      const urgent = incident.code <= 1;
      const kind = urgent ? 'INCIDENT_ESCALATED_URGENT' : 'INCIDENT_ESCALATED';
      return [{ kind, subject, since: Date.parse(incident.escalatedAt ?? ''), severity: urgent ? 1 : 2 }];
    }
    if (incident.status !== 'REPORTED' || incident.unit !== room.id || incident.code > 1) return [];
    const since = Date.parse(incident.waitingSince ?? incident.recordedAt) + (incident.code === 1 ? grace.code1 : 0);
    const kind = incident.code === 0 ? 'INCIDENT_CODE_0' : 'INCIDENT_CODE_1';
    return since > now ? [] : [{ kind, subject, since, severity: 1 }];
  });
}

/** Whether the room is its owner or among those above who were told, and what they were told of still lasts. */
function told(incident: Incident, above: readonly { readonly id: string }[], room: string): boolean {
  const { escalatedTo, escalatedAt, acknowledgedAt, status, veracity } = incident;
  if (escalatedTo == null || escalatedAt == null) return false;
  const ids = above.map(({ id }) => id);
  const reach = ids.indexOf(escalatedTo);
  if (!ids.includes(room) || reach < 0 || ids.indexOf(room) < reach) return false;
  if (status === 'REPORTED') return true;
  const open = ['ACKNOWLEDGED', 'DISPATCHED', 'ON_SCENE', 'RESOLVED', 'CLOSURE_REQUESTED'].includes(status);
  const forVeracity = acknowledgedAt !== undefined && Date.parse(escalatedAt) > Date.parse(acknowledgedAt);
  return open && forVeracity && (veracity ?? 'UNVERIFIED') === 'UNVERIFIED';
}

function upward({ store, room }: Scene): Cause[] {
  return [...all(store, 'upward-report').values()]
    .filter((report) => report.to === room.id && report.receivedAt == null)
    .map((report) => ({
      kind: 'UPWARD_REPORT',
      subject: `upward-report/${report.id}`,
      since: Date.parse(report.sentAt),
      severity: report.sent.code === 0 ? 1 : 2,
    }));
}

/** What a room orders itself it knows of: that it still has to be received is shown, not rung for. */
function levels({ store, room }: Scene): Cause[] {
  return [...all(store, 'muster').values()]
    .filter((muster) => muster.unit === room.id && muster.receivedAt == null && muster.endedAt == null)
    .map((muster) => ({
      kind: 'LEVEL_ORDER',
      subject: `muster/${muster.id}`,
      since: Date.parse(muster.orderedAt),
      severity: rank(muster.level) >= rank('B') && one(store, 'level', muster.declaration)?.unit !== room.id ? 1 : 2,
    }));
}

function directives({ store, room }: Scene): Cause[] {
  return waitingFor(store, room.id)
    .filter(({ directive }) => directive.urgency === 'FLASH')
    .map(({ directive }) => ({
      kind: 'DIRECTIVE',
      subject: `directive/${directive.id}`,
      since: Date.parse(directive.issuedAt),
      severity: 1,
    }));
}

/** A station hears of each of its own; above, one outage, and what a station took no note of in time. */
function silences({ store, room, now }: Scene): Cause[] {
  const below = [...all(store, 'silence').values()].filter(({ id }) => line(store, id).some((it) => it.id === room.id));
  const held = new Map(below.map((silence) => [silence.id, silence]));
  const swallowed = (silence: Silence): boolean =>
    line(store, silence.id).some(({ id }) => id !== silence.id && held.get(id)?.outage === true);
  return below.flatMap((silence): Cause[] => {
    const own = silence.id === room.id;
    if (swallowed(silence)) return [];
    const subject = `silence/${silence.id}`;
    const noted = notedOf(silence);
    if (silence.outage === true) {
      const began = Date.parse(silence.began?.at ?? silence.since);
      const since = own || room.unitKind === 'STATION' ? began : began + grace.silence[room.unitKind];
      if (!own && (noted !== undefined || since > now)) return [];
      return [{ kind: 'OUTAGE', subject, since, severity: own ? 1 : 2, noted: own ? noted : undefined }];
    }
    const count = (silence.lostContact ?? 0) + (silence.neverReported ?? 0);
    if (count === 0 || silence.lostAt == null) return [];
    if (own) return [{ kind: 'LOST_CONTACT', subject, since: Date.parse(silence.lostAt), severity: 2, count, noted }];
    if (room.unitKind !== 'AGENCY' || noted !== undefined) return [];
    const since = Date.parse(silence.lostAt) + grace.silence.AGENCY;
    return since > now ? [] : [{ kind: 'LOST_CONTACT', subject, since, severity: 2, count }];
  });
}
