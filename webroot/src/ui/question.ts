import type { Request } from '../core/api.js';

/** One thing that a question asks for. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'lines' | 'number' | 'moment' | 'date' | 'time' | 'flag' | 'choice' | 'several';
  /** Of `choice` and `several`: value and words. */
  readonly options?: readonly (readonly [string, string])[];
  readonly value?: string;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly least?: number;
  /** The greatest number, or the most characters of `lines`. */
  readonly most?: number;
}

/** By the field's name. A flag is `true` or absent, a moment an instant, several are joined by a space. */
export type Given = Readonly<Record<string, string>>;

export interface Asked {
  readonly path: string;
  readonly body?: unknown;
  readonly method?: Request['method'];
  /** Not of the operation shown: the path stands as it is. */
  readonly whole?: boolean;
}

/** One line of a preview. */
export interface Note {
  readonly text: string;
  readonly warn?: boolean;
}

interface Worded {
  readonly title: string;
  readonly text?: string;
  readonly fields: readonly Field[];
  readonly send: string;
  /** What it would do, asked of the server while the fields are filled in. */
  readonly preview?: (given: Given) => Promise<readonly Note[]>;
}

/** Words that somebody else makes a command of; what `take` throws is shown and the dialog stays. */
export interface Inquiry extends Worded {
  readonly take: (given: Given) => void | Promise<void>;
}

/** A command that needs words of its own before it is sent. */
export interface Question extends Worded {
  readonly request: (given: Given) => Asked;
  readonly done: string;
  readonly after?: (answer: { readonly id?: string; readonly number?: string }) => void;
}
