import type { koOrderRefusals } from './ko-order-refusals.js';

/** English beside ko-order-refusals.ts. */
export const enOrderRefusals: Readonly<Record<keyof typeof koOrderRefusals, string>> = {
  'timeline.directive-concluded': 'Concluded',

  'refusal.unknown-directive': 'This directive is not one that your unit may see.',
  'refusal.not-asked': 'The directive does not ask this unit.',
  'refusal.not-your-directive': 'Another unit issued this directive; it is not yours to change or withdraw.',
  'refusal.directive-over': 'The directive is over. Look whether another one replaces it.',
  'refusal.not-for-post': 'The directive is not meant for this post.',
  'refusal.due-in-past': 'The due time is over. Choose a later one.',
  'refusal.nobody-late': 'There is nobody to be told again.',
  'refusal.unknown-decision': 'This decision is not of a conference of your unit.',
  'refusal.unknown-conference': 'This conference is not one that your unit may see.',
  'refusal.not-your-conference': 'Another unit convened this conference; you enter attendance or absence only.',
  'refusal.not-invited': 'This unit is not invited to the conference.',
  'refusal.conference-over': 'The conference has ended or was cancelled.',
  'refusal.starts-in-past': 'The beginning is in the past.',
  'refusal.agenda-malformed':
    'The agenda cannot stay so: a matter stands twice, there are too many, or one was taken away while it runs.',
  'refusal.unknown-item': 'The conference has no such matter.',
};
