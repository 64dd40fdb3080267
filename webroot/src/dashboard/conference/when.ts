import type { Conference } from '../../core/conferences.js';
import { duration } from '../../core/format.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';

/** How long until it begins, or since it has. */
export function when(desk: Desk, conference: Conference): string {
  if (conference.state === 'RUNNING')
    return t('conference.since', {
      for: duration(desk.asOf - Date.parse(conference.startedAt ?? conference.startsAt)),
    });
  if (conference.state !== 'CONVENED') return '';
  const left = Date.parse(conference.startsAt) - desk.asOf;
  return t(left < 0 ? 'conference.overdue' : 'conference.in', { for: duration(Math.abs(left)) });
}
