import { format, without, opened, type Route } from '../route.js';
import type { Desk } from '../desk.js';
import type { Goal } from './glance.js';

function routeOf(desk: Desk, goal: Goal): Route {
  const here = without(desk.route, ...opened, 'only');
  if ('page' in goal) return { ...here, page: goal.page };
  return 'only' in goal ? { ...here, open: true, only: goal.only } : { ...here, open: false };
}

/** The address of the list behind a figure: for a link that can be copied or opened beside. */
export const address = (desk: Desk, goal: Goal): string => format(routeOf(desk, goal));

/** Follows a link within the page; one that is to open elsewhere is left to the browser. */
export function follow(desk: Desk, goal: Goal, event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  desk.visit(routeOf(desk, goal));
}
