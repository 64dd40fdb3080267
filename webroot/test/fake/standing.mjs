// How the stand-in's operation stands: polling day, in the middle of the voting; times by its own clock.
import { randomUUID } from 'node:crypto';

const hour = 3_600_000;
const rule = (kind, phase, everyMinutes = 60, lateMinutes = 10, lostMinutes = 30) => ({
  kind,
  phase,
  everyMinutes,
  lateMinutes,
  lostMinutes,
});

export function standing(rate = 1, now = Date.now()) {
  const at = (hours) => new Date(now + hours * hour).toISOString();
  const phases = { PREPARATION: -7, VOTING: -6, TRANSPORT: 3.2, COUNTING: 5.5, STAND_DOWN: 14 };
  return {
    clock: { anchor: at(0), start: at(0), rate },
    phase: 'VOTING',
    phaseSince: at(-6),
    openedAt: at(-100),
    timetable: Object.entries(phases).map(([phase, hours]) => ({ id: randomUUID(), phase, from: at(hours) })),
    settings: {
      confirmHighLevels: false,
      musterEssentialMinutes: 60,
      musterOthersMinutes: 120,
      silence: [
        rule('POLLING_PLACE', 'PREPARATION'),
        rule('POLLING_PLACE', 'VOTING'),
        rule('EARLY_VOTING_PLACE', 'VOTING'),
        rule('BALLOT_STORAGE', 'VOTING', 120, 20, 60),
        rule('COUNTING_CENTRE', 'COUNTING'),
      ],
      outagePosts: 10,
      outagePercent: 30,
    },
  };
}

/** Which posts report at present, by the operation's rules for its phase. */
export const plan = ({ id, settings, phase, phaseSince }) => ({
  kind: 'report-plan',
  id,
  expected: settings.silence
    .filter((line) => line.phase === phase)
    .map(({ kind, everyMinutes }) => ({ postKind: kind, since: phaseSince, accepting: phaseSince, everyMinutes })),
});
