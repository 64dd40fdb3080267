import { Problem } from '../../core/api.js';

/** A file whose bytes the server has, and the directive that it belongs to. */
export interface Binding {
  readonly operation: string;
  readonly directive: string;
  /** Of the upload, and of the attachment: the same over every attempt. */
  readonly id: string;
  readonly name: string;
  /** Why the server does not take it. */
  readonly refused?: string;
}

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const againMillis = 5_000;

/**
 * Files that lie on the server and are still to be bound to their directive. Written down before the directive is issued, under the
 * id that it will have: neither a lost answer nor a closed page leaves an order without what it speaks of.
 */
export class Bindings {
  private held: readonly Binding[] | undefined;
  /** Under which key it was read: another account may come to the same desk. */
  private heldUnder: string | undefined;
  private running = false;

  constructor(
    private readonly account: () => string | undefined,
    private readonly bind: (binding: Binding) => Promise<unknown>,
    private readonly explain: (error: unknown) => string,
    private readonly changed: () => void,
    private readonly keep: Keep = localStorage,
    private readonly later: (step: () => void) => void = (step) => void setTimeout(step, againMillis),
  ) {}

  /** Of that directive, in the order in which they were chosen. */
  of(directive: string): readonly Binding[] {
    return this.all.filter((binding) => binding.directive === directive);
  }

  get all(): readonly Binding[] {
    const { key } = this;
    if (key === undefined) return [];
    if (this.held !== undefined && this.heldUnder === key) return this.held;
    this.heldUnder = key;
    this.held = JSON.parse(this.keep.getItem(key) ?? '[]') as Binding[];
    if (this.held.length > 0) this.later(() => void this.go());
    return this.held;
  }

  /** Writes them down; nothing goes before `go`. */
  add(bindings: readonly Binding[]): void {
    this.write([...this.all, ...bindings]);
  }

  /** The directive was refused, or the sender gives the file up. */
  drop(gone: (binding: Binding) => boolean): void {
    this.write(this.all.filter((binding) => !gone(binding)));
  }

  /** One attempt at each; what the line lost goes again by itself. */
  async go(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (const binding of this.all.filter(({ refused }) => refused === undefined)) await this.one(binding);
    this.running = false;
    if (this.all.some(({ refused }) => refused === undefined)) this.later(() => void this.go());
  }

  private async one(binding: Binding): Promise<void> {
    const mine = ({ id }: Binding): boolean => id === binding.id;
    try {
      await this.bind(binding);
      this.drop(mine);
    } catch (error) {
      if (!(error instanceof Problem) || error.passing || error.status === 401) return;
      // The same file is there, or the directive never came to be.
      if (['already-there', 'unknown-subject'].includes(error.code)) this.drop(mine);
      else this.write(this.all.map((it) => (mine(it) ? { ...it, refused: this.explain(error) } : it)));
    }
  }

  private write(next: readonly Binding[]): void {
    const { key } = this;
    this.held = next;
    this.heldUnder = key;
    if (key !== undefined && next.length > 0) this.keep.setItem(key, JSON.stringify(next));
    else if (key !== undefined) this.keep.removeItem(key);
    this.changed();
  }

  private get key(): string | undefined {
    const account = this.account();
    return account === undefined ? undefined : `haetae.bindings.${account}`;
  }
}
