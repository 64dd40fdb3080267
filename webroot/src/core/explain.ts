import { isWord, language, t } from '../i18n/index.js';
import { Problem, Unreachable } from './api.js';

/** Says an error in the rooms' words: what happened, what it means, what to do. */
export function explain(error: unknown): string {
  if (error instanceof Unreachable) return t('problem.unreachable');
  if (!(error instanceof Problem)) return t('problem.other', { code: error instanceof Error ? error.name : 'unknown' });
  const known = refusal(error.code);
  if (known !== undefined) return language() === 'en' ? [known, error.detail].join(' ').trim() : known;
  const said = spoken(error);
  const fields = error.errors.map((field) => `${field.pointer ?? ''} ${field.detail ?? field.code ?? ''}`.trim());
  const details = fields.length > 0 ? fields : error.detail === '' ? [] : [error.detail];
  return [said, ...details].join(' ');
}

/** The rooms' words for a refusal that they meet in their work. */
export function refusal(code: string): string | undefined {
  const name = `refusal.${code}`;
  return isWord(name) ? t(name) : undefined;
}

function spoken(problem: Problem): string {
  if (problem.code === 'credentials-wrong' || problem.code === 'activation-needed') return t(`problem.${problem.code}`);
  switch (problem.status) {
    case 400:
    case 413:
    case 422:
      return t('problem.invalid');
    case 403:
      return t('problem.forbidden');
    case 404:
      return t('problem.not-found');
    case 409:
      return t('problem.conflict');
    case 429:
      return t('problem.throttled', { s: Math.ceil((problem.retryAfter ?? 30_000) / 1000) });
    case 503:
      return t('problem.overload');
    default:
      return t('problem.other', { code: problem.code });
  }
}
