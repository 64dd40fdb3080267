import type { koPlan } from './ko-plan.js';

/** English beside ko-plan.ts. */
export const enPlan: Readonly<Record<keyof typeof koPlan, string>> = {
  'desk.blind': 'The live picture is not this account’s to see. It manages operations and lists only.',
  'desk.blind.status': 'no live picture',
};
