export type Page = 'matrix' | 'unassigned';

/** What the address says: so that back, reload and a sent link show the same. */
export interface Route {
  readonly operation?: string;
  readonly scope?: string;
  readonly page: Page;
  readonly incident?: string;
  readonly open: boolean;
}

export function parse(search: string): Route {
  const given = new URLSearchParams(search);
  const text = (name: string): string | undefined => given.get(name) ?? undefined;
  const [operation, scope, incident] = [text('operation'), text('scope'), text('incident')];
  return {
    ...(operation === undefined ? {} : { operation }),
    ...(scope === undefined ? {} : { scope }),
    ...(incident === undefined ? {} : { incident }),
    page: text('page') === 'unassigned' ? 'unassigned' : 'matrix',
    open: text('show') !== 'all',
  };
}

export function format(route: Route): string {
  const made = new URLSearchParams();
  if (route.operation !== undefined) made.set('operation', route.operation);
  if (route.scope !== undefined) made.set('scope', route.scope);
  if (route.page !== 'matrix') made.set('page', route.page);
  if (route.incident !== undefined) made.set('incident', route.incident);
  if (!route.open) made.set('show', 'all');
  return made.size === 0 ? '/' : `/?${made.toString()}`;
}

/** The route with a field taken away, which `exactOptionalPropertyTypes` does not let one set to undefined. */
export function without(route: Route, field: 'incident' | 'scope' | 'operation'): Route {
  return Object.fromEntries(Object.entries(route).filter(([name]) => name !== field)) as unknown as Route;
}
