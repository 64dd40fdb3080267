import { entries } from '../../core/codes.js';
import type { Transport } from '../../core/custody.js';
import { labelOf } from '../../core/forms.js';
import { t } from '../../i18n/index.js';
import type { Field, Given, Question } from '../../ui/question.js';
import type { Desk } from '../desk.js';
import { ends, linesOf, optionsOf, placesOf, starts } from './plan-questions.js';

type Option = readonly [string, string];

/** Of what is in sight, with what stands in the plan: above an agency places are not, and the plan's own must stay choosable. */
function places(desk: Desk, kinds: ReadonlySet<string>, id: string | null | undefined, name: string): Option[] {
  const held = optionsOf(desk, placesOf(desk, kinds));
  return id == null || held.some(([post]) => post === id) ? held : [[id, name], ...held];
}

/** Another plan for a route that has not left. Its number stays: everybody knows it by that. */
export function changeQuestion(desk: Desk, route: Transport): Question {
  const kinds = entries(desk.codes, 'transportKinds').map((kind): Option => [String(kind.code), labelOf(kind)]);
  const named = route.to == null ? route.toName : '';
  const fields: readonly Field[] = [
    { name: 'kind', label: t('transport.kind'), type: 'choice', options: kinds, value: route.transportKind },
    {
      name: 'from',
      label: t('transport.from'),
      type: 'choice',
      options: places(desk, starts, route.from, route.fromName),
      value: route.from,
    },
    {
      name: 'to',
      label: t('transport.to'),
      type: 'choice',
      options: places(desk, ends, route.to, route.toName),
      value: route.to ?? '',
      optional: true,
    },
    {
      name: 'toName',
      label: t('transport.toName'),
      type: 'text',
      value: named,
      optional: true,
      hint: t('transport.toName.hint'),
    },
    { name: 'departsAt', label: t('transport.departsAt'), type: 'moment', value: route.departsAt },
    { name: 'arrivesAt', label: t('transport.arrivesAt'), type: 'moment', value: route.arrivesAt },
    {
      name: 'checkpoints',
      label: t('transport.checkpoints'),
      type: 'lines',
      value: (route.checkpoints ?? []).join('\n'),
      optional: true,
      hint: t('transport.aLine'),
    },
    {
      name: 'boxes',
      label: t('transport.boxes'),
      type: 'lines',
      value: (route.boxes ?? []).join('\n'),
      optional: true,
      hint: t('transport.boxes.planned'),
    },
    { name: 'reason', label: t('ask.reason'), type: 'lines', most: 500 },
  ];
  return {
    title: t('transport.change'),
    text: `${route.number} · ${t('transport.change.text')}`,
    fields,
    send: t('transport.change'),
    request: (given) => ({
      path: `/routes/${encodeURIComponent(route.id)}`,
      method: 'PUT',
      body: planned(route, given),
    }),
    done: t('transport.change.done'),
  };
}

function planned(route: Transport, { reason, checkpoints, boxes, ...given }: Given): object {
  return {
    route: { ...given, number: route.number, checkpoints: linesOf(checkpoints), boxes: linesOf(boxes) },
    reason,
  };
}
