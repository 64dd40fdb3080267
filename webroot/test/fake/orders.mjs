// Directives and conferences that a House has: enough of them to look at, and the few commands that the pages send.
import { randomUUID } from 'node:crypto';

const minute = 60_000;
const commander = { account: 'a-9', name: '최지휘', unit: 'hq' };
const text =
  '마감 1시간 전부터 투표함 회송 경로의 경찰관 2명 배치를 확인하고, 경로마다 출발·도착 예정 시각을 보고할 것.\n회송 차량의 선도 여부를 개표소별로 다시 확인할 것.';

export function orders(house) {
  const now = Date.parse(house.now());
  const at = (minutes) => new Date(now + minutes * minute).toISOString();
  const units = [...house.entities.values()].filter((entity) => entity.kind === 'unit');
  const below = units.filter(({ unitKind }) => unitKind !== 'HQ');
  const agencies = units.filter(({ unitKind }) => unitKind === 'AGENCY');
  const transport = directive('본청 지시 12', 'URGENT', '투표함 회송 경력 배치 확인', text, at(-22), {
    to: agencies.map(({ id }) => id),
    below: true,
    posts: ['POLLING_PLACE', 'EARLY_VOTING_PLACE'],
    due: at(38),
  });
  const calm = directive('본청 지시 11', 'ROUTINE', '개표소 3선 배치도 제출', '배치도를 첨부해 보고할 것.', at(-95), {
    to: agencies.map(({ id }) => id),
    due: at(-5),
  });
  house.commit([
    transport,
    calm,
    ...below.map((unit, index) => room(transport, unit, index, at)),
    ...agencies.map((unit, index) => room(calm, unit, index * 3, at)),
    ...conference(agencies, at),
  ]);
  house.timelines.set(transport.id, [
    line('directive-issued', at(-22), house.seq),
    line('directives-chased', at(-7), 9),
  ]);
}

/** For the room of headquarters there is nobody to order: it is asked as if there were. */
export function flash(house, unit = 'hq', posts = []) {
  const at = house.now();
  const made = directive(
    '본청 지시 13',
    'FLASH',
    '전 관서 비상연락망 즉시 점검',
    '10분 안에 응소 가능 인원을 확인할 것.',
    at,
    {
      to: [unit],
      posts,
    },
  );
  house.commit([
    made,
    {
      ...room(made, { id: unit }, 0, () => at),
      state: 'UNREAD',
      readAt: undefined,
      acknowledgedAt: undefined,
      doneAt: undefined,
      chased: 0,
    },
  ]);
}

const line = (type, at, seq) => ({ type, at, seq, event: { by: commander } });

const within = { ROUTINE: 60, URGENT: 15, FLASH: 3 };

/** The limits by which rooms are reminded. */
export const chasing = Object.entries(within).map(([urgency, minutes]) => ({
  urgency,
  acknowledgeWithin: minutes,
  repeatEvery: minutes,
}));

const directive = (number, urgency, title, text, issuedAt, more) => ({
  kind: 'directive',
  id: randomUUID(),
  number,
  unit: 'hq',
  below: false,
  posts: [],
  urgency,
  title,
  text,
  issuedAt,
  acknowledgeBy: new Date(Date.parse(issuedAt) + within[urgency] * minute).toISOString(),
  rooms: 279,
  by: commander,
  state: 'OPEN',
  everybody: true,
  ...more,
});

function room(directive, unit, index, at) {
  const step = (index * 7) % 10;
  const reached = step < 4 ? 3 : step < 7 ? 2 : step < 9 ? 1 : 0;
  return {
    kind: 'directive-room',
    id: `${directive.id}:${unit.id}`,
    directive: directive.id,
    unit: unit.id,
    state: ['UNREAD', 'READ', 'ACKNOWLEDGED', 'DONE'][reached],
    chased: reached < 2 ? 1 : 0,
    lastChasedAt: reached < 2 ? at(-7) : undefined,
    readAt: reached > 0 ? at(-20 + (index % 5)) : undefined,
    acknowledgedAt: reached > 1 ? at(-15 + (index % 9)) : undefined,
    doneAt: reached > 2 ? at(-3) : undefined,
    note: reached > 2 ? '전 경로 배치 완료' : undefined,
    who: reached > 0 ? '당직' : undefined,
    posts: unit.unitKind === 'STATION' ? { asked: 60, acknowledged: 60 - step * 3 } : undefined,
  };
}

