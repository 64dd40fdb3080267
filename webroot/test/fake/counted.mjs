// What one entity adds to the tallies of its unit's line: figure → amount (docs/protocol.md).
const silent = ['NEVER_REPORTED', 'LATE', 'LOST_CONTACT'];
const kinds = {
  POLLING_PLACE: 'pollingPlace',
  EARLY_VOTING_PLACE: 'earlyVotingPlace',
  COUNTING_CENTRE: 'countingCentre',
};
const states = {
  REPORTING: 'reporting',
  NEVER_REPORTED: 'neverReported',
  LATE: 'late',
  LOST_CONTACT: 'lostContact',
  SIGNED_OFF: 'signedOff',
};
const moves = {
  PLANNED: 'planned',
  EN_ROUTE: 'enRoute',
  ON_POST: 'onPost',
  RELIEVED: 'relieved',
  CANCELLED: 'cancelled',
};

const ofKind = {
  incident(entity) {
    const open = !['CLOSED', 'DUPLICATE', 'FALSE_REPORT'].includes(entity.status);
    return {
      'incidents.total': 1,
      ...(open ? { 'incidents.open': 1, [`incidents.open.code${entity.code}`]: 1 } : {}),
      ...(entity.status === 'REPORTED' ? { 'incidents.unacknowledged': 1 } : {}),
    };
  },
  post: (entity) => ({
    'posts.total': 1,
    [`posts.${kinds[entity.postKind] ?? 'other'}`]: 1,
    ...(entity.jurisdiction === 'MAPPED' ? {} : { 'posts.jurisdictionUnknown': 1 }),
  }),
  watch: (entity) => ({
    ...(entity.state === 'IDLE' ? {} : { 'posts.due': 1, [`posts.${states[entity.state]}`]: 1 }),
    ...(silent.includes(entity.state) ? { 'posts.silent': 1 } : {}),
    'posts.reports': entity.reports,
  }),
  deployment: (entity) => ({
    [`deployments.${moves[entity.state]}`]: 1,
    ...(['RELIEVED', 'CANCELLED'].includes(entity.state)
      ? {}
      : { 'people.planned': entity.planned, 'people.due': entity.planned }),
    ...(entity.state === 'ON_POST' ? { 'people.onPost': entity.present } : {}),
    ...(entity.state === 'CANCELLED' ? {} : { 'people.duties': entity.planned }),
    ...(entity.late ? { 'deployments.late': 1 } : {}),
    ...(entity.state === 'ON_POST' && entity.present < entity.planned ? { 'deployments.underStrength': 1 } : {}),
  }),
  force: (entity) => ({
    'people.strength': entity.strength,
    'people.available': entity.available,
    ...(entity.reserveState ? { [`reserves.${entity.reserveState.toLowerCase()}`]: entity.available } : {}),
  }),
  muster: (entity) => ({
    'muster.ordered': entity.ordered,
    'muster.mustered': entity.mustered,
    'muster.rooms': 1,
    'muster.received': entity.receivedAt ? 1 : 0,
  }),
};

export const counted = (entity) => ofKind[entity.kind]?.(entity) ?? {};
