import { seen, unlooked } from '../core/boxes.js';
import { t } from '../i18n/index.js';
import { boxesOf, isSide, type Told, type TransportDraft } from './transport-desk.js';

interface Officer {
  readonly account?: string;
  readonly name: string;
}

/** What stands between the form and the outbox: words to say, or the record. */
export type Checked = { readonly wrong: string } | { readonly told: Told };

const wrong = (words: string): Checked => ({ wrong: words });

/** What was written, as it is sent; what real life may produce passes, with what is only forgotten asked for. */
export function checked(draft: TransportDraft, me: Officer): Checked {
  const { form } = draft;
  if (form === 'departure') return departure(draft, me);
  if (form === 'stop') {
    const reason = draft.reason.trim();
    return reason === '' ? wrong(t('transport.form.needReason')) : { told: { act: 'stop', body: { reason } } };
  }
  if (form === 'checkpoint') {
    const place = draft.place.trim();
    if (place === '') return wrong(t('transport.form.needPlace'));
    const { position } = draft;
    if (position === undefined) return { told: { act: 'checkpoint', body: { place } } };
    const { latitude, longitude } = position;
    return { told: { act: 'checkpoint', body: { place, position: { latitude, longitude } } } };
  }
  const missed = unlooked(draft.looked);
  if (missed.length > 0)
    return wrong(t('transport.form.unlooked', { boxes: missed.map(({ box }) => box || '?').join(', ') }));
  const unread = draft.looked.filter(({ sight, found }) => sight === 'OTHER' && (found ?? '').trim() === '');
  if (unread.length > 0)
    return wrong(t('transport.form.needSeals', { boxes: unread.map(({ box }) => box).join(', ') }));
  const boxes = seen(draft.looked);
  const double = twice(boxes.map(({ box }) => box));
  if (double !== undefined) return wrong(t('transport.form.twice', { box: double }));
  return {
    told: isSide(form) ? { act: 'handover', body: { side: form, boxes } } : { act: 'arrival', body: { boxes } },
  };
}

function departure(draft: TransportDraft, me: Officer): Checked {
  const boxes = boxesOf(draft.labelled);
  if (boxes.length === 0) return wrong(t('transport.form.needBox'));
  const double = twice(boxes.map(({ box }) => box));
  if (double !== undefined) return wrong(t('transport.form.twice', { box: double }));
  if (boxes.some(({ seals }) => seals.length === 0)) return wrong(t('transport.form.noSeals'));
  const vehicle = draft.vehicle.trim();
  const body = {
    boxes,
    officers: [me, ...alongside(draft).map((name) => ({ name }))],
    commissionStaff: draft.staff,
    ...(vehicle === '' ? {} : { vehicle }),
  };
  return { told: { act: 'departure', body } };
}

export const alongside = ({ others }: TransportDraft): readonly string[] =>
  others.map((name) => name.trim()).filter((name) => name !== '');

function twice(numbers: readonly string[]): string | undefined {
  const key = (number: string): string => number.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return numbers.find((number, place) => numbers.findIndex((other) => key(other) === key(number)) !== place);
}