function conference(agencies, at) {
  const items = ['회송 경력 배치', '개표소 소란 대비', '야간 비상연락'].map((text) => ({ item: randomUUID(), text }));
  const held = {
    kind: 'conference',
    id: randomUUID(),
    number: '본청 회의 3',
    unit: 'hq',
    title: '투표 마감 대비 지휘부 회의',
    state: 'RUNNING',
    startsAt: at(-12),
    startedAt: at(-11),
    minutes: 30,
    rooms: 18,
    agenda: items,
    link: 'https://vc.police.example/room/3',
    to: agencies.map(({ id }) => id),
    below: false,
    by: commander,
    everybody: true,
  };
  const rooms = agencies.map(({ id }, index) => ({
    kind: 'conference-room',
    id: `${held.id}:${id}`,
    conference: held.id,
    unit: id,
    joinedAt: index % 6 === 5 ? undefined : at(-12 + (index % 4)),
    leftAt: index === 3 ? at(-2) : undefined,
    absent: index === 5 ? '관내 대형 화재 지휘' : undefined,
  }));
  const decision = {
    kind: 'conference-decision',
    id: randomUUID(),
    conference: held.id,
    item: items[0].item,
    text: '모든 회송 경로에 정복 경찰관 2명을 마감 30분 전까지 배치한다.',
    at: at(-5),
    by: commander,
    everybody: true,
  };
  const note = {
    kind: 'conference-note',
    id: randomUUID(),
    conference: held.id,
    item: items[0].item,
    text: '서울·경기남부는 경로 3개에서 1명만 배치되어 있음.',
    at: at(-8),
    by: commander,
    everybody: true,
  };
  return [held, ...rooms, note, decision];
}

/** What is read of them; undefined: no such route. */
export function orderRoutes(house, what, id, verb, method) {
  if (what === 'directives' && id === 'preview') return { rooms: 279, posts: 0, acknowledgeBy: house.now() };
  if (method !== 'GET') return undefined;
  const held = (kind) => [...house.entities.values()].filter((entity) => entity.kind === kind);
  if (id === undefined) return { items: [] };
  const rooms = (kind, of) => held(kind).filter((entity) => entity[of] === id);
  const timeline = house.timelines.get(id) ?? [];
  if (what === 'directives')
    return { directive: house.entities.get(`directive/${id}`), rooms: rooms('directive-room', 'directive'), timeline };
  return {
    conference: house.entities.get(`conference/${id}`),
    rooms: rooms('conference-room', 'conference'),
    notes: rooms('conference-note', 'conference'),
    decisions: rooms('conference-decision', 'conference'),
  };
}

const steps = {
  reading: ['READ', 'readAt'],
  acknowledgement: ['ACKNOWLEDGED', 'acknowledgedAt'],
  done: ['DONE', 'doneAt'],
};

/** A post's officers take note. */
function noted(house, id, post) {
  const { unit } = house.entities.get(`post/${post}`);
  const key = `${id}:${unit}`;
  const held = house.entities.get(`directive-posts/${key}`)?.posts ?? [];
  return house.commit([{ kind: 'directive-posts', id: key, directive: id, unit, posts: [...held, post] }]);
}

/** One's own room goes a step further. */
export function directiveCommand(house, { id, verb, unit, body, by, at }) {
  if (verb === 'posts') return noted(house, id, unit);
  const key = `directive-room/${id}:${by.unit}`;
  const room = house.entities.get(key);
  if (room === undefined) return { status: 422, code: 'not-asked', detail: '' };
  const [state, when] = steps[verb];
  return house.commit([{ ...room, state, readAt: room.readAt ?? at, [when]: at, note: body.note, who: by.name }]);
}
