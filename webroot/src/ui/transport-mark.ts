import type { TransportState } from '../core/custody.js';

/** How far a route is, without colour. */
export const stateShapes: Readonly<Record<TransportState, string>> = {
  PLANNED: '○',
  MOVING: '▶',
  STOPPED: '‖',
  ARRIVED: '◆',
  HANDED_OVER: '✓',
  CANCELLED: '✕',
};
