import { entries } from '../core/codes.js';
import { labelOf } from '../core/forms.js';
import type { Operation, Settings } from '../core/protocol.js';
import { t } from '../i18n/index.js';
import type { Field, Given, Question } from '../ui/question.js';
import type { Desk } from './desk.js';

const reason = (): Field => ({ name: 'reason', label: t('ask.reason'), type: 'lines' });

export const phaseOptions = (desk: Desk): [string, string][] =>
  entries(desk.codes, 'phases').map((entry) => [String(entry.code), labelOf(entry)]);

export function createQuestion(desk: Desk): Question {
  const kinds: [string, string][] = [
    ['ELECTION', t('operation.kind.ELECTION')],
    ['DRILL', t('operation.kind.DRILL')],
  ];
  return {
    title: t('operation.create'),
    fields: [
      { name: 'name', label: t('operation.name'), type: 'text' },
      { name: 'kind', label: t('operation.kind'), type: 'choice', options: kinds },
      { name: 'start', label: t('operation.start'), type: 'moment', optional: true, hint: t('operation.drillOnly') },
      {
        name: 'rate',
        label: t('operation.rate'),
        type: 'number',
        optional: true,
        least: 1,
        most: 600,
        hint: t('operation.drillOnly'),
      },
    ],
    send: t('operation.create'),
    request: ({ name, kind, start, rate }) => {
      const clock = {
        ...(start === undefined ? {} : { start }),
        ...(rate === undefined ? {} : { rate: Number(rate) }),
      };
      return {
        path: '/operations',
        whole: true,
        body: { name, kind, ...(kind === 'DRILL' && Object.keys(clock).length > 0 ? { clock } : {}) },
      };
    },
    done: t('operation.done.create'),
    after: ({ id }) => void desk.load().then(() => (id === undefined ? undefined : desk.go({ operation: id }))),
  };
}

type Act = 'open' | 'close' | 'archive';
const paths: Readonly<Record<Act, string>> = { open: '/opening', close: '/closure', archive: '/archive' };

export function stateQuestion(desk: Desk, act: Act): Question {
  return {
    title: t(`operation.${act}`),
    text: t(`operation.${act}.text`),
    fields: act === 'close' ? [reason()] : [],
    send: t(`operation.${act}`),
    request: (given) => ({ path: paths[act], body: given }),
    done: t('operation.done', { act: t(`operation.${act}`) }),
    after: () => void desk.load(),
  };
}

export function phaseQuestion(desk: Desk): Question {
  return {
    title: t('operation.phase.enter'),
    text: t('operation.phase.text'),
    fields: [{ name: 'phase', label: t('operation.phase'), type: 'choice', options: phaseOptions(desk) }],
    send: t('operation.phase.enter'),
    request: (given) => ({ path: '/phase', body: given }),
    done: t('operation.done', { act: t('operation.phase.enter') }),
  };
}

export function clockQuestion(operation: Operation): Question {
  return {
    title: t('operation.clock'),
    text: t('operation.clock.text'),
    fields: [
      {
        name: 'rate',
        label: t('operation.rate'),
        type: 'number',
        least: 1,
        most: 600,
        value: String(operation.clock.rate),
      },
      reason(),
    ],
    send: t('act.send'),
    request: ({ rate, reason }) => ({ path: '/clock', method: 'PUT', body: { rate: Number(rate), reason } }),
    done: t('operation.done', { act: t('operation.clock') }),
  };
}

const numbers = ['musterEssentialMinutes', 'musterOthersMinutes', 'outagePosts', 'outagePercent'] as const;

export function settingsQuestion(settings: Settings): Question {
  return {
    title: t('settings.title'),
    fields: [
      ...numbers.map((name): Field => ({
        name,
        label: t(`settings.${name}`),
        type: 'number',
        least: 1,
        value: String(settings[name]),
      })),
      {
        name: 'confirmHighLevels',
        label: t('settings.confirmHighLevels'),
        type: 'flag',
        value: String(settings.confirmHighLevels),
      },
    ],
    send: t('lines.save'),
    request: (given) => ({ path: '/settings', method: 'PUT', body: changed(settings, given) }),
    done: t('settings.done'),
  };
}

function changed(settings: Settings, given: Given): Settings {
  const read = Object.fromEntries(numbers.map((name) => [name, Number(given[name])]));
  return { ...settings, ...read, confirmHighLevels: given['confirmHighLevels'] === 'true' };
}
