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
