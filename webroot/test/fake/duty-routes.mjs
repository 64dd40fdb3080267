// Commands on levels, people, posts and the operation itself, as the stand-in takes them. Each answers [status, receipt] or a problem.
import { randomUUID } from 'node:crypto';
import { directiveCommand } from './orders.mjs';
import { watched } from './staff.mjs';
import { plan } from './standing.mjs';

const refuse = (status, code, detail = '') => ({ status, code, detail });
const person = ({ id, name, unit }) => ({ account: id, name, unit });

const ended = (state) => (held, at, by, body) => ({ state, endedAt: at, endedBy: by, endReason: body.reason });
const levelActs = {
  confirmation: (held, at, by) => ({ ...met(held, 'CONFIRMATION'), confirmedBy: by }),
  approval: (held, at, by) => ({ ...met(held, 'APPROVAL'), approvedBy: by }),
  refusal: ended('REFUSED'),
  lifting: ended('LIFTED'),
  extension: (held, at, by, body) => ({ until: body.until }),
};
function met(held, need) {
  const needs = held.needs.filter((other) => other !== need);
  return { needs, state: needs.length === 0 && held.state === 'PROPOSED' ? 'IN_FORCE' : held.state };
}

const operationActs = {
  opening: (at) => ({ state: 'OPEN', openedAt: at }),
  closure: (at) => ({ state: 'CLOSED', closedAt: at }),
  archive: () => ({ state: 'ARCHIVED' }),
  phase: (at, body) => ({ phase: body.phase, phaseSince: at }),
  timetable: (at, body) => ({ timetable: body.phases.map((line) => ({ id: randomUUID(), ...line })) }),
  settings: (at, body) => ({ settings: body }),
  clock: (at, body) => ({ clock: { anchor: new Date().toISOString(), start: at, rate: body.rate } }),
};

export function preview(house, body) {
  const units = [...house.entities.values()].filter(
    (one) => one.kind === 'unit' && house.line(one.id).includes(body.unit),
  );
  const figures = house.entities.get(`tally/${body.unit}`)?.figures ?? {};
  const available = figures['people.available'] ?? 0;
  const percent = { A: 100, B: 50, C: 30 }[body.level] ?? 0;
  return {
    units: units.length,
    rooms: units.length,
    available,
    ceiling: Math.floor((available * percent) / 100),
    leave: percent >= 50 ? 'SUSPENDED' : percent > 0 ? 'RESTRAINED' : 'NORMAL',
    needs: body.unit === 'hq' ? [] : ['APPROVAL'],
    warnings: body.until === undefined ? ['WITHOUT_END'] : [],
  };
}

