import type { nothing, TemplateResult } from 'lit';
import type { Incident } from '../../core/protocol.js';
import type { History } from '../../core/remote.js';
import type { Desk } from '../desk.js';
import { access } from './access.js';
import { closure } from './closure.js';
import { facts } from './facts.js';
import { relations } from './relations.js';
import { teamsAtWork } from './teams-at-work.js';
import { upward } from './upward-section.js';

/** What a section of the detail is drawn from. */
export interface Shown {
  readonly desk: Desk;
  readonly incident: Incident;
  /** None while it is being fetched. */
  readonly history: History | undefined;
}

export type Section = (shown: Shown) => TemplateResult | typeof nothing;

/** The sections between the acts and the timeline, from the top; one file each, `nothing` where it has nothing to say. */
export const sections: readonly Section[] = [access, closure, teamsAtWork, upward, relations, facts];
