// Levels, people, watches and silences for the posts that a House has: a believable polling day.
import { randomUUID } from 'node:crypto';

const minute = 60_000;
const commander = { account: 'a-9', name: '최지휘', unit: 'hq' };

export function staff(house) {
  const now = Date.parse(house.now());
  const at = (minutes) => new Date(now + minutes * minute).toISOString();
  const all = [...house.entities.values()];
  const posts = all.filter((entity) => entity.kind === 'post' && entity.jurisdiction === 'MAPPED');
  const stations = all.filter((entity) => entity.unitKind === 'STATION');
  const agencies = all.filter((entity) => entity.unitKind === 'AGENCY');
  house.commit(levels(stations, agencies, at));
  house.commit([...forces(stations, agencies), ...reserves(agencies, at)]);
  house.commit(posts.flatMap((post, index) => duty(post, index, at)));
  const watches = posts.map((post, index) => watch(post, index, at));
  house.commit(watches);
  house.commit(silences(house, stations, watches, at));
}

const declared = (unit, level, state, from, until, reason, more = {}) => ({
  kind: 'level',
  id: randomUUID(),
  unit,
  level,
  state,
  from,
  until,
  reason,
  declaredAt: from,
  declaredBy: commander,
  needs: [],
  ...more,
});

function levels(stations, agencies, at) {
  const nation = declared('hq', 'B', 'IN_FORCE', at(-420), at(900), '투표일 전국 비상근무', {
    approvedBy: { ...commander, name: '한청장' },
  });
  const seoul = declared('seoul', 'A', 'IN_FORCE', at(-30), at(600), '도심 대규모 집회', {
    urgent: true,
    needs: ['APPROVAL'],
    declaredBy: { account: 'a-8', name: '서울지휘', unit: 'seoul' },
  });
  const busan = declared('busan-1', 'A', 'PROPOSED', at(5), at(300), '개표소 주변 인파', {
    needs: ['CONFIRMATION', 'APPROVAL'],
    declaredBy: { account: 'a-7', name: '해운대서장', unit: 'busan-1' },
  });
  const past = declared('hq', 'ALERT', 'EXPIRED', at(-9000), at(-420), '사전투표 기간', { endedAt: at(-420) });
  const muster = (declaration, unit, index) => ({
    kind: 'muster',
    id: randomUUID(),
    declaration: declaration.id,
    unit: unit.id,
    level: declaration.level,
    orderedAt: declaration.from,
    ordered: 80 + ((index * 37) % 120),
    mustered: Math.round((80 + ((index * 37) % 120)) * (index % 11 === 0 ? 0.7 : 0.98)),
    essentialDeadline: at(-360),
    deadline: at(-300),
    ...(index % 13 === 0 ? {} : { receivedAt: at(-415), receivedBy: commander, reportedAt: at(-310) }),
  });
  const steps = [
    ['ALERT', -9000, -420, '사전투표'],
    ['B', -420, 900, '투표·개표'],
    ['ALERT', 900, 1440, '개표 마감 뒤'],
  ].map(([level, from, until, reason]) => ({
    id: randomUUID(),
    unit: 'hq',
    level,
    from: at(from),
    until: at(until),
    reason,
  }));
  return [
    nation,
    seoul,
    busan,
    past,
    ...[...agencies, ...stations].map((unit, index) => muster(nation, unit, index)),
    { kind: 'level-plan', id: 'plan', steps },
  ];
}

const force = (unit, forceKind, name, strength, reserveState, request) => ({
  kind: 'force',
  id: randomUUID(),
  unit,
  forceKind,
  name,
  strength,
  onLeave: 2,
  training: 1,
  detached: 1,
  available: strength - 4,
  ...(reserveState ? { reserveState } : {}),
  ...(request ? { request } : {}),
});

function forces(stations, agencies) {
  return [
    ...stations.flatMap((unit, index) => [
      force(unit.id, 'STATION_OFFICERS', `${unit.label} 본서`, 120 + (index % 60)),
      force(unit.id, 'PRECINCT_PATROL', `${unit.label} 지구대`, 90 + (index % 40)),
    ]),
    ...agencies.flatMap((unit, index) => [
      force(unit.id, 'MOBILE_UNIT', `${index + 1}기동대`, 92, 'AVAILABLE'),
      force(unit.id, 'MOBILE_PATROL', '기동순찰대', 60, index % 3 === 0 ? 'COMMITTED' : 'AVAILABLE'),
      force(unit.id, 'STRIKE_RESERVE', '타격대', 24, index % 5 === 0 ? 'MOVING' : 'AVAILABLE'),
    ]),
  ];
}

