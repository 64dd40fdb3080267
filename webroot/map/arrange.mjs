// Where symbols stand. `district`: a point of the station's own district. `schematic`: arranged, since several stations
// share that point or the source has none. Agencies stand in the middle of their stations.

/** Stations that share a point stand around it, this far away (degrees of latitude, about 2.4 km). */
const apart = 0.022;
/** Steps of the grid of candidates across a province without points. */
const steps = 28;

export function arranged(units, stations, provinces, outlines) {
  const parents = new Map(units.map(({ code, parent }) => [code, parent]));
  const places = {};
  const byPoint = new Map();
  for (const station of stations.filter(({ at }) => at !== undefined)) {
    const shared = String(station.at);
    byPoint.set(shared, [...(byPoint.get(shared) ?? []), station]);
  }
  for (const group of byPoint.values()) around(group, places);
  for (const { station } of stations.filter(({ at }) => at === undefined)) {
    const agency = parents.get(station);
    const outline = outlines.find(({ name }) => name === provinces[agency]);
    const others = Object.keys(places).filter((code) => parents.get(code) === agency);
    places[station] = [
      ...free(
        outline,
        others.map((code) => places[code]),
      ),
      'schematic',
    ];
  }
  for (const agency of Object.keys(provinces)) {
    const own = Object.keys(places).filter((code) => parents.get(code) === agency);
    const mean = (axis) => own.reduce((sum, code) => sum + places[code][axis], 0) / own.length;
    places[agency] = [round(mean(0)), round(mean(1)), 'schematic'];
  }
  return places;
}

function around(group, places) {
  group.forEach(({ station, at: [x, y] }, index) => {
    const angle = (2 * Math.PI * index) / group.length - Math.PI / 2;
    const far = group.length === 1 ? 0 : apart;
    places[station] = [
      round(x + (far * Math.cos(angle)) / Math.cos((y * Math.PI) / 180)),
      round(y - far * Math.sin(angle)),
      group.length === 1 ? 'district' : 'schematic',
    ];
  });
}

/** The point of the province's largest part that is farthest from what stands there and from its edge. */
function free({ rings }, taken) {
  const ring = rings.map(unfolded).sort((a, b) => b.length - a.length)[0];
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best = { far: -1, at: [(west + east) / 2, (south + north) / 2] };
  for (let i = 1; i < steps; i++)
    for (let j = 1; j < steps; j++) {
      const at = [west + ((east - west) * i) / steps, south + ((north - south) * j) / steps];
      if (!inside(ring, at)) continue;
      const far = Math.min(...[...taken, ...ring].map((other) => distance(other, at)));
      if (far > best.far) best = { far, at };
    }
  return best.at.map(round);
}

function unfolded(ring) {
  let [x, y] = [0, 0];
  return Array.from({ length: ring.length / 2 }, (_, at) => [
    (x += ring[2 * at]) / 1024,
    (y += ring[2 * at + 1]) / 1024,
  ]);
}

function inside(ring, [x, y]) {
  let within = false;
  ring.forEach(([x1, y1], at) => {
    const [x2, y2] = ring[(at + ring.length - 1) % ring.length];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) within = !within;
  });
  return within;
}

const distance = ([x1, y1], [x2, y2]) => Math.hypot((x1 - x2) * 0.8, y1 - y2);
const round = (degrees) => Math.round(degrees * 1e4) / 1e4;
