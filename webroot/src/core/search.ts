import type { Api } from './api.js';
import type { Incident } from './protocol.js';
import { inside, type Line, type Page } from './remote.js';

/** What a search asks for, by the names that the address and the API give it. */
export const filters = ['q', 'kind', 'code', 'status', 'unit', 'from', 'until'] as const;

export type Filter = (typeof filters)[number];
export type Filters = Readonly<Partial<Record<Filter, string>>>;

/** An incident that matches; or an entry that does, with the incident it is about, if it is about one. */
export interface Found {
  readonly incident?: Incident;
  readonly entry?: Line;
  readonly subject?: string;
}

/** The filters of an address; those without a value are left out. */
export function filtersOf(given: URLSearchParams): Filters {
  const found = filters.map((name) => [name, given.get(name)?.trim() ?? ''] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== ''));
}

/** The same filters give the same text. */
export function queryOf(chosen: Filters): string {
  const made = new URLSearchParams();
  for (const name of filters) {
    const value = chosen[name];
    if (value !== undefined && value !== '') made.set(name, value);
  }
  return made.toString();
}

export const search = (api: Api, operation: string, chosen: Filters, cursor?: string): Promise<Page<Found>> =>
  api.get<Page<Found>>(`${inside(operation)}/search`, { ...chosen, cursor, limit: 50 });

/** Where the browser downloads what the filters show. */
export const exportPath = (operation: string, chosen: Filters, language: string): string =>
  `/api/v1${inside(operation)}/incidents.csv?${[queryOf(chosen), `lang=${language}`].filter(Boolean).join('&')}`;

/** A named search, kept in this browser. */
export interface SavedView {
  readonly name: string;
  readonly query: string;
}

const kept = 'haetae.views';

export function savedViews(): readonly SavedView[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(kept) ?? '[]');
    return Array.isArray(read) ? read.filter(isView) : [];
  } catch {
    return [];
  }
}

/** Replaces one of the same name. */
export function saveView(view: SavedView): void {
  write([...savedViews().filter(({ name }) => name !== view.name), view]);
}

export function forgetView(name: string): void {
  write(savedViews().filter((view) => view.name !== name));
}

function write(views: readonly SavedView[]): void {
  localStorage.setItem(kept, JSON.stringify(views));
}

function isView(value: unknown): value is SavedView {
  const { name, query } = (value ?? {}) as Partial<SavedView>;
  return typeof name === 'string' && typeof query === 'string';
}
