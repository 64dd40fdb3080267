import { html, type TemplateResult } from 'lit';
import { word } from '../core/codes.js';
import type { PostState, Watch } from '../core/entities.js';
import { duration, moment } from '../core/format.js';
import { dueAt, silent } from '../core/watch.js';
import { t } from '../i18n/index.js';
import type { Desk } from './desk.js';

const marks: Readonly<Record<PostState, string>> = {
  LOST_CONTACT: '✕',
  NEVER_REPORTED: '!',
  LATE: '◐',
  REPORTING: '●',
  IDLE: '○',
  SIGNED_OFF: '■',
};

/** `✕ 연락 두절`: mark and word; colour only repeats that it is silent. */
export function postState(desk: Desk, state: PostState): TemplateResult {
  return html`<b class=${silent(state) ? 'alarm' : 'quiet'} data-state=${state}
    ><span aria-hidden="true">${marks[state]}</span> ${word(desk.codes, 'postStates', state)}</b
  >`;
}

/** `19:02 특이사항 없음 · 다음 20:02 (12:40 남음)`. */
export function lastAndNext(desk: Desk, watch: Watch): string {
  const now = desk.asOf;
  const last =
    watch.last == null
      ? t('post.last.none')
      : t('post.last', { at: moment(watch.last.at, now), kind: word(desk.codes, 'signsOfLife', watch.last.kind) });
  const due = dueAt(desk.plan, watch);
  if (due === undefined) return last;
  const values = { at: moment(due, now), for: duration(Math.abs(due - now)) };
  return `${last} · ${t(due < now ? 'post.due.over' : 'post.due', values)}`;
}
