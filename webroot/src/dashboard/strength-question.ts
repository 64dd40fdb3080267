import type { Force } from '../core/entities.js';
import { t } from '../i18n/index.js';
import type { Field, Question } from '../ui/question.js';

const figures = ['strength', 'onLeave', 'training', 'detached'] as const;

/** How many a force has, and how many of them cannot be ordered; the rest is what is available (가용경력). */
export function strengthQuestion(force: Force): Question {
  return {
    title: t('strength.title'),
    text: `${force.name} · ${t('strength.text')}`,
    fields: figures.map((name): Field => ({
      name,
      label: t(`force.${name}`),
      type: 'number',
      least: 0,
      most: 100_000,
      value: String(force[name]),
    })),
    send: t('lines.save'),
    request: (given) => ({
      path: `/forces/${encodeURIComponent(force.id)}`,
      method: 'PUT',
      body: Object.fromEntries(figures.map((name) => [name, Number(given[name])])),
    }),
    done: t('strength.done'),
  };
}
