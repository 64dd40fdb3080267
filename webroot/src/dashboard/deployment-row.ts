import { html, nothing, type TemplateResult } from 'lit';
import { entries, word } from '../core/codes.js';
import type { Deployment, DeploymentState } from '../core/entities.js';
import { labelOf } from '../core/forms.js';
import { moment, number } from '../core/format.js';
import { one } from '../core/store.js';
import { missing } from '../core/watch.js';
import { t } from '../i18n/index.js';
import type { Question } from '../ui/question.js';
import type { Desk } from './desk.js';

/** Where a deployment may go from its state; back only by correction. */
const ways: Readonly<Record<DeploymentState, readonly DeploymentState[]>> = {
  PLANNED: ['EN_ROUTE', 'ON_POST', 'CANCELLED'],
  EN_ROUTE: ['ON_POST', 'CANCELLED'],
  ON_POST: ['RELIEVED'],
  RELIEVED: [],
  CANCELLED: [],
};

/** One deployment: whose, where, when, how many of how many; what is wrong with it in words. */
export function deploymentLine(desk: Desk, deployment: Deployment): TemplateResult {
  const { store } = desk.live;
  const posts = deployment.posts.map((id) => one(store, 'post', id)?.name ?? id);
  const force = one(store, 'force', deployment.force ?? undefined);
  const short = missing(deployment);
  const shift = `${moment(deployment.from, desk.asOf)} – ${moment(deployment.until, desk.asOf)}`;
  const marks = [
    deployment.late === true ? t('force.late') : '',
    deployment.doubled === true ? t('force.doubled') : '',
    short > 0 ? t('force.short', { n: number(short) }) : '',
    deployment.beyondEnd === true ? t('force.beyondEnd') : '',
  ].filter(Boolean);
  const decider = (deployment.movedBy ?? deployment.plannedBy)?.name ?? '';
  return html`<p>
      <b>${posts.join(' → ')}</b>
      <span class="quiet">${posts.length > 1 ? t('force.circuit') : ''} ${force?.name ?? ''} ${shift}</span>
    </p>
    <p>
      <b>${word(desk.codes, 'deploymentStates', deployment.state)}</b>
      ${t('figures.pair', { part: number(deployment.present), whole: number(deployment.planned), unit: t('unit.people') })}
      ${marks.map((mark) => html`<b class="warn">⚠ ${mark}</b> `)}
      ${marks.length === 0 || decider === '' ? nothing : html`<span class="quiet">${t('force.decided', { who: decider })}</span>`}
      ${deployment.correction == null ? nothing : html`<span class="quiet">${t('force.corrected', { who: deployment.correction.by?.name ?? '', reason: deployment.correction.reason ?? '' })}</span>`}
    </p>`;
}

export function deploymentActs(desk: Desk, deployment: Deployment): TemplateResult | typeof nothing {
  if (!desk.session.may('force.move')) return nothing;
  // There is attendance from the first arrival on, and after the shift too.
  const attended = deployment.state === 'ON_POST' || deployment.state === 'RELIEVED';
  return html`<div class="acts">
    ${
      ways[deployment.state].length === 0
        ? nothing
        : html`<button data-testid="deployment-move" @click=${() => desk.ask(moveQuestion(desk, deployment))}>
            ${t('force.move')}
          </button>`
    }
    ${
      attended
        ? html`<button data-testid="deployment-correct" @click=${() => desk.ask(correctQuestion(deployment))}>
            ${t('force.correct')}
          </button>`
        : nothing
    }
  </div>`;
}

function moveQuestion(desk: Desk, deployment: Deployment): Question {
  const states = ways[deployment.state];
  const options = entries(desk.codes, 'deploymentStates')
    .filter(({ code }) => (states as readonly (string | number)[]).includes(code))
    .map((entry): [string, string] => [String(entry.code), labelOf(entry)]);
  return {
    title: t('force.move'),
    text: deployment.posts.map((id) => one(desk.live.store, 'post', id)?.name ?? id).join(' → '),
    fields: [
      { name: 'to', label: t('force.to'), type: 'choice', options, value: states[0] ?? '' },
      { name: 'occurredAt', label: t('enter.occurred'), type: 'moment', value: new Date(desk.now).toISOString() },
      { name: 'reason', label: t('ask.reason'), type: 'lines', optional: true },
    ],
    send: t('act.send'),
    request: (given) => ({ path: `/deployments/${encodeURIComponent(deployment.id)}/movement`, body: given }),
    done: t('force.moved'),
  };
}

function correctQuestion(deployment: Deployment): Question {
  const counted = deployment.state === 'RELIEVED' ? (deployment.attended ?? deployment.present) : deployment.present;
  return {
    title: t('force.correct'),
    text: t('force.correct.text'),
    fields: [
      { name: 'present', label: t('force.present'), type: 'number', value: String(counted) },
      { name: 'reason', label: t('ask.reason'), type: 'lines' },
    ],
    send: t('act.send'),
    request: ({ present, reason }) => ({
      path: `/deployments/${encodeURIComponent(deployment.id)}/attendance`,
      method: 'PUT',
      body: { present: Number(present), reason },
    }),
    done: t('force.corrected.done'),
  };
}
