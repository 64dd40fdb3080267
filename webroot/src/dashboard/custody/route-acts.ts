import { html, nothing, type TemplateResult } from 'lit';
import type { BoxSeals } from '../../core/boxes.js';
import { nextCheckpoint, stepsOf, type Step, type Transport } from '../../core/custody.js';
import { t, type Word } from '../../i18n/index.js';
import type { Question } from '../../ui/question.js';
import type { Desk } from '../desk.js';
import { changeQuestion } from './plan-change.js';
import {
  arriveQuestion,
  cancelQuestion,
  checkpointQuestion,
  departQuestion,
  handoverQuestion,
  resumeQuestion,
  stopQuestion,
} from './route-questions.js';

/** What may be entered for a route now; the first is what should come next. */
export function routeActs(desk: Desk, route: Transport, loaded: readonly BoxSeals[]): TemplateResult | typeof nothing {
  const steps = stepsOf(route).filter((step) =>
    desk.session.may(step === 'cancellation' ? 'transport.plan' : 'transport.report-for-others'),
  );
  const changes = route.state === 'PLANNED' && desk.session.may('transport.plan');
  if (steps.length === 0) return nothing;
  return html`<div class="acts" role="group" aria-label=${t('act.title')}>
    ${steps.map(
      (step, index) =>
        html`<button
          class=${index === 0 ? 'main' : ''}
          data-testid="route-${step}"
          @click=${() => desk.ask(question(desk, route, step, loaded))}
        >
          ${t(words[step])}
        </button>`,
    )}
    ${
      changes
        ? html`<button data-testid="route-change" @click=${() => desk.ask(changeQuestion(desk, route))}>
            ${t('transport.change')}
          </button>`
        : nothing
    }
  </div>`;
}

export const words: Readonly<Record<Step, Word>> = {
  departure: 'transport.depart',
  checkpoint: 'transport.checkpoint',
  stop: 'transport.stop',
  resumption: 'transport.resume',
  arrival: 'transport.arrive',
  giving: 'transport.handover.GIVING',
  receiving: 'transport.handover.RECEIVING',
  cancellation: 'transport.cancel',
};

function question(desk: Desk, route: Transport, step: Step, loaded: readonly BoxSeals[]): Question {
  switch (step) {
    case 'departure':
      return departQuestion(desk, route);
    case 'checkpoint':
      return checkpointQuestion(desk, route, nextCheckpoint(route));
    case 'stop':
      return stopQuestion(desk, route);
    case 'resumption':
      return resumeQuestion(desk, route);
    case 'arrival':
      return arriveQuestion(desk, route, loaded);
    case 'giving':
      return handoverQuestion(desk, route, 'GIVING', loaded);
    case 'receiving':
      return handoverQuestion(desk, route, 'RECEIVING', loaded);
    case 'cancellation':
      return cancelQuestion(route);
  }
}
