import { language } from '../i18n/index.js';
import type { CodeWord, Codes } from './codes.js';

/** The form of a situation report; the server's table `reportForms` is its only source. */
export interface ReportForm extends CodeWord {
  readonly postKinds: readonly string[];
  /** In which it is filled in; none: in every one. */
  readonly phases: readonly string[];
  readonly fields: readonly FormField[];
}

/** One question: a choice of its options, else a whole number between `min` and `max`. */
export interface FormField extends CodeWord {
  readonly code: string;
  readonly required?: boolean;
  readonly options?: readonly CodeWord[];
  readonly min?: number;
  readonly max?: number;
}

/** By the field's code. */
export type Answers = Readonly<Record<string, string>>;

const none: readonly FormField[] = [];

/** The fields of the first form that fits; where none does, a report has none. */
export function fieldsOf(codes: Codes | undefined, postKind: string, phase: string | undefined): readonly FormField[] {
  const fits = (form: ReportForm): boolean =>
    form.postKinds.includes(postKind) && (form.phases.length === 0 || form.phases.includes(phase ?? ''));
  return codes?.reportForms?.find(fits)?.fields ?? none;
}

export const labelOf = (entry: CodeWord): string => entry[language()];

export const isChoice = (field: FormField): boolean => (field.options ?? []).length > 0;

/** Whether an answer may stand: there where it is required, one of the options, a whole number in its range. */
export function fits(field: FormField, answer: string): boolean {
  if (answer === '') return field.required !== true;
  if (isChoice(field)) return (field.options ?? []).some((option) => String(option.code) === answer);
  const value = Number(answer);
  return /^\d{1,7}$/.test(answer) && value >= (field.min ?? 0) && value <= (field.max ?? Number.MAX_SAFE_INTEGER);
}

/** The fields that still need an answer, or another one. */
export const unanswered = (fields: readonly FormField[], answers: Answers): readonly FormField[] =>
  fields.filter((field) => !fits(field, (answers[field.code] ?? '').trim()));

/** What is sent: only answers to fields of this form, empty ones left out, numbers without leading noughts. */
export function answered(fields: readonly FormField[], answers: Answers): Answers {
  const given = fields.map((field): [string, string] => {
    const answer = (answers[field.code] ?? '').trim();
    return [field.code, isChoice(field) ? answer : answer.replace(/^0+(?=\d)/, '')];
  });
  return Object.fromEntries(given.filter(([, answer]) => answer !== ''));
}
