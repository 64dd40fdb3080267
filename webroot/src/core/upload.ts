import { Problem } from './api.js';
import { commandId } from './id.js';

/** The lists that can be imported, by their path. */
export const lists = ['posts', 'forces', 'deployments', 'routes'] as const;
export type List = (typeof lists)[number];
export const modes = ['all-or-nothing', 'valid-rows'] as const;
export type Mode = (typeof modes)[number];

export interface LineError {
  readonly line: number;
  readonly column?: string | null;
  readonly code: string;
  readonly detail: string;
}

/** A post that no station is sure to be responsible for. */
export interface Waiting {
  readonly line: number;
  readonly name: string;
  readonly province: string;
  readonly district: string;
  readonly candidates: readonly string[];
}

/** What the server says of a list, written or only looked at; the jurisdictions of posts only. */
export interface Imported {
  readonly encoding: string;
  readonly rows: number;
  readonly written: number;
  readonly unchanged: number;
  readonly mapped?: number;
  readonly ambiguous?: number;
  readonly unmapped?: number;
  readonly ignoredColumns: readonly string[];
  readonly waiting?: readonly Waiting[];
  readonly errors: readonly LineError[];
}

export interface Chosen {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** What is asked of the server; `id` stays the same over repeats of the same. */
export interface Sending {
  readonly chosen: Chosen;
  readonly mode: Mode;
  readonly dryRun: boolean;
  readonly id: string;
}

/**
 * One list on its way: chosen, looked at without writing, taken over. Holds the file's bytes, so that neither a refusal nor
 * another page nor a file that was saved anew meanwhile loses what was looked at.
 */
export class Upload {
  chosen: Chosen | undefined;
  mode: Mode = 'all-or-nothing';
  busy: 'checking' | 'taking' | undefined;
  /** The report of the look at this very file. */
  checked: Imported | undefined;
  taken: Imported | undefined;
  failed: unknown;
  private command = commandId();

  constructor(
    private readonly send: (sending: Sending) => Promise<Imported>,
    private readonly changed: () => void,
  ) {}

  /** Another file; looks at it at once. */
  choose(chosen: Chosen): Promise<void> {
    if (this.busy !== undefined) return Promise.resolve();
    this.chosen = chosen;
    this.checked = this.taken = undefined;
    this.command = commandId();
    return this.check();
  }

  become(mode: Mode): void {
    if (this.busy !== undefined || mode === this.mode) return;
    this.mode = mode;
    this.command = commandId();
    this.changed();
  }

  /** Whether taking it over would be refused for its wrong lines. */
  get blocked(): boolean {
    return this.mode === 'all-or-nothing' && (this.checked?.errors.length ?? 0) > 0;
  }

  /** Looks without writing. Always as valid rows: only then does the answer say column and reason of every wrong line. */
  async check(): Promise<void> {
    const { chosen } = this;
    if (chosen === undefined) return;
    await this.run('checking', async () => {
      this.checked = await this.send({ chosen, mode: 'valid-rows', dryRun: true, id: commandId() });
    });
  }

  async take(): Promise<void> {
    const { chosen } = this;
    if (chosen === undefined || this.checked === undefined || this.blocked) return;
    await this.run('taking', async () => {
      this.taken = await this.send({ chosen, mode: this.mode, dryRun: false, id: this.command });
      this.command = commandId();
    });
  }

  private async run(busy: 'checking' | 'taking', step: () => Promise<void>): Promise<void> {
    if (this.busy !== undefined) return;
    this.busy = busy;
    this.failed = undefined;
    this.changed();
    try {
      await step();
    } catch (error) {
      // After a refusal a new attempt is a new command; while the outcome is unknown it is the same one and goes on.
      if (error instanceof Problem && !error.passing) this.command = commandId();
      this.failed = error;
    } finally {
      this.busy = undefined;
      this.changed();
    }
  }
}

/** How many lines are wrong: one line may be wrong in several columns. */
export const wrongLines = (report: Imported): number => new Set(report.errors.map(({ line }) => line)).size;
