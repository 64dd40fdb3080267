import type { Answer, Api, Query } from './api.js';
import type { Conference, ConferenceDecision, ConferenceNote, ConferenceRoom } from './conferences.js';
import type { ChaseRule, Directive, DirectivePosts, DirectiveRoom } from './directives.js';
import { inside, type Line, type Page } from './remote.js';

/** With the rooms and posts of one's own subtree. */
export interface DirectiveHistory {
  readonly directive: Directive;
  readonly rooms: readonly DirectiveRoom[];
  readonly posts: readonly DirectivePosts[];
  readonly timeline: readonly Line[];
}

/** All of a conference, each list in the order in which it came about. */
export interface ConferenceMinutes {
  readonly conference: Conference;
  readonly rooms: readonly ConferenceRoom[];
  readonly notes: readonly ConferenceNote[];
  readonly decisions: readonly ConferenceDecision[];
}

/** Whom a directive would reach, and from when on rooms would be late. */
export interface Reach {
  readonly rooms: number;
  readonly posts: number;
  readonly acknowledgeBy: string;
}

const one = (operation: string, kind: 'directives' | 'conferences', id: string): string =>
  `${inside(operation)}/${kind}/${encodeURIComponent(id)}`;

/** Newest first. */
export const directives = (api: Api, operation: string, query: Query): Promise<Page<Directive>> =>
  api.get<Page<Directive>>(`${inside(operation)}/directives`, query);

export const directiveHistory = (api: Api, operation: string, id: string): Promise<DirectiveHistory> =>
  api.get<DirectiveHistory>(one(operation, 'directives', id));

/** Nothing is issued by asking. */
export const reach = (api: Api, operation: string, body: unknown): Promise<Reach> =>
  api.request<Answer & Reach>(`${inside(operation)}/directives/preview`, { method: 'POST', body });

/** How directives are followed, be it by the standard rules. */
export const chaseRules = (api: Api, operation: string): Promise<{ readonly chasing: readonly ChaseRule[] }> =>
  api.get(`${inside(operation)}/directive-settings`);

/** Newest first. */
export const conferences = (api: Api, operation: string, query: Query): Promise<Page<Conference>> =>
  api.get<Page<Conference>>(`${inside(operation)}/conferences`, query);

export const minutes = (api: Api, operation: string, id: string): Promise<ConferenceMinutes> =>
  api.get<ConferenceMinutes>(`${one(operation, 'conferences', id)}/minutes`);
