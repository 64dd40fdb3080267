import { actor, commands, operationCommand, preview } from './duty-routes.mjs';
import { chasing, orderRoutes } from './orders.mjs';
import { passkeyDoor, passkeyRoutes } from './passkeys.mjs';
import { course, forces, imported, proposal } from './plan-routes.mjs';
import { attach, attachedTo, fileRoutes, queueRoutes } from './queue.mjs';
import { series } from './series.mjs';

const problem = (status, code, detail = '', errors = []) => ({
  status,
  body: { type: 'about:blank', title: code, status, code, detail, errors },
});
const ok = (body, status = 200) => ({ status, body });

const room = [
  ...['enter-for-others', 'report', 'acknowledge', 'comment', 'dispatch', 'resolve', 'close'],
  ...['triage', 'transfer', 'approve-closure'],
];
const files = ['queue.import', 'attachment.add', 'attachment.original'];
const see = ['picture.see', 'post.see', 'operation.see'];
const duty = ['check.in', 'post.report'];
const command_ = [
  'level.declare level.approve level.plan level.answer force.plan force.move check.in-for-others reserve.request',
  'directive.issue directive.answer directive.chase conference.convene conference.attend conference.record',
  'reserve.approve post.report-for-others silence.acknowledge operation.manage phase.enter post.import',
].flatMap((line) => line.split(' '));
const actions = [...room.map((act) => `incident.${act}`), 'post.assign', ...see, ...duty, ...files, ...command_];

/** As `Duties` has them; every other role does all. */
const roles = {
  VIEWER: see,
  OFFICER: ['incident.report', 'directive.note', 'attachment.add', ...see, ...duty],
  ADMINISTRATOR: ['post.see', 'operation.see', 'operation.manage', 'force.plan', 'post.import', 'post.assign'],
};

const accounts = {
  room: { id: 'a-1', login: 'room', name: '김상황', role: 'ROOM_OPERATOR', unit: 'hq' },
  officer: { id: 'a-2', login: 'officer', name: '이현장', role: 'OFFICER', unit: 'seoul-1' },
  admin: { id: 'a-4', login: 'admin', name: '정관리', role: 'ADMINISTRATOR', unit: 'hq' },
  viewer: { id: 'a-3', login: 'viewer', name: '박열람', role: 'VIEWER', unit: 'hq' },
};

/** The officer's own post: the first that his station has. */
const posted = (house, account) => {
  if (account.role !== 'OFFICER') return account;
  const own = [...house.entities.values()].find((entity) => entity.kind === 'post' && entity.unit === account.unit);
  return own === undefined ? account : { ...account, post: own.id };
};

const who = (house, account) => ({
  account: posted(house, account),
  actions: roles[account.role] ?? actions,
  works: account.role === 'INVESTIGATOR' ? ['INVESTIGATION', 'CYBER'] : ['SITUATION', 'INVESTIGATION', 'CYBER'],
  expiresAt: new Date(Date.now() + 900_000).toISOString(),
});

