import type { Case, CasePersons, CaseStage } from '../core/cases.js';
import { entries, word, type Table } from '../core/codes.js';
import { labelOf } from '../core/forms.js';
import { unitLabel } from '../core/place.js';
import type { Incident } from '../core/protocol.js';
import { all } from '../core/store.js';
import { t } from '../i18n/index.js';
import type { Field, Given, Question } from '../ui/question.js';
import type { Desk } from './desk.js';

const mostPersons = 9_999;
/** Kinds of incident that are kinds of crime too. */
const crimes = new Set([
  'BRIBERY',
  'FALSE_INFORMATION',
  'OFFICIAL_INVOLVEMENT',
  'ELECTION_VIOLENCE',
  'ILLEGAL_ORGANISATION',
  'DEEPFAKE',
  'CYBER_ATTACK',
]);

const choices = (desk: Desk, table: Table): [string, string][] =>
  entries(desk.codes, table).map((entry) => [String(entry.code), labelOf(entry)]);

const reason = (): Field => ({ name: 'reason', label: t('ask.reason'), type: 'lines' });

const summary = (value?: string): Field => ({
  name: 'summary',
  label: t('case.summary'),
  type: 'lines',
  hint: t('case.summary.hint'),
  ...(value === undefined ? {} : { value }),
});

const people = (standing: CasePersons): Field[] =>
  (['principals', 'accomplices', 'instigators'] as const).map((name) => ({
    name,
    label: t(`case.persons.${name}`),
    type: 'number',
    least: 0,
    most: mostPersons,
    value: String(standing[name]),
  }));

const persons = ({ principals, accomplices, instigators }: Given): CasePersons => ({
  principals: Number(principals ?? 0),
  accomplices: Number(accomplices ?? 0),
  instigators: Number(instigators ?? 0),
});

/** With an incident the case begins with what it says; whoever may not see cases is told the number and stays. */
export function openQuestion(desk: Desk, incident?: Incident): Question {
  const kind = incident === undefined || !crimes.has(incident.incidentKind) ? 'OTHER' : incident.incidentKind;
  return {
    title: t('case.open'),
    text: incident === undefined ? t('case.open.text') : t('case.open.from', { number: incident.number }),
    fields: [
      { name: 'kind', label: t('case.kind'), type: 'choice', options: choices(desk, 'crimeKinds'), value: kind },
      {
        name: 'origin',
        label: t('case.origin'),
        type: 'choice',
        options: choices(desk, 'caseOrigins'),
        value: 'REPORT',
      },
      summary(),
      { name: 'actOn', label: t('case.actOn'), type: 'date', optional: true, hint: t('case.actOn.hint') },
      {
        name: 'electionDay',
        label: t('case.electionDay'),
        type: 'date',
        optional: true,
        hint: t('case.electionDay.hint'),
      },
      ...people({ principals: 0, accomplices: 0, instigators: 0 }),
    ],
    send: t('case.open'),
    request: ({ principals, accomplices, instigators, ...given }) => ({
      path: '/cases',
      body: {
        ...given,
        persons: persons({ principals, accomplices, instigators } as Given),
        ...(incident === undefined ? { unit: desk.scope } : { incident: incident.id }),
      },
    }),
    done: t('case.done.open'),
    after: ({ id, number }) => {
      if (number !== undefined) desk.say(t('case.done.open.number', { number }));
      if (id !== undefined && desk.session.may('case.see')) desk.go({ page: 'cases', case: id });
    },
  };
}

const path = (standing: Case, rest: string): string => `/cases/${encodeURIComponent(standing.id)}/${rest}`;

export function stageQuestion(desk: Desk, standing: Case, to: CaseStage): Question {
  return {
    title: t(`case.to.${to}`),
    text: `${standing.number} · ${word(desk.codes, 'caseStages', standing.stage)} → ${word(desk.codes, 'caseStages', to)}`,
    fields: [{ name: 'note', label: t('case.note'), type: 'lines', optional: true }],
    send: t(`case.to.${to}`),
    request: (given) => ({ path: path(standing, 'stage'), body: { to, ...given } }),
    done: t('case.done.stage'),
  };
}

export function countQuestion(standing: Case): Question {
  return {
    title: t('case.count'),
    text: t('case.count.text'),
    fields: [...people(standing.persons), reason()],
    send: t('act.send'),
    request: (given) => ({
      path: path(standing, 'persons'),
      body: { persons: persons(given), reason: given['reason'] },
    }),
    done: t('case.done.count'),
  };
}

/** Only what is changed is sent. */
export function correctQuestion(desk: Desk, standing: Case): Question {
  const before: Given = {
    kind: standing.crimeKind,
    origin: standing.origin,
    summary: standing.summary,
    actOn: standing.actOn ?? '',
    electionDay: standing.electionDay,
  };
  return {
    title: t('case.correct'),
    text: standing.number,
    fields: [
      {
        name: 'kind',
        label: t('case.kind'),
        type: 'choice',
        options: choices(desk, 'crimeKinds'),
        value: standing.crimeKind,
      },
      {
        name: 'origin',
        label: t('case.origin'),
        type: 'choice',
        options: choices(desk, 'caseOrigins'),
        value: standing.origin,
      },
      summary(standing.summary),
      { name: 'actOn', label: t('case.actOn'), type: 'date', optional: true, value: standing.actOn ?? '' },
      { name: 'electionDay', label: t('case.electionDay'), type: 'date', value: standing.electionDay },
      reason(),
    ],
    send: t('act.send'),
    request: (given) => ({
      path: path(standing, 'correction'),
      body: Object.fromEntries(Object.entries(given).filter(([name, value]) => before[name] !== value)),
    }),
    done: t('case.done.correct'),
  };
}

export function transferQuestion(desk: Desk, standing: Case): Question {
  const { store } = desk.live;
  const options = [...all(store, 'unit').values()]
    .filter(({ id }) => id !== standing.unit)
    .sort((a, b) => a.order - b.order)
    .map(({ id }): [string, string] => [id, unitLabel(store, id)]);
  return {
    title: t('case.transfer'),
    text: standing.number,
    fields: [{ name: 'unit', label: t('case.transfer.to'), type: 'choice', options }, reason()],
    send: t('case.transfer'),
    request: (given) => ({ path: path(standing, 'transfer'), body: given }),
    done: t('case.done.transfer'),
  };
}

export function noteQuestion(standing: Case): Question {
  return {
    title: t('case.note'),
    text: standing.number,
    fields: [{ name: 'text', label: t('case.note'), type: 'lines', hint: t('case.summary.hint') }],
    send: t('act.send'),
    request: (given) => ({ path: path(standing, 'notes'), body: given }),
    done: t('case.done.note'),
  };
}

/** Incidents that the desk sees and that are not linked yet, the newest first. */
export function linkQuestion(desk: Desk, standing: Case): Question {
  const options = [...all(desk.live.store, 'incident').values()]
    .filter(({ id }) => !standing.incidents.includes(id))
    .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
    .map(({ id, number, incidentKind }): [string, string] => [
      id,
      `${number} ${word(desk.codes, 'incidentKinds', incidentKind)}`,
    ]);
  return {
    title: t('case.link'),
    text: standing.number,
    fields: [{ name: 'incident', label: t('case.incidents'), type: 'choice', options }],
    send: t('case.link'),
    request: (given) => ({ path: path(standing, 'links'), body: given }),
    done: t('case.done.link'),
  };
}
