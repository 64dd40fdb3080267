import { filtersOf, queryOf, type Filters } from '../core/search.js';
import { parseOnly, type Only } from './triage/only.js';
import { wallOf, writeWall, type Wall } from './wall/settings.js';

/** The pages of the middle, each with the letter that follows `g`. */
export const pages = {
  matrix: 'm',
  map: 'a',
  charts: 'x',
  levels: 'l',
  directives: 'd',
  conferences: 'v',
  silence: 's',
  posts: 'p',
  forces: 'f',
  reserves: 'r',
  cases: 'c',
  upward: 'b',
  handovers: 'h',
  teams: 't',
  operation: 'o',
  imports: 'i',
  unassigned: 'u',
  search: 'q',
  erasures: 'e',
  transport: 'k',
  storages: 'w',
  counting: 'n',
} as const;

export type Page = keyof typeof pages;

/** Pages that need no live picture. */
const blind: readonly Page[] = ['operation', 'imports'];

/** The pages that an account has, by what it may do. */
export function offered(may: (action: string) => boolean): readonly Page[] {
  const all = may('picture.see') ? (Object.keys(pages) as Page[]) : blind;
  return all.filter((page) => {
    if (page === 'imports')
      return ['post.import', 'force.plan', 'transport.plan', 'queue.import'].some((action) => may(action));
    if (page === 'erasures') return may('record.erase');
    return page !== 'cases' || may('case.see');
  });
}

const isPage = (name: string): name is Page => Object.hasOwn(pages, name);

/** What can be printed: the situation report (상황보고), what one shift leaves to the next (인계서), and posts' QR codes. */
export const sheets = ['report', 'handover', 'codes'] as const;
export type Sheet = (typeof sheets)[number];

/** What the address says: so that back, reload and a sent link show the same. */
export interface Route {
  readonly operation?: string;
  readonly scope?: string;
  readonly page: Page;
  readonly incident?: string;
  /** The post whose page is open. */
  readonly post?: string;
  /** The post that the map points at. */
  readonly focus?: string;
  /** The case whose page is open. */
  readonly case?: string;
  /** The post whose routes are open, the route whose page is, the box whose chain is. */
  readonly centre?: string;
  readonly transport?: string;
  readonly box?: string;
  /** The directive whose page is open. */
  readonly directive?: string;
  /** The conference whose page is open. */
  readonly conference?: string;
  /** Its minutes instead of its page. */
  readonly minutes?: boolean;
  readonly open: boolean;
  /** What the list of incidents is narrowed to; absent: nothing. */
  readonly only?: Only;
  /** Of the search page. */
  readonly filters?: Filters;
  /** What is laid out for paper instead of the page. */
  readonly sheet?: Sheet;
  /** The page is a wall's. */
  readonly wall?: Wall;
}

/** What is open over a page: another page leaves it. */
export const opened = [
  'incident',
  'post',
  'focus',
  'case',
  'directive',
  'conference',
  'minutes',
  'centre',
  'transport',
  'box',
] as const;

/** Of the pages of ballot boxes, whose openings need no handling of their own. */
const plain = ['centre', 'transport', 'box'] as const;

export function parse(search: string): Route {
  const given = new URLSearchParams(search);
  const text = (name: string): string | undefined => given.get(name) ?? undefined;
  const [operation, scope, incident, post] = [text('operation'), text('scope'), text('incident'), text('post')];
  const found = text('case');
  const [directive, conference] = [text('directive'), text('conference')];
  const page = text('page') ?? '';
  const only = parseOnly(text('only'));
  const wall = wallOf(given);
  const sheet = sheets.find((name) => name === text('sheet'));
  return {
    ...(operation === undefined ? {} : { operation }),
    ...(scope === undefined ? {} : { scope }),
    ...(incident === undefined ? {} : { incident }),
    ...(post === undefined ? {} : { post }),
    ...(text('focus') === undefined ? {} : { focus: text('focus') ?? '' }),
    ...(found === undefined ? {} : { case: found }),
    ...Object.fromEntries(plain.flatMap((name) => (text(name) === undefined ? [] : [[name, text(name)]]))),
    ...(directive === undefined ? {} : { directive }),
    ...(conference === undefined ? {} : { conference }),
    ...(text('show') === 'minutes' ? { minutes: true } : {}),
    page: isPage(page) ? page : 'matrix',
    open: text('show') !== 'all',
    ...(only.length === 0 ? {} : { only }),
    ...(page === 'search' ? { filters: filtersOf(given) } : {}),
    ...(sheet === undefined ? {} : { sheet }),
    ...(wall === undefined ? {} : { wall }),
  };
}

export function format(route: Route): string {
  const made = new URLSearchParams();
  if (route.operation !== undefined) made.set('operation', route.operation);
  if (route.scope !== undefined) made.set('scope', route.scope);
  if (route.page !== 'matrix') made.set('page', route.page);
  if (route.post !== undefined) made.set('post', route.post);
  if (route.focus !== undefined) made.set('focus', route.focus);
  if (route.case !== undefined) made.set('case', route.case);
  for (const name of plain) {
    const value = route[name];
    if (value !== undefined) made.set(name, value);
  }
  if (route.directive !== undefined) made.set('directive', route.directive);
  if (route.conference !== undefined) made.set('conference', route.conference);
  if (route.incident !== undefined) made.set('incident', route.incident);
  if (!route.open) made.set('show', 'all');
  else if (route.minutes === true) made.set('show', 'minutes');
  if (route.only !== undefined && route.only.length > 0) made.set('only', route.only.join('.'));
  if (route.page === 'search') {
    for (const [name, value] of new URLSearchParams(queryOf(route.filters ?? {}))) made.set(name, value);
  }
  if (route.sheet !== undefined) made.set('sheet', route.sheet);
  if (route.wall !== undefined) writeWall(made, route.wall);
  return made.size === 0 ? '/' : `/?${made.toString()}`;
}

/** The route with a field taken away, which `exactOptionalPropertyTypes` does not let one set to undefined. */
export function without(route: Route, ...fields: readonly (keyof Route)[]): Route {
  return Object.fromEntries(
    Object.entries(route).filter(([name]) => !fields.includes(name as keyof Route)),
  ) as unknown as Route;
}
