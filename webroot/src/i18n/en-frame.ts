import type { koFrame } from './ko-frame.js';

/** English beside ko-frame.ts. */
export const enFrame: Readonly<Record<keyof typeof koFrame, string>> = {
  'nav.map': 'Map',
  'nav.charts': 'Trends',
};
