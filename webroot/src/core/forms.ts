import { language } from '../i18n/index.js';
import type { CodeWord, Codes } from './codes.js';

/** The form of a situation report, by kind of post and phase; the server's table `reportForms` is its only source. */
export interface ReportForm {
  readonly postKind: string;
  readonly phase: string;
  readonly fields: readonly FormField[];
}

export interface FormField extends CodeWord {
  readonly code: string;
  readonly type: 'choice' | 'flag' | 'number' | 'text';
  readonly options?: readonly CodeWord[];
  readonly required?: boolean;
}

export type Answers = Readonly<Record<string, string>>;

const none: readonly FormField[] = [];

export function fieldsOf(codes: Codes | undefined, postKind: string, phase: string | undefined): readonly FormField[] {
  return codes?.reportForms?.find((form) => form.postKind === postKind && form.phase === phase)?.fields ?? none;
}

export const labelOf = (entry: CodeWord): string => entry[language()];

/** Codes of required fields that are still without an answer. A flag not set is an answer: no. */
export function unanswered(fields: readonly FormField[], answers: Answers): readonly string[] {
  return fields
    .filter((field) => field.required === true && field.type !== 'flag' && (answers[field.code] ?? '').trim() === '')
    .map((field) => field.code);
}

/** What is sent: only answers to fields of this form, flags always, empty ones left out. */
export function answered(fields: readonly FormField[], answers: Answers): Answers {
  const given = fields.map((field): [string, string] => {
    const answer = (answers[field.code] ?? '').trim();
    return [field.code, field.type === 'flag' ? String(answer === 'true') : answer];
  });
  return Object.fromEntries(given.filter(([, answer]) => answer !== ''));
}