/** The commands by the path's first word; undefined: no such route. */
export const commands = {
  directives: directiveCommand,
  levels(house, { id, verb, unit, body, by, at }) {
    if (id === undefined) return declare(house, body, by, at);
    const held = house.entities.get(`level/${id}`);
    if (held === undefined) return refuse(404, 'unknown-level');
    if (verb === 'musters' || verb === 'receipt') return muster(house, held, unit ?? by.unit, verb, body, by, at);
    return house.commit([{ ...held, ...levelActs[verb](held, at, by, body) }]);
  },
  'level-plan': (house, { body }) => house.commit([{ kind: 'level-plan', id: 'plan', steps: body.steps }]),
  forces(house, { id, body }) {
    const held = house.entities.get(`force/${id}`);
    if (held === undefined) return refuse(404, 'unknown-force');
    const available = body.strength - body.onLeave - body.training - body.detached;
    if (available < 0) return refuse(422, 'strength-malformed', 'More are away than there are.');
    return house.commit([{ ...held, ...body, available }]);
  },
  deployments(house, { id, verb, body, by }) {
    if (id === undefined) {
      if (body.until <= body.from) return refuse(422, 'shift-malformed', 'A shift ends after it begins.');
      const made = { kind: 'deployment', id: randomUUID(), present: 0, state: 'PLANNED', plannedBy: by, ...body };
      return house.commit([made]);
    }
    const held = house.entities.get(`deployment/${id}`);
    if (held === undefined) return refuse(404, 'unknown-deployment');
    const present = body.to === 'ON_POST' ? held.planned : held.present;
    const change =
      verb === 'movement' ? { state: body.to, present } : { present: body.present, correction: { ...body, by } };
    return house.commit([{ ...held, ...change }]);
  },
  'check-ins'(house, { body, by }) {
    const post = house.entities.get(`post/${body.post}`);
    if (post === undefined) return refuse(422, 'unknown-post');
    const held = house.entities.get(`duty/${post.id}`) ?? {
      kind: 'duty',
      id: post.id,
      unit: post.unit,
      deployments: [],
      planned: 0,
      present: [],
    };
    const who = body.who ?? by;
    if (held.present.some((one) => one.account !== undefined && one.account === who.account))
      return refuse(409, 'already-there', 'The officer is there already.');
    const unplanned = held.present.length >= held.planned;
    const present = [...held.present, { ...who, at: body.occurredAt, unplanned }];
    const { silentSince: _, ...watch } = house.entities.get(`watch/${post.id}`) ?? watched(post, 'IDLE', {});
    const last = { kind: 'CHECK_IN', at: body.occurredAt };
    return house.commit([
      { ...held, present },
      { ...watch, state: 'REPORTING', last },
    ]);
  },
  'check-outs'(house, { by }) {
    const there = [...house.entities.values()].find(
      (one) => one.kind === 'duty' && one.present.some(({ account }) => account === by.account),
    );
    if (there === undefined) return refuse(409, 'not-there', 'The officer is at no post.');
    return house.commit([{ ...there, present: there.present.filter(({ account }) => account !== by.account) }]);
  },
  reserves(house, { id, verb, body, by, at }) {
    if (id === undefined) {
      const made = {
        kind: 'reserve',
        id: randomUUID(),
        ...body,
        state: 'REQUESTED',
        requestedAt: at,
        requestedBy: by,
        forces: [],
      };
      return house.commit([made]);
    }
    const held = house.entities.get(`reserve/${id}`);
    if (verb === 'approval') return approve(house, held, body, by, at);
    const times = { MOVING: 'movingAt', ARRIVED: 'arrivedAt', RETURNED: 'returnedAt' };
    const time = times[body.to] === undefined ? {} : { [times[body.to]]: body.occurredAt ?? at };
    return house.commit([{ ...held, state: body.to, ...time }]);
  },
  silences(house, { id, by, at }) {
    const held = house.entities.get(`silence/${id}`);
    if (held === undefined) return refuse(404, 'not-silent');
    return house.commit([{ ...held, acknowledgedAt: at, acknowledgedBy: by }]);
  },
  posts(house, { id, body, by }) {
    const post = house.entities.get(`post/${id}`);
    const held = house.entities.get(`watch/${id}`) ?? watched(post, 'IDLE', {});
    const occurred = { stated: body.occurredAt, at: body.occurredAt, deviceOffSeconds: 0 };
    const event = { ...body, occurred, who: body.who ?? by, enteredBy: by };
    const { silentSince: _, ...watch } = held;
    const state = body.kind === 'SIGN_OFF' ? 'SIGNED_OFF' : 'REPORTING';
    const seq = house.commit([
      { ...watch, state, reports: held.reports + 1, last: { kind: body.kind, at: body.occurredAt } },
    ]);
    house.reports.set(id, [{ seq, at: house.now(), type: 'post-reported', event }, ...(house.reports.get(id) ?? [])]);
    return seq;
  },
};

export function operationCommand(house, what, body) {
  const held = house.entities.get(`operation/${house.operation}`);
  if (operationActs[what] === undefined) return undefined;
  const now = { ...held, ...operationActs[what](house.now(), body) };
  return house.commit([now, plan(now)]);
}

function declare(house, body, by, at) {
  if (body.until !== undefined && body.until <= (body.from ?? at))
    return refuse(422, 'span-malformed', 'A level ends after it begins.');
  const needs = body.unit === 'hq' || body.urgent ? [] : ['APPROVAL'];
  const later = body.from !== undefined && body.from > at;
  const state = needs.length > 0 ? 'PROPOSED' : later ? 'PLANNED' : 'IN_FORCE';
  const made = { kind: 'level', id: randomUUID(), from: at, ...body, state, needs, declaredAt: at, declaredBy: by };
  return house.commit([made]);
}

function muster(house, level, unit, verb, body, by, at) {
  const held = [...house.entities.values()].find(
    (one) => one.kind === 'muster' && one.declaration === level.id && one.unit === unit,
  );
  if (held === undefined) return refuse(404, 'unknown-muster');
  const change = verb === 'receipt' ? { receivedAt: at, receivedBy: by } : { ...body, reportedAt: at };
  return house.commit([{ ...held, ...change }]);
}

function approve(house, held, body, by, at) {
  if (body.forces.length === 0) return refuse(422, 'forces-missing', 'Choose who is sent.');
  const sent = body.forces.map((id) => ({
    ...house.entities.get(`force/${id}`),
    reserveState: 'COMMITTED',
    request: held.id,
  }));
  return house.commit([{ ...held, state: 'APPROVED', forces: body.forces, approvedAt: at, approvedBy: by }, ...sent]);
}

export const actor = person;
