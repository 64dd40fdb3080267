import { html, nothing, type TemplateResult } from 'lit';
import { word } from '../../core/codes.js';
import { isLate, roomOf, stands, unanswered, type Directive } from '../../core/directives.js';
import { said } from '../../core/erasure.js';
import { moment, number } from '../../core/format.js';
import { unitLabel, unitName } from '../../core/place.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { roomMark } from '../../ui/room-mark.js';
import type { Desk } from '../desk.js';
import { acknowledgeButton, dueWords } from './line.js';
import { doneQuestion } from './questions.js';

/** So many addressees are named. */
const mostNamed = 6;

/** Who ordered it and when, whom, by when, what it replaces or came from, and what ended it. */
export function directiveFacts(desk: Desk, directive: Directive): TemplateResult {
  const { store } = desk.live;
  const { posts, ending } = directive;
  const units = named(directive.to.map((unit) => unitLabel(store, unit)));
  const who = [unitName(store, directive.unit), directive.by?.name].filter(Boolean).join(' ');
  return html`<dl class="facts">
      <dt>${t('nav.directives')}</dt>
      <dd>${t('directive.issuedAt', { at: moment(directive.issuedAt, desk.asOf), who })}</dd>
      <dt>${t('directive.to')}</dt>
      <dd data-testid="directive-to">${directive.below ? t('directive.to.below', { units }) : units}</dd>
      ${
        posts.length === 0
          ? nothing
          : html`<dt>${t('directive.posts')}</dt>
              <dd>${posts.map((kind) => word(desk.codes, 'postKinds', kind)).join(', ')}</dd>`
      }
      <dt>${t('compose.due')}</dt>
      <dd>${dueWords(desk, directive, stands(directive))}</dd>
      ${
        directive.supersedes == null
          ? nothing
          : html`<dt>${t('directive.supersedes')}</dt>
              <dd>${goTo(desk, directive.supersedes, one(store, 'directive', directive.supersedes)?.number)}</dd>`
      }
      ${birth(desk, directive)}
    </dl>
    ${
      directive.state !== 'WITHDRAWN' || ending == null
        ? nothing
        : html`<p class="notice late" data-testid="directive-withdrawn">
            ${t('directive.withdrawn', { at: moment(ending.at, desk.asOf), reason: said(ending.reason ?? '') })}
          </p>`
    }
    ${
      directive.supersededBy == null
        ? nothing
        : html`<p class="notice late" data-testid="directive-superseded">
            ${t('directive.superseded')} ${goTo(desk, directive.supersededBy, t('directive.superseded.open'))}
          </p>`
    }`;
}

/** How one's own room stands, and the next thing it does. */
export function ownRoom(desk: Desk, directive: Directive): TemplateResult | typeof nothing {
  const room = roomOf(desk.live.store, directive.id, desk.home);
  if (room === undefined) return nothing;
  const late = isLate(directive, room, desk.asOf);
  const chased = room.chased ?? 0;
  const open = room.state !== 'DONE';
  return html`<div class="notice ${late ? 'late' : ''}" data-testid="own-room" data-state=${room.state}>
    <div class="title">
      <b>${t('directive.own')}</b> ${roomMark(desk.codes, room.state, late)}
      ${open && room.returned != null ? html`<b class="alarm">${t('directive.reopened', { reason: said(room.returned) })}</b>` : nothing}
      ${open && chased > 0 ? html`<span class="warn">${t('directive.chased', { n: number(chased), at: moment(room.lastChasedAt ?? '', desk.asOf) })}</span>` : nothing}
    </div>
    <div class="acts">
      ${stands(directive) && unanswered(room) ? acknowledgeButton(desk, directive) : nothing}
      ${
        stands(directive) && room.state === 'ACKNOWLEDGED' && desk.orders.answers
          ? html`<button
              class="main"
              data-testid="directive-done"
              aria-keyshortcuts="y"
              @click=${() => desk.ask(doneQuestion(directive))}
            >
              ${t('directive.do')} <kbd aria-hidden="true">y</kbd>
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

const goTo = (desk: Desk, directive: string, words: string | undefined): TemplateResult =>
  html`<button class="plain" data-testid="directive-other" @click=${() => desk.go({ directive })}>
    ${words ?? t('conference.directive')}
  </button>`;

/** The decision that it came from, with the way there while the conference is in sight. */
function birth(desk: Desk, { decision }: Directive): TemplateResult | typeof nothing {
  if (decision == null) return nothing;
  const conference = one(desk.live.store, 'conference-decision', decision)?.conference;
  return html`<dt>${t('nav.conferences')}</dt>
    <dd>
      ${
        conference === undefined
          ? t('directive.born')
          : html`<button
              class="plain"
              data-testid="directive-conference"
              @click=${() => desk.turn('conferences', { conference })}
            >
              ${t('directive.born')}
            </button>`
      }
    </dd>`;
}

/** The first of many, and how many more there are. */
function named(units: readonly string[]): string {
  const shown = units.slice(0, mostNamed).join(', ');
  const more = units.length - mostNamed;
  return more > 0 ? `${shown} ${t('directive.matrix.late.more', { n: number(more) })}` : shown;
}