export function routes(server, request, codes) {
  const { house } = server;
  const { method, path, query, body } = request;
  if (path === '/map') return ok({ boundaries: false });
  if (path === '/session' && method === 'POST') {
    if (body.password === 'wrong') return problem(401, 'credentials-wrong');
    if (body.login === 'new') return problem(403, 'activation-needed');
    server.account = accounts[body.login] ?? accounts.room;
    return ok(who(house, server.account));
  }
  const door = passkeyDoor(server, request, (account) => {
    server.account = account;
    return ok(who(house, account));
  });
  if (door !== undefined) return door;
  if (path === '/session/activation') {
    server.account = accounts.officer;
    return ok(who(house, server.account));
  }
  if (path === '/session' && method === 'DELETE') {
    server.account = undefined;
    return { status: 204 };
  }
  if (server.account === undefined)
    return problem(401, path === '/session/refresh' ? 'refresh-refused' : 'not-logged-in');
  const passkey = passkeyRoutes(server, request);
  if (passkey !== undefined) return passkey;
  if (path.startsWith('/session')) return ok(who(house, server.account));
  if (path === '/codes') return ok(codes);
  const file = fileRoutes(server, request);
  if (file !== undefined) return file;
  if (path.endsWith('/sealed-queues') || path === '/sealed-queues/opening')
    return queueRoutes(server, request, (given) => routes(server, { query: new Map(), ...given }, codes));
  if (path === '/operations') {
    const held = house.entities.get(`operation/${house.operation}`);
    return ok({
      items: [{ id: held.id, name: held.name, kind: held.operationKind, state: held.state, seq: house.seq }],
    });
  }
  const [, , operation, what, id, verb, unit] = path.split('/');
  if (operation !== house.operation) return problem(404, 'operation-unknown');
  if (what === undefined) return ok(house.entities.get(`operation/${operation}`));
  if (what === 'picture' && !who(house, server.account).actions.includes('picture.see'))
    return problem(403, 'not-your-duty');
  if (what === 'picture') return ok(house.since(query.get('scope'), query.get('since') ?? undefined));
  if (what === 'series') return ok(series(house, query));
  if (what === 'directives' || what === 'conferences') {
    const read = orderRoutes(house, what, id, verb, method);
    if (read !== undefined) return ok(read);
  }
  if (what === 'attachments' && method === 'GET') return attachedTo(server, query.get('subject'));
  if (what === 'attachments' && method === 'POST' && id === undefined) return attach(server, request);
  if (what === 'directive-settings' && method === 'GET') return ok({ chasing });
  if (what === 'levels' && verb === 'musters' && method === 'GET') return course(house, id);
  if (what === 'forces' && method === 'GET') return ok({ items: forces(house, query.get('unit')) });
  if (id === 'import') return imported(server, what, request);
  if (what === 'timetable' && id === 'proposal') return ok(proposal(query));
  if (what === 'levels' && id === 'preview') return ok(preview(house, body));
  if (what === 'posts' && verb === 'visits' && method === 'GET') return ok({ items: [] });
  if (what === 'posts' && verb === 'reports' && method === 'GET') return ok({ items: house.reports.get(id) ?? [] });
  if (method !== 'GET' && (what !== 'posts' || verb === 'reports') && what !== 'incidents')
    return order(server, request, what, { id, verb, unit, body });
  if (what === 'posts') return posts(house, id, verb, query, body);
  if (what === 'units') return ok({ items: [...house.entities.values()].filter(({ kind }) => kind === 'unit') });
  if (what === 'teams') return ok({ items: [] });
  if (what === 'incident-settings') return ok({ closureNeedsApproval: false, escalation: [], routing: [] });
  if (what !== 'incidents') return problem(404, 'not-found');
  if (verb === 'similar') return ok({ items: similar(house, id) });
  if (id === 'bulk') return bulk(server, request);
  if (method === 'GET') return id === undefined ? list(house, query) : incident(house, id);
  return command(server, request, id, verb);
}

/** A command of the operation, its levels, people and posts: the same key is answered as before. */
function order(server, { id: key, headers }, what, given) {
  const { house } = server;
  if (!key) return problem(400, 'idempotency-key-missing');
  if (house.answers.has(key)) return ok(house.answers.get(key));
  server.deviceTimes.push(headers?.['haetae-device-time']);
  const context = { ...given, by: actor(server.account), at: house.now() };
  const done = commands[what]?.(house, context) ?? operationCommand(house, what, given.body);
  if (done === undefined) return problem(404, 'not-found');
  if (typeof done === 'object') return problem(done.status, done.code, done.detail);
  const answer = { command: key, cursor: house.cursor, seq: done, at: house.now() };
  house.answers.set(key, answer);
  return ok(answer);
}

