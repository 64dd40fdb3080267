import type { koPlan } from './ko-plan.js';

/** English beside ko-plan.ts. */
export const enPlan: Readonly<Record<keyof typeof koPlan, string>> = {
  'desk.blind': 'The live picture is not this account’s to see. It manages operations and lists only.',
  'desk.blind.status': 'no live picture',

  'proposal.title': 'Standard course',
  'proposal.text':
    'Fills the editors with the standard timetable and plan around a polling day. Nothing changes until it is saved.',
  'proposal.pollingDay': 'Polling day',
  'proposal.close': 'Polling closes at (Korean time)',
  'proposal.campaignFrom': 'Campaign from',
  'proposal.campaignFrom.hint': '22 days before polling day if empty',
  'proposal.ask': 'Fill the editors',
  'proposal.unsaved': 'This is a proposal. It takes effect once you have looked at it and saved it.',
};
