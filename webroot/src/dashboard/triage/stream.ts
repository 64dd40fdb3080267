import type { Incident } from '../../core/protocol.js';
import { arrange, nothing, type Arrangement } from '../order.js';
import { extended, kept, none, toggled, type Selection } from './selection.js';

/** What the list is to show now. */
export interface Wanted {
  /** All that is there. */
  readonly found: ReadonlyMap<string, Incident>;
  /** Those of it that belong into the list, in order. */
  readonly incidents: readonly Incident[];
  /** What the list is about: another scope, filter or order begins it anew. */
  readonly about: string;
  /** The list is scrolled: somebody reads further down. */
  readonly scrolled: boolean;
}

/** The rows, the one in hand and those selected. Only `step`, `mark` and `release` change which is in hand. */
export class Stream {
  arrangement: Arrangement = nothing;
  selection: Selection = none;
  private held: ReadonlyMap<string, Incident> = new Map();
  private inHand: string | undefined;
  private about = '';
  private merging = false;

  get marked(): string | undefined {
    return this.inHand;
  }

  get ids(): readonly string[] {
    return this.arrangement.ids;
  }

  incident(id: string): Incident | undefined {
    return this.held.get(id);
  }

  /**
   * While something is in hand, selected or read, no row moves; whether that was so. A list about something else leaves what is not
   * in it out of hand: nobody acts on what he doesn't see.
   */
  take({ found, incidents, about, scrolled }: Wanted): boolean {
    this.held = found;
    this.selection = kept(this.selection, (id) => found.has(id));
    const reading = this.inHand !== undefined || this.selection.ids.size > 0 || scrolled;
    const other = about !== this.about;
    const hold = reading && !other && !this.merging;
    const keep = this.merging ? this.inHand : undefined;
    this.arrangement = arrange(this.arrangement, incidents, hold, (id) => this.stands(id), keep);
    if (other && !this.ids.includes(this.inHand ?? '')) this.inHand = undefined;
    this.about = about;
    this.merging = false;
    return hold;
  }

  /** Whether the row keeps its place: it is there, or in hand. */
  stands(id: string): boolean {
    return this.held.has(id) || id === this.inHand;
  }

  /** The next time, what has arrived is put among the rows. */
  merge(): void {
    this.merging = true;
  }

  mark(id: string): void {
    this.inHand = id;
  }

  release(): void {
    this.inHand = undefined;
  }

  /** To the row below or above; the first one when none is in hand. Which it is now. */
  step(by: 1 | -1): string | undefined {
    const { ids } = this;
    const at = ids.indexOf(this.inHand ?? '');
    const id = ids[Math.min(Math.max(at + by, 0), ids.length - 1)];
    if (id !== undefined) this.inHand = id;
    return id;
  }

  /** Selects what lies between the row in hand, or where the range began, and another. */
  reach(from: string, to: string): void {
    this.selection = extended(this.selection, this.ids, from, to);
  }

  toggle(id: string): void {
    if (this.held.has(id)) this.selection = toggled(this.selection, id);
  }

  /** Whether anything was selected. */
  unselect(): boolean {
    const had = this.selection.ids.size > 0;
    this.selection = none;
    return had;
  }

  /** What an act is about: what is selected, in the list's order, else the row in hand. */
  targets(): readonly Incident[] {
    const { ids } = this.selection;
    const listed = this.ids.filter((id) => ids.has(id));
    const chosen = ids.size > 0 ? [...listed, ...[...ids].filter((id) => !listed.includes(id))] : [this.inHand ?? ''];
    return chosen.map((id) => this.held.get(id)).filter((incident) => incident !== undefined);
  }
}
