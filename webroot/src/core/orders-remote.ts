import type { Answer, Api, Query } from './api.js';
import type { Conference, ConferenceDecision, ConferenceRoom } from './conferences.js';
import type { Directive, DirectiveRoom } from './directives.js';
import { inside, type Line, type Page } from './remote.js';

export interface DirectiveHistory {
  readonly directive: Directive;
  readonly rooms: readonly DirectiveRoom[];
  readonly timeline: readonly Line[];
}

export interface ConferenceHistory {
  readonly conference: Conference;
  readonly rooms: readonly ConferenceRoom[];
  readonly decisions: readonly ConferenceDecision[];
  readonly timeline: readonly Line[];
}

/** Whom a directive would reach. */
export interface Reach {
  readonly rooms: number;
  readonly posts: number;
}

const one = (operation: string, kind: 'directives' | 'conferences', id: string): string =>
  `${inside(operation)}/${kind}/${encodeURIComponent(id)}`;

export const directives = (api: Api, operation: string, query: Query): Promise<Page<Directive>> =>
  api.get<Page<Directive>>(`${inside(operation)}/directives`, query);

export const directiveHistory = (api: Api, operation: string, id: string): Promise<DirectiveHistory> =>
  api.get<DirectiveHistory>(one(operation, 'directives', id));

/** Nothing is issued by asking. */
export const reach = (api: Api, operation: string, body: unknown): Promise<Reach> =>
  api.request<Answer & Reach>(`${inside(operation)}/directives/preview`, { method: 'POST', body });

export const conferences = (api: Api, operation: string, query: Query): Promise<Page<Conference>> =>
  api.get<Page<Conference>>(`${inside(operation)}/conferences`, query);

export const conferenceHistory = (api: Api, operation: string, id: string): Promise<ConferenceHistory> =>
  api.get<ConferenceHistory>(one(operation, 'conferences', id));

/** All of it in one answer, for the printed page. */
export const minutes = (api: Api, operation: string, id: string): Promise<ConferenceHistory> =>
  api.get<ConferenceHistory>(`${one(operation, 'conferences', id)}/minutes`);