function posts(house, id, verb, query, body) {
  if (verb === 'assignment') {
    const held = house.entities.get(`post/${id}`);
    return ok({
      seq: house.commit([{ ...held, unit: body.unit, jurisdiction: 'MAPPED', candidates: [] }]),
      cursor: house.cursor,
    });
  }
  if (id !== undefined) return ok({ ...house.entities.get(`place/${id}`), ...house.entities.get(`post/${id}`) });
  const scope = query.get('unit') ?? 'hq';
  const q = query.get('q') ?? '';
  const items = [...house.entities.values()]
    .filter((entity) => entity.kind === 'post' && house.line(entity.unit).includes(scope))
    .map((entity) => ({ ...house.entities.get(`place/${entity.id}`), ...entity }))
    .filter((entity) => `${entity.name}${entity.place ?? ''}${entity.address ?? ''}`.includes(q));
  return ok({ items: items.slice(0, Number(query.get('limit') ?? 50)) });
}

function list(house, query) {
  const scope = query.get('unit') ?? 'hq';
  const limit = Number(query.get('limit') ?? 50);
  const after = Number(query.get('after') ?? 0);
  const q = query.get('q') ?? '';
  const items = [...house.entities.values()]
    .filter(
      (entity) =>
        entity.kind === 'incident' &&
        house.line(entity.unit).includes(scope) &&
        `${entity.number}${entity.text}`.includes(q),
    )
    .sort((a, b) => b.recordedAt.localeCompare(a.recordedAt));
  return ok({
    items: items.slice(after, after + limit),
    ...(items.length > after + limit ? { next: String(after + limit) } : {}),
  });
}

function incident(house, id) {
  const held = house.entities.get(`incident/${id}`);
  return held ? ok({ incident: held, timeline: house.timelines.get(id) ?? [] }) : problem(404, 'incident-unknown');
}

const similar = (house, id) => {
  const held = house.entities.get(`incident/${id}`);
  return [...house.entities.values()].filter(
    (one) => one.kind === 'incident' && one.id !== id && one.incidentKind === held?.incidentKind,
  );
};

/** Closes what is open, each by itself. */
function bulk(server, { query, body, id: key }) {
  const { house } = server;
  const items = body.incidents.map(({ incident: id, seq }) => {
    const held = house.entities.get(`incident/${id}`);
    const code = held === undefined ? 'unknown-incident' : held.seq !== seq ? 'changed-meanwhile' : undefined;
    return code === undefined ? { incident: id, done: true } : { incident: id, done: false, code, detail: code };
  });
  const preview = query.get('preview') === 'true';
  const done = items.filter((item) => item.done);
  if (!preview)
    for (const { incident: id } of done) command(server, { body: body.body, id: `${key} ${id}` }, id, 'closure');
  return ok({ preview, done: done.length, refused: items.length - done.length, items, cursor: house.cursor });
}

const acts = {
  acknowledgement: ['incident-acknowledged', (held, at) => ({ status: 'ACKNOWLEDGED', acknowledgedAt: at })],
  comments: ['incident-commented', (held) => ({ remarks: held.remarks + 1 })],
  dispatches: ['incident-dispatched', (held) => ({ status: 'DISPATCHED', remarks: held.remarks + 1 })],
  resolution: ['incident-resolved', (_, at) => ({ status: 'RESOLVED', resolvedAt: at })],
  closure: ['incident-closed', (_, at, body) => ({ status: 'CLOSED', closedAt: at, outcome: body.outcome })],
};

function command(server, { body, id: key }, id, verb) {
  const { house } = server;
  if (!key) return problem(400, 'idempotency-key-missing');
  if (house.answers.has(key)) return ok(house.answers.get(key), 201);
  if (typeof body.text === 'string' && body.text.includes('거부')) {
    return problem(422, 'invalid', 'text is refused', [
      { pointer: '/text', code: 'text-refused', detail: 'text is refused' },
    ]);
  }
  let done;
  if (id === undefined) done = house.report(body, server.account);
  else {
    const [type, change] = acts[verb];
    done = house.act(id, type, body, (held, at) => change(held, at, body), server.account);
  }
  const answer = { command: key, cursor: house.cursor, ...done };
  house.answers.set(key, answer);
  return ok(answer, id === undefined ? 201 : 200);
}
