import { html, type TemplateResult } from 'lit';
import type { Transport, TransportState } from '../../core/custody.js';
import { number } from '../../core/format.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import { alarms, expected, stateMark } from './marks.js';

const ranks: Readonly<Record<TransportState, number>> = {
  STOPPED: 1,
  MOVING: 2,
  ARRIVED: 3,
  PLANNED: 4,
  HANDED_OVER: 5,
  CANCELLED: 6,
};

/** What needs a look first, then what is under way, by when it should arrive. */
export function byAttention(a: Transport, b: Transport): number {
  const rank = (route: Transport): number =>
    route.overdue != null || route.discrepancies > 0 ? 0 : ranks[route.state];
  return rank(a) - rank(b) || (a.arrivesAt < b.arrivesAt ? -1 : 1) || (a.number < b.number ? -1 : 1);
}

/** Routes as a table; a row opens one. `to`: says where each goes, on a page that is not of one destination. */
export function routesTable(desk: Desk, routes: readonly Transport[], to = false): TemplateResult {
  return html`<table class="board" data-testid="routes">
    <caption class="unseen">
      ${t('transport.routes')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('transport.number')}</th>
        <th scope="col">${t(to ? 'transport.fromTo' : 'transport.from')}</th>
        <th scope="col">${t('transport.state')}</th>
        <th scope="col" class="n least">${t('transport.boxes')}</th>
        <th scope="col" class="less">${t('transport.departure')}</th>
        <th scope="col">${t('transport.arrival')}</th>
      </tr>
    </thead>
    <tbody>
      ${routes.map((route) => row(desk, route, to))}
    </tbody>
  </table>`;
}

function row(desk: Desk, route: Transport, to: boolean): TemplateResult {
  return html`<tr
    data-testid="route-row"
    data-route-id=${route.id}
    data-state=${route.state}
    @click=${() => desk.go({ transport: route.id })}
  >
    <th scope="row"><button>${route.number}</button></th>
    <td>${to ? `${route.fromName} → ${route.toName}` : route.fromName}</td>
    <td>${stateMark(desk, route.state)} ${alarms(desk, route)}</td>
    <td class="n least">${number(route.boxes?.length ?? 0)}</td>
    <td class="less">${expected(desk, route.departsAt, route.departure?.at)}</td>
    <td>${expected(desk, route.arrivesAt, route.arrival?.at)}</td>
  </tr>`;
}