function reserves(agencies, at) {
  const request = (unit, people, state, reason, more) => ({
    kind: 'reserve',
    id: randomUUID(),
    unit,
    people,
    forceKind: 'MOBILE_UNIT',
    reason,
    state,
    requestedAt: at(-42),
    requestedBy: commander,
    forces: [],
    ...more,
  });
  return [
    request('seoul-5', 180, 'REQUESTED', '종로 개표소 앞 인파 3천 명, 출입구 확보 필요', { requestedAt: at(-6) }),
    request('busan-1', 90, 'MOVING', '해운대 개표소 경비 보강', { approvedAt: at(-30), movingAt: at(-22) }),
    request(agencies[3].id, 60, 'ARRIVED', '투표함 회송로 교통 통제', {
      approvedAt: at(-35),
      movingAt: at(-31),
      arrivedAt: at(-4),
    }),
  ];
}

function duty(post, index, at) {
  const state = ['ON_POST', 'ON_POST', 'ON_POST', 'EN_ROUTE', 'ON_POST', 'PLANNED'][index % 6];
  const present = state === 'ON_POST' ? (index % 9 === 0 ? 1 : 2) : 0;
  const deployment = {
    kind: 'deployment',
    id: randomUUID(),
    unit: post.unit,
    posts: [post.id],
    planned: 2,
    present,
    state,
    from: at(-400),
    until: at(200),
    late: state === 'EN_ROUTE' && index % 2 === 1,
    doubled: index % 19 === 0,
    plannedBy: commander,
  };
  // At a station's first post nobody is yet: the stand-in's officer arrives there.
  const names = index < 70 ? [] : ['이현장', '박순찰', '정지구'];
  return [
    deployment,
    {
      kind: 'duty',
      id: post.id,
      unit: post.unit,
      deployments: [deployment.id],
      planned: 2,
      present: names.slice(0, present + (index % 17 === 0 ? 1 : 0)).map((name, place) => ({
        name,
        unit: post.unit,
        at: at(-390 + place),
        unplanned: place >= present,
      })),
    },
  ];
}

export const watched = (post, state, more) => ({
  kind: 'watch',
  id: post.id,
  unit: post.unit,
  postKind: post.postKind,
  state,
  reports: 0,
  ...more,
});

function watch(post, index, at) {
  // All of one station in ten lost their network; elsewhere few are late.
  const outage = post.unit.endsWith('-3') && index % 10 < 8 && post.unit.startsWith('gangwon');
  if (outage)
    return watched(post, 'LOST_CONTACT', { reports: 5, last: { kind: 'NIL', at: at(-118) }, silentSince: at(-58) });
  if (index % 97 === 0) return watched(post, 'NEVER_REPORTED', { silentSince: at(-290) });
  if (index % 61 === 0)
    return watched(post, 'LATE', { reports: 4, last: { kind: 'NIL', at: at(-74) }, silentSince: at(-14) });
  if (index % 41 === 0) return watched(post, 'SIGNED_OFF', { reports: 7, last: { kind: 'SIGN_OFF', at: at(-20) } });
  const last = {
    kind: index % 7 === 0 ? 'SITUATION' : 'NIL',
    at: at(-(index % 58)),
    ...(index % 53 === 0 ? { clockWrong: true } : {}),
  };
  return watched(post, 'REPORTING', { reports: 6, last });
}

function silences(house, stations, watches, at) {
  return stations.flatMap((unit) => {
    const mine = watches.filter((entity) => entity.unit === unit.id);
    const count = (state) => mine.filter((entity) => entity.state === state).length;
    const [neverReported, late, lostContact] = [count('NEVER_REPORTED'), count('LATE'), count('LOST_CONTACT')];
    if (neverReported + late + lostContact === 0) return [];
    const outage = lostContact >= 5;
    const noted = late > 0 && !outage ? { acknowledgedAt: at(-3), acknowledgedBy: commander } : {};
    const since = at(outage ? -58 : neverReported > 0 ? -290 : -14);
    return [
      { kind: 'silence', id: unit.id, neverReported, late, lostContact, since, outage, posts: mine.length, ...noted },
    ];
  });
}
