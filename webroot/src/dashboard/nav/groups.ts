import type { Word } from '../../i18n/index.js';
import type { Page } from '../route.js';

/** The pages in the groups that the rooms think in; every page stands in exactly one. */
export const groups = {
  picture: ['map', 'matrix', 'charts'],
  command: ['levels', 'directives', 'conferences'],
  force: ['posts', 'silence', 'forces', 'reserves', 'teams'],
  case: ['cases', 'upward', 'handovers', 'search'],
  custody: ['transport', 'storages', 'counting'],
  manage: ['operation', 'imports', 'unassigned', 'erasures'],
} as const satisfies Readonly<Record<string, readonly Page[]>>;

export type Group = keyof typeof groups;

export interface Offer {
  readonly group: Group;
  readonly pages: readonly Page[];
}

/** The groups of which an account has a page, each with the pages that it has. */
export function offers(offered: readonly Page[]): readonly Offer[] {
  return (Object.keys(groups) as Group[])
    .map((group): Offer => ({ group, pages: groups[group].filter((page: Page) => offered.includes(page)) }))
    .filter(({ pages }) => pages.length > 0);
}

export const groupOf = (page: Page): Group =>
  (Object.keys(groups) as Group[]).find((group) => (groups[group] as readonly Page[]).includes(page)) ?? 'picture';

/** Where a key leads in a row of buttons, of which one is in hand; undefined: it is none of the row's keys. */
export function step(key: string, at: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % length;
    case 'ArrowLeft':
      return (at - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}

export const groupNames: Readonly<Record<Group, Word>> = {
  picture: 'group.picture',
  command: 'group.command',
  force: 'group.force',
  case: 'group.case',
  custody: 'group.custody',
  manage: 'group.manage',
};

export const pageNames: Readonly<Record<Page, Word>> = {
  matrix: 'nav.matrix',
  map: 'nav.map',
  charts: 'nav.charts',
  levels: 'nav.levels',
  directives: 'nav.directives',
  conferences: 'nav.conferences',
  silence: 'nav.silence',
  posts: 'nav.posts',
  forces: 'nav.forces',
  reserves: 'nav.reserves',
  cases: 'nav.cases',
  upward: 'nav.upward',
  handovers: 'nav.handovers',
  teams: 'nav.teams',
  operation: 'nav.operation.page',
  imports: 'nav.imports',
  unassigned: 'nav.unassigned',
  search: 'nav.search',
  erasures: 'nav.erasures',
  transport: 'nav.transport',
  storages: 'nav.storages',
  counting: 'nav.counting',
};
