import { entries } from '../core/codes.js';
import { language, t } from '../i18n/index.js';
import type { Question } from '../ui/question.js';
import type { Desk } from './desk.js';

const path = (seq: number): string => `/entries/${String(seq)}/erasure`;

export function askQuestion(desk: Desk, seq: number, after: () => void): Question {
  const bases = entries(desk.codes, 'erasureBases').map((it): [string, string] => [String(it.code), it[language()]]);
  return {
    title: t('erasure.ask'),
    text: t('erasure.text'),
    fields: [
      { name: 'basis', label: t('erasure.basis'), type: 'choice', options: bases },
      { name: 'reason', label: t('ask.reason'), type: 'lines' },
    ],
    send: t('erasure.ask'),
    request: (given) => ({ path: path(seq), body: given }),
    done: t('erasure.asked'),
    after,
  };
}

/** `own`: whoever asked takes it back himself. */
export function decideQuestion(seq: number, how: 'approve' | 'refuse', own: boolean, after: () => void): Question {
  const name = how === 'approve' ? t('erasure.approve') : t(own ? 'erasure.withdraw' : 'erasure.refuse');
  return {
    title: name,
    ...(how === 'approve' ? { text: t('erasure.approve.text') } : {}),
    fields: how === 'approve' ? [] : [{ name: 'reason', label: t('ask.reason'), type: 'lines' }],
    send: name,
    request: (given) => ({ path: `${path(seq)}/${how === 'approve' ? 'approval' : 'refusal'}`, body: given }),
    done: t(how === 'approve' ? 'erasure.approved' : 'erasure.refused'),
    after,
  };
}
