import { language } from '../i18n/index.js';

export interface CodeWord {
  readonly code: string | number;
  readonly ko: string;
  readonly en: string;
}

/** Code tables and their words come from the server only, so that both ends hold the same table. */
export interface Codes {
  readonly incidentKinds: readonly CodeWord[];
  readonly urgencies: readonly CodeWord[];
  readonly sources: readonly CodeWord[];
  readonly statuses: readonly CodeWord[];
  readonly outcomes: readonly CodeWord[];
  readonly postKinds: readonly CodeWord[];
  readonly roles: readonly CodeWord[];
}

export type Table = keyof Codes;

/** The word of a code in the language chosen; the code itself while there is none. */
export function word(codes: Codes | undefined, table: Table, code: string | number | undefined): string {
  if (code === undefined) return '';
  const found = codes?.[table].find((entry) => String(entry.code) === String(code));
  return found?.[language()] ?? String(code);
}
