import { html, nothing, type TemplateResult } from 'lit';
import { word } from '../../core/codes.js';
import type { Confirmation, Discrepancy } from '../../core/custody.js';
import { said } from '../../core/erasure.js';
import { duration, moment } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { t } from '../../i18n/index.js';
import type { Question } from '../../ui/question.js';
import type { Desk } from '../desk.js';

/** One discrepancy: what, where, since when; explained by whom; what may be done about it. */
export function discrepancyCard(desk: Desk, found: Discrepancy): TemplateResult {
  const { answer } = found;
  return html`<article
    class="card ${found.state === 'OPEN' ? 'look' : found.state === 'EXPLAINED' ? 'waits' : ''}"
    data-testid="discrepancy"
    data-discrepancy-id=${found.id}
    data-kind=${found.discrepancyKind}
    data-state=${found.state}
  >
    <div class="title">
      <h3>≠ ${word(desk.codes, 'discrepancyKinds', found.discrepancyKind)}</h3>
      <span class="quiet">${unitLabel(desk.live.store, found.unit)}</span>
      <span class="state-word"
        >${moment(found.at, desk.asOf)} ·
        ${t('transport.discrepancy.for', { for: duration(desk.asOf - Date.parse(found.at)) })}</span
      >
    </div>
    <p>${links(desk, found)}</p>
    ${compared(desk, found)}
    ${
      answer != null
        ? html`<p data-testid="discrepancy-explanation">
            <b>${t('transport.explained')}</b> ${said(answer.text)} <span class="quiet">${by(desk, answer)}</span>
          </p>`
        : nothing
    }
    ${found.accepted == null ? nothing : html`<p>✓ <b>${t('transport.accepted')}</b> <span class="quiet">${by(desk, found.accepted)}</span></p>`}
    ${acts(desk, found)}
  </article>`;
}

function by(desk: Desk, { at, by }: Confirmation): string {
  return [by.name, unitLabel(desk.live.store, by.unit ?? undefined), moment(at, desk.asOf)].filter(Boolean).join(' · ');
}

/** A time among what should have been and what was. */
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What should have been beside what was; times as the rooms say them. */
export function compared(
  desk: Desk,
  { expected, found }: Pick<Discrepancy, 'expected' | 'found'>,
): TemplateResult | typeof nothing {
  if ((expected ?? []).length === 0 && (found ?? []).length === 0) return nothing;
  const one = (value: string): string => (instant.test(value) ? moment(value, desk.asOf) : value);
  const list = (held: readonly string[] | undefined): string =>
    (held ?? []).length === 0 ? t('none') : (held ?? []).map(one).join(', ');
  return html`<dl class="facts" data-testid="discrepancy-compared">
    <dt>${t('transport.expected')}</dt>
    <dd>${list(expected)}</dd>
    <dt>${t('transport.found')}</dt>
    <dd><b>${list(found)}</b></dd>
  </dl>`;
}

function links(desk: Desk, found: Discrepancy): TemplateResult {
  const { route, box } = found;
  return html`${html`<button class="link" data-testid="discrepancy-route" @click=${() => desk.go({ transport: route })}>
    ${t('transport.route.of', { number: found.number })}
  </button>`}
  ${box == null ? nothing : html`<button class="link" data-testid="discrepancy-box" @click=${() => desk.go({ box })}>${t('transport.box.of', { number: box })}</button>`}`;
}

function acts(desk: Desk, found: Discrepancy): TemplateResult {
  const explained = found.state === 'EXPLAINED';
  return html`<div class="acts">
    ${
      found.state !== 'ACCEPTED' &&
      (desk.session.may('transport.report') || desk.session.may('transport.report-for-others'))
        ? html`<button
            class=${explained ? '' : 'main'}
            data-testid="discrepancy-explain"
            @click=${() => desk.ask(explainQuestion(found))}
          >
            ${t(explained ? 'transport.explain.again' : 'transport.explain')}
          </button>`
        : nothing
    }
    ${
      explained && desk.session.may('discrepancy.accept')
        ? html`<button class="main" data-testid="discrepancy-accept" @click=${() => desk.ask(acceptQuestion(found))}>
            ${t('transport.accept')}
          </button>`
        : nothing
    }
  </div>`;
}

function explainQuestion(found: Discrepancy): Question {
  return {
    title: t('transport.explain'),
    text: t('transport.explain.text'),
    fields: [{ name: 'text', label: t('transport.explanation'), type: 'lines', most: 500 }],
    send: t('transport.explain'),
    request: (given) => ({ path: `/discrepancies/${encodeURIComponent(found.id)}/explanation`, body: given }),
    done: t('transport.explain.done'),
  };
}

function acceptQuestion(found: Discrepancy): Question {
  return {
    title: t('transport.accept'),
    text: `${t('transport.accept.text')} ${said(found.answer?.text ?? '')}`,
    fields: [],
    send: t('transport.accept'),
    request: () => ({ path: `/discrepancies/${encodeURIComponent(found.id)}/acceptance`, body: {} }),
    done: t('transport.accept.done'),
  };
}
