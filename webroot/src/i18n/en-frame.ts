import type { koFrame } from './ko-frame.js';

/** English beside ko-frame.ts. */
export const enFrame: Readonly<Record<keyof typeof koFrame, string>> = {
  'nav.map': 'Map',
  'nav.charts': 'Trends',
  'nav.groups': 'Groups of views',
  'group.picture': 'Overview',
  'group.command': 'Command',
  'group.force': 'Field',
  'group.case': 'Incidents',
  'group.custody': 'Ballots',
  'group.manage': 'Administration',
  'page.failed': 'The view could not be loaded. A new version may have been installed; reloading goes on with it.',
  'page.reload': 'Reload',
};
