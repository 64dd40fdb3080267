import { html, type TemplateResult } from 'lit';
import { entries, word } from '../../core/codes.js';
import type { IncidentSettings, RoutingRule } from '../../core/entities.js';
import { labelOf } from '../../core/forms.js';
import { t } from '../../i18n/index.js';
import type { Given, Question } from '../../ui/question.js';
import type { Desk } from '../desk.js';

/** Where what no rule names goes. */
const standard = { handling: 'SITUATION', atAgency: false };

type Target = Pick<RoutingRule, 'handling' | 'atAgency'>;

/** Where a kind goes: the first rule that names it counts. */
export function targetOf(rules: readonly RoutingRule[], kind: string): Target {
  const { handling, atAgency } = rules.find(({ kinds }) => kinds.includes(kind)) ?? standard;
  return { handling, atAgency };
}

const coded = ({ handling, atAgency }: Target): string => (atAgency ? `${handling} agency` : handling);

/** The rules that send each kind where it was chosen to go, one for each room; none for the situation room's own. */
export function rulesOf(chosen: Given): RoutingRule[] {
  const byTarget = new Map<string, string[]>();
  for (const [kind, target] of Object.entries(chosen)) {
    if (target === coded(standard)) continue;
    byTarget.set(target, [...(byTarget.get(target) ?? []), kind]);
  }
  return [...byTarget].map(([target, kinds]) => {
    const [handling = '', agency] = target.split(' ');
    return { kinds, handling, atAgency: agency !== undefined };
  });
}

export function routingTable(desk: Desk, rules: readonly RoutingRule[]): TemplateResult {
  const { codes } = desk;
  return html`<p class="quiet">${t('rules.routing.text')}</p>
    <table data-testid="routing">
      <thead>
        <tr>
          <th scope="col">${t('incident.handling')}</th>
          <th scope="col">${t('rules.routing.kinds')}</th>
        </tr>
      </thead>
      <tbody>
        ${rules.map(
          (rule) =>
            html`<tr>
              <td>${targetWords(desk, rule)}</td>
              <td>${rule.kinds.map((kind) => word(codes, 'incidentKinds', kind)).join(' · ')}</td>
            </tr>`,
        )}
        <tr>
          <td>${targetWords(desk, standard)}</td>
          <td class="quiet">${t('rules.routing.rest')}</td>
        </tr>
      </tbody>
    </table>`;
}

/** Kind by kind, so that no order of rules has to be thought of. */
export function routingQuestion(
  desk: Desk,
  settings: Pick<IncidentSettings, 'closureNeedsApproval' | 'escalation' | 'routing'>,
  after: () => void,
): Question {
  const targets = entries(desk.codes, 'handlings').flatMap(({ code }) =>
    [false, true].map((atAgency): Target => ({ handling: String(code), atAgency })),
  );
  const options = targets.map((target): [string, string] => [coded(target), targetWords(desk, target)]);
  return {
    title: t('rules.routing.edit'),
    text: t('rules.routing.text'),
    fields: entries(desk.codes, 'incidentKinds').map((kind) => ({
      name: String(kind.code),
      label: labelOf(kind),
      type: 'choice',
      options,
      value: coded(targetOf(settings.routing, String(kind.code))),
    })),
    send: t('lines.save'),
    request: (given) => ({
      path: '/incident-settings',
      method: 'PUT',
      body: { ...settings, routing: rulesOf(given) },
    }),
    done: t('rules.done'),
    after,
  };
}

const targetWords = (desk: Desk, { handling, atAgency }: Target): string =>
  [word(desk.codes, 'handlings', handling), t(atAgency ? 'rules.routing.agency' : 'rules.routing.unit')].join(' · ');
