import { entries, word } from '../../core/codes.js';
import { labelOf } from '../../core/forms.js';
import { cordonOf, cordons, stages, type CountingCentre, type CountingStage } from '../../core/sites.js';
import { t } from '../../i18n/index.js';
import type { Field, Question } from '../../ui/question.js';
import type { Desk } from '../desk.js';

const path = (centre: CountingCentre, rest: string): string =>
  `/counting-centres/${encodeURIComponent(centre.id)}/${rest}`;

export const stageQuestion = (desk: Desk, centre: CountingCentre, stage: CountingStage): Question => ({
  title: word(desk.codes, 'countingStages', stage),
  text: t('counting.stage.text'),
  fields: [{ name: 'at', label: t('enter.occurred'), type: 'moment', value: new Date(desk.now).toISOString() }],
  send: t('counting.stage.reach', { stage: word(desk.codes, 'countingStages', stage) }),
  request: (given) => ({ path: path(centre, 'stage'), body: { ...given, stage } }),
  done: t('counting.done'),
});

/** Back to a stage before, or to none: something was told too early. */
export function correctStageQuestion(desk: Desk, centre: CountingCentre): Question {
  const now = centre.stage == null ? -1 : stages.indexOf(centre.stage);
  const before = entries(desk.codes, 'countingStages').filter(
    ({ code }) => stages.indexOf(code as CountingStage) < now,
  );
  return {
    title: t('counting.correct'),
    text: t('counting.correct.text'),
    fields: [
      {
        name: 'stage',
        label: t('counting.stage'),
        type: 'choice',
        options: [
          ['NONE', t('counting.notBegun')],
          ...before.map((stage): [string, string] => [String(stage.code), labelOf(stage)]),
        ],
      },
      { name: 'reason', label: t('ask.reason'), type: 'lines', most: 500 },
    ],
    send: t('counting.correct'),
    request: ({ stage, reason }) => ({
      path: path(centre, 'stage/correction'),
      body: { reason, ...(stage === 'NONE' ? {} : { stage }) },
    }),
    done: t('counting.done'),
  };
}

/** People in each cordon: what is left empty stays as it is. */
export function cordonsQuestion(desk: Desk, centre: CountingCentre): Question {
  const plans = desk.session.may('counting.arrange');
  const fields = cordons.flatMap((name): Field[] => {
    const held = cordonOf(centre, name);
    const field = (part: 'planned' | 'actual'): Field => ({
      name: `${name}.${part}`,
      label: `${word(desk.codes, 'cordons', name)} · ${t(`counting.${part}`)}`,
      type: 'number',
      least: 0,
      most: 10_000,
      optional: true,
      ...(held?.[part] == null ? {} : { value: String(held[part]) }),
    });
    return plans ? [field('planned'), field('actual')] : [field('actual')];
  });
  return {
    title: t('counting.cordons'),
    fields,
    send: t('counting.cordons'),
    request: (given) => ({
      path: path(centre, 'cordons'),
      method: 'PUT',
      body: {
        cordons: cordons.flatMap((cordon) => {
          const [planned, actual] = [given[`${cordon}.planned`], given[`${cordon}.actual`]];
          if (planned === undefined && actual === undefined) return [];
          return [
            {
              cordon,
              ...(planned === undefined ? {} : { planned: Number(planned) }),
              ...(actual === undefined ? {} : { actual: Number(actual) }),
            },
          ];
        }),
      },
    }),
    done: t('counting.done'),
  };
}

export const commanderQuestion = (centre: CountingCentre): Question => ({
  title: t('counting.commander'),
  text: t('counting.commander.text'),
  fields: [
    { name: 'name', label: t('counting.commander.name'), type: 'text', value: centre.commander?.person.name ?? '' },
    {
      name: 'contact',
      label: t('counting.commander.contact'),
      type: 'text',
      optional: true,
      value: centre.commander?.contact ?? '',
    },
  ],
  send: t('counting.commander'),
  request: (given) => ({ path: path(centre, 'commander'), method: 'PUT', body: given }),
  done: t('counting.done'),
});
