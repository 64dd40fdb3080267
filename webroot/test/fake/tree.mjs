import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const roster = '../../../src/main/resources/kr/haetae/roster/units.csv';

// The command tree of the stand-in: the eighteen agencies by name, some stations each.
const agencies = [
  [
    'seoul',
    '서울',
    'Seoul',
    ['강남', '서초', '송파', '중부', '종로', '용산', '마포', '영등포', '관악', '노원', '강서', '은평'],
  ],
  ['busan', '부산', 'Busan', ['해운대', '중부', '동래', '사상', '남부']],
  ['daegu', '대구', 'Daegu', ['수성', '중부', '달서']],
  ['incheon', '인천', 'Incheon', ['남동', '미추홀', '부평', '서부']],
  ['gwangju', '광주', 'Gwangju', ['북부', '서부', '광산']],
  ['daejeon', '대전', 'Daejeon', ['둔산', '유성', '중부']],
  ['ulsan', '울산', 'Ulsan', ['남부', '울주']],
  ['sejong', '세종', 'Sejong', ['세종남부', '세종북부']],
  [
    'gyeonggi-nambu',
    '경기남부',
    'Gyeonggi South',
    ['수원중부', '성남분당', '용인동부', '안산상록', '평택', '화성동탄'],
  ],
  ['gyeonggi-bukbu', '경기북부', 'Gyeonggi North', ['의정부', '고양', '남양주남부', '파주']],
  ['gangwon', '강원', 'Gangwon', ['춘천', '원주', '강릉', '고성']],
  ['chungbuk', '충북', 'Chungbuk', ['청주흥덕', '충주', '제천']],
  ['chungnam', '충남', 'Chungnam', ['천안동남', '아산', '서산']],
  ['jeonbuk', '전북', 'Jeonbuk', ['전주완산', '군산', '익산']],
  ['jeonnam', '전남', 'Jeonnam', ['목포', '여수', '순천']],
  ['gyeongbuk', '경북', 'Gyeongbuk', ['포항남부', '경주', '구미', '안동']],
  ['gyeongnam', '경남', 'Gyeongnam', ['창원중부', '진주', '김해중부', '고성']],
  ['jeju', '제주', 'Jeju', ['제주동부', '서귀포']],
];

/** The real organisation, by the product's own roster; headquarters is called `hq` as everywhere in the stand-in. */
function national() {
  const lines = readFileSync(join(import.meta.dirname, roster), 'utf8');
  return lines
    .trim()
    .split('\n')
    .slice(1)
    .map((line, order) => {
      const [code, kind, parent, korean, english, label] = line.split(',');
      const name = (id) => (id === 'npa' ? 'hq' : id);
      const above = parent === '' ? undefined : name(parent);
      return { ...unit(name(code), kind === 'DETACHMENT' ? 'STATION' : kind, above, korean, english, label), order };
    });
}

/** @param most so many stations in all, those without a name numbered; 261 or more: the national tree */
export function units(most = 0) {
  if (most >= 261) return national();
  const made = [unit('hq', 'HQ', undefined, '경찰청', 'National Police Agency', '본청')];
  for (const [code, korean, english, stations] of agencies) {
    made.push(unit(code, 'AGENCY', 'hq', `${korean}경찰청`, `${english} Metropolitan Police Agency`, `${korean}청`));
    stations.forEach((name, index) =>
      made.push(
        unit(
          `${code}-${index + 1}`,
          'STATION',
          code,
          `${korean}${name}경찰서`,
          `${english} ${index + 1} Station`,
          name,
        ),
      ),
    );
  }
  for (let index = 0; made.length < most + 19; index++) {
    const [code, korean, english, named] = agencies[index % agencies.length];
    const number = named.length + 1 + Math.floor(index / agencies.length);
    const label = `${korean}${number}`;
    made.push(unit(`${code}-${number}`, 'STATION', code, `${label}경찰서`, `${english} ${number} Station`, label));
  }
  return made.map((unit, order) => ({ ...unit, order }));
}

function unit(id, unitKind, parent, korean, english, label) {
  return { kind: 'unit', id, seq: 1, unitKind, ...(parent ? { parent } : {}), korean, english, label };
}
