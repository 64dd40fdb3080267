// What the stand-in answers about preparations: the standard course, lists of lines, the course of a muster.
const hour = 3_600_000;

/** Around a polling day in Korean time, as the server's. */
export function proposal(query) {
  const day = Date.parse(`${query.get('pollingDay')}T00:00:00+09:00`);
  const [hours, minutes] = (query.get('close') ?? '18:00').split(':').map(Number);
  const close = hours + minutes / 60;
  const at = (after) => new Date(day + after * hour).toISOString();
  const campaign = query.get('campaignFrom');
  const from = campaign ? new Date(`${campaign}T00:00:00+09:00`).toISOString() : at(-22 * 24);
  const phase = (name, instant) => ({ phase: name, from: instant });
  const step = (level, first, last, reason) => ({ unit: 'hq', level, from: first, until: last, reason });
  return {
    phases: [
      phase('CAMPAIGN', from),
      phase('EARLY_VOTING', at(-5 * 24 + 6)),
      phase('STORAGE_WATCH', at(-4 * 24 + 18)),
      phase('PREPARATION', at(5)),
      phase('VOTING', at(6)),
      phase('TRANSPORT', at(close)),
      phase('COUNTING', at(close + 0.5)),
      phase('STAND_DOWN', at(29)),
    ],
    steps: [step('ALERT', at(-5 * 24 + 6), at(6), '사전투표 첫날부터'), step('A', at(6), at(29), '투표와 개표')],
  };
}

const needs = {
  posts: ['name', 'province', 'district'],
  forces: ['unit', 'kind', 'name', 'strength'],
  deployments: ['unit', 'posts', 'planned', 'from', 'until'],
};

/** A list, roughly as the server reads one: a needed cell that is empty makes its line wrong. Nothing is kept but the answer. */
export function imported({ house }, list, { id: key, query, body }) {
  const [head = '', ...lines] = body
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/);
  const columns = head.split(',').map((name) => name.trim());
  const problem = (code, detail, errors = []) => ({ status: 422, body: { status: 422, code, detail, errors } });
  if (!key) return { status: 400, body: { status: 400, code: 'idempotency-key-missing' } };
  if (!needs[list].every((name) => columns.includes(name)))
    return problem(`not-a-list-of-${list}`, `The columns ${needs[list].join(', ')} are needed.`);
  const rows = lines.map((line, index) => [index + 2, line.split(',')]);
  const errors = rows.flatMap(([line, cells]) =>
    needs[list]
      .filter((name) => !cells[columns.indexOf(name)]?.trim())
      .map((column) => ({ line, column, code: 'value-missing', detail: `${column} is missing.` })),
  );
  if (query.get('mode') === 'all-or-nothing' && errors.length > 0)
    return problem(
      'rows-refused',
      `${errors.length} lines are wrong; nothing was taken over.`,
      errors.map(({ line, code, detail }) => ({ pointer: `/lines/${line}`, code, detail })),
    );
  const good = rows.length - new Set(errors.map(({ line }) => line)).size;
  const written = query.get('dryRun') === 'true' ? 0 : house.answers.has(body) ? 0 : good;
  const unchanged = query.get('dryRun') === 'true' ? 0 : good - written;
  if (query.get('dryRun') !== 'true') house.answers.set(body, true);
  const known = ['unit', 'kind', 'station', ...needs[list]];
  const waiting = rows.filter(([, cells]) => list === 'posts' && cells.join().includes('제주시'));
  const said = {
    encoding: 'UTF_8',
    rows: rows.length,
    written,
    unchanged,
    ignoredColumns: columns.filter((name) => !known.includes(name)),
    errors,
  };
  if (list !== 'posts') return { status: 200, body: said };
  return {
    status: 200,
    body: {
      ...said,
      mapped: good - waiting.length,
      ambiguous: waiting.length,
      unmapped: 0,
      waiting: waiting.map(([line, cells]) => ({
        line,
        post: key,
        name: cells[columns.indexOf('name')],
        province: '제주',
        district: '제주시',
        candidates: ['jeju-dongbu', 'jeju-seobu'],
      })),
    },
  };
}

export const forces = (house, unit) =>
  [...house.entities.values()].filter(
    (one) => one.kind === 'force' && (house.line(one.unit).includes(unit) || house.line(unit).includes(one.unit)),
  );

/** Every room by the deadlines: a third fewer at the first, as many as now at the second. */
export function course(house, id) {
  const level = house.entities.get(`level/${id}`);
  if (level === undefined) return { status: 404, body: { status: 404, code: 'unknown-level' } };
  const musters = [...house.entities.values()].filter((one) => one.kind === 'muster' && one.declaration === id);
  const rate = ({ ordered, mustered }) => ({
    ordered,
    mustered,
    byEssentialDeadline: Math.round((mustered * 2) / 3),
    byDeadline: mustered,
  });
  const points = ({ orderedAt, reportedAt, ordered, mustered }) => [
    { at: orderedAt, ordered, mustered: 0 },
    ...(reportedAt ? [{ at: reportedAt, ordered, mustered }] : []),
  ];
  const sum = (name) => musters.reduce((total, one) => total + rate(one)[name], 0);
  const names = ['ordered', 'mustered', 'byEssentialDeadline', 'byDeadline'];
  const items = musters.map((muster) => ({ muster, rate: rate(muster), course: points(muster) }));
  return {
    status: 200,
    body: { level, rate: Object.fromEntries(names.map((name) => [name, sum(name)])), course: [], items },
  };
}
