// Figures over time as the server tells them, made up so that they end where the tallies are.
const bucket = 600_000;
const buckets = 24;

export function series(house, query) {
  const scope = query.get('scope');
  const at = Date.parse(house.now());
  const last = Math.floor(at / bucket) * bucket;
  const units = [...house.entities.values()].filter(({ kind, id, parent }) =>
    kind !== 'unit' ? false : query.get('depth') === 'children' ? parent === scope : id === scope,
  );
  const since = Math.max(Date.parse(query.get('since') ?? '') || 0, last - (buckets - 1) * bucket);
  const first = Math.floor(since / bucket) * bucket;
  const starts = Array.from({ length: Math.max(0, (last - first) / bucket + 1) }, (_, index) => first + index * bucket);
  const grown = (figure, start) => Math.round(figure * (1 - (last - start) / bucket / buckets));
  return {
    upTo: house.cursor,
    at: new Date(at).toISOString(),
    bucketSeconds: bucket / 1000,
    open: true,
    buckets: starts.map((start) => new Date(start).toISOString()),
    units: units.map(({ id }) => ({
      unit: id,
      figures: Object.fromEntries(
        query
          .get('figures')
          .split(',')
          .map((name) => {
            const figure = house.entities.get(`tally/${id}`)?.figures[name] ?? 0;
            return [name, starts.map((start) => grown(figure, start))];
          }),
      ),
    })),
  };
}
