import type { koLiaison } from './ko-liaison.js';

/** English beside ko-liaison.ts. */
export const enLiaison: Readonly<Record<keyof typeof koLiaison, string>> = {
  'liaison.title': 'Incidents shared with the commission',
  'liaison.empty': 'Nothing is shared.',
  'liaison.note': 'Only what the police shared and what the commission reported is shown.',
  'liaison.occurred': 'Occurred {at}',
  'liaison.closed': 'Closed {at}',
  'liaison.report': 'Report to the police',
  'liaison.matter': 'What do you report?',
  'liaison.kind': 'Kind of incident',
  'liaison.where': 'Place',
  'liaison.where.change': 'Another place',
  'liaison.where.needed': 'Choose the place that police are to go to.',
  'liaison.where.none': 'No place: to the provincial police agency',
  'liaison.agency': 'Provincial police agency',
  'liaison.text': 'What happened',
  'liaison.reporter': 'Who told you (optional)',
  'liaison.send': 'Report',
  'liaison.sent': '{number} was taken.',
  'liaison.end': 'Report the end of a count',
  'liaison.end.text': 'Choose the counting centre and report. It is recorded as over now.',
  'liaison.end.sent': '{name}: the end of the count was reported.',
  'liaison.end.send': 'Report the end of the count',
};
