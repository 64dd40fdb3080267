import { randomUUID } from 'node:crypto';
import { codes } from './codes.mjs';

const texts = [
  '술 취한 남성이 투표소 입구에서 고성을 지르며 다른 선거인을 막고 있음',
  '기표소 안에서 휴대전화로 투표지를 촬영하였다는 신고',
  '본인 명의로 이미 투표가 되어 있다고 주장하며 항의',
  '투표소 앞 이중 주차로 통행 불가',
  '투표소 정전, 비상 발전기 가동 중. 선관위 직원이 조치하고 있으며 선거인 40여 명 대기',
  '벽보가 찢어져 있음 <가>',
];
const pick = (list, index) => list[index % list.length];

export function fill(house, incidents, posts = 900) {
  const stations = [...house.entities.values()].filter((unit) => unit.unitKind === 'STATION');
  const made = Array.from({ length: posts }, (_, index) => post(pick(stations, index), index));
  house.commit([...made, ...unknown(house)].flatMap(apart));
  const room = { id: 'a-1', name: '김상황', unit: 'hq' };
  const now = Date.now();
  const oldest = house.oldest;
  house.oldest = () => {};
  for (let index = 0; index < incidents; index++) {
    const at = new Date(now - (incidents - index) * 47_000 - 20_000).toISOString();
    const kind = pick(codes.incidentKinds, (index * 7) % 26).code;
    const { id } = house.report(
      {
        kind,
        code: [3, 2, 4, 3, 1, 3, 2, 3, 0, 4][index % 10],
        text: pick(texts, index),
        post: pick(made, index * 13).id,
        occurredAt: at,
        recordedAt: at,
        ...(index % 3 === 0 ? {} : { source: 'CALL_112', callNumber: `112-${20260 + index}` }),
      },
      room,
    );
    if (index % 10 < 7 && index < incidents - 6)
      house.act(id, 'incident-acknowledged', {}, () => ({ status: 'ACKNOWLEDGED', acknowledgedAt: at }), room);
    if (index % 10 < 4)
      house.act(id, 'incident-dispatched', { note: '순21 출동' }, () => ({ status: 'DISPATCHED', remarks: 1 }), room);
  }
  house.oldest = oldest;
  for (const key of house.entities.keys()) if (key.startsWith('tally/')) house.oldest(key.slice(6));
}

export function live(house, everyMillis) {
  const posts = [...house.entities.values()].filter(
    (entity) => entity.kind === 'post' && entity.jurisdiction === 'MAPPED',
  );
  let index = 0;
  setInterval(() => {
    index++;
    house.report(
      {
        kind: pick(codes.incidentKinds, index).code,
        code: index % 5,
        text: pick(texts, index),
        post: pick(posts, index * 31).id,
        occurredAt: new Date().toISOString(),
      },
      { id: 'a-2', name: '이현장', unit: 'seoul-1' },
    );
  }, everyMillis);
}

/** A post, and apart from it where it is. */
function apart({ province, district, place, address, ...post }) {
  const { id, unit } = post;
  const deep = post.jurisdiction === 'MAPPED';
  return [post, { kind: 'place', id, unit, deep, province, district, place, address }];
}

function post(station, index) {
  return {
    kind: 'post',
    id: randomUUID(),
    unit: station.id,
    postKind: index % 5 === 0 ? 'EARLY_VOTING_PLACE' : 'POLLING_PLACE',
    name: `${station.label}${(index % 9) + 1}동제${(index % 6) + 1}투표소`,
    province: station.korean.slice(0, 2),
    district: `${station.label}구`,
    place: '주민센터 2층 대회의실',
    address: `${station.label}로 ${index + 1}`,
    jurisdiction: 'MAPPED',
    candidates: [],
  };
}

function unknown(house) {
  const agencies = [...house.entities.values()].filter((unit) => unit.unitKind === 'AGENCY');
  return Array.from({ length: 23 }, (_, index) => {
    const agency = pick(agencies, index);
    const ambiguous = index % 2 === 0;
    return {
      kind: 'post',
      id: randomUUID(),
      unit: agency.id,
      postKind: 'EARLY_VOTING_PLACE',
      name: '중앙동사전투표소',
      province: agency.label,
      district: '중구',
      address: `중앙로 ${index + 1}`,
      jurisdiction: ambiguous ? 'AMBIGUOUS' : 'UNMAPPED',
      candidates: ambiguous ? [`${agency.id}-1`, `${agency.id}-2`] : [],
    };
  });
}
