import { looks, sealsOf, type BoxSeals, type Look } from '../core/boxes.js';
import { nextCheckpoint, type CustodySide, type Transport } from '../core/custody.js';
import type { FieldDesk } from './desk.js';
import { kept } from './kept.js';
import type { Located } from './position.js';
import type { TransportAct, TransportTask } from './task.js';
import { loadAhead, transportAhead } from './transport.js';

export type Form = 'departure' | 'stop' | 'arrival' | 'GIVING' | 'RECEIVING' | 'checkpoint';

/** A box as it is written down at departure: its seals as typed. */
export interface Labelled {
  readonly box: string;
  readonly seals: string;
}

/** What is being written of a route, kept with every touch. */
export interface TransportDraft {
  readonly route: string;
  readonly form: Form;
  readonly labelled: readonly Labelled[];
  readonly looked: readonly Look[];
  /** Names of those who go along, beside oneself. */
  readonly others: readonly string[];
  readonly staff: number;
  readonly vehicle: string;
  readonly reason: string;
  readonly place: string;
  /** Told of one's own accord. */
  readonly position?: Located | undefined;
  /** The refused record that this one corrects. */
  readonly replaces?: string;
}

const usualStaff = 2;

/** Ballot boxes that one goes with or is brought (투표함 회송), and what goes into the outbox about them. */
export class TransportDesk {
  /** Which form is open, for which route. */
  writing: { readonly route: string; readonly form: Form; readonly replaces?: string } | undefined;

  constructor(private readonly desk: FieldDesk) {}

  /** Whether one records transports; while nobody answers, the server decides when it takes them. */
  get offered(): boolean {
    const { session } = this.desk;
    return session.who === undefined || session.may('transport.report');
  }

  /** Whether there is anything to show. */
  get any(): boolean {
    return this.offered && (this.mine.length > 0 || this.brought.length > 0);
  }

  /** The routes that one takes: from one's own post, or with oneself among the officers. */
  get mine(): readonly Transport[] {
    const { account, duty } = this.desk;
    const with_ = (route: Transport): boolean =>
      route.from === duty.post?.id ||
      (route.departure?.officers ?? []).some((officer) => officer.account === account?.id);
    return this.held.filter(with_).sort((a, b) => a.departsAt.localeCompare(b.departsAt));
  }

  /** The routes that come to one's post, those that have arrived first. */
  get brought(): readonly Transport[] {
    const rank = ({ state, receiving }: Transport): number =>
      state === 'ARRIVED' && receiving == null ? 0 : state === 'ARRIVED' ? 1 : state === 'PLANNED' ? 3 : 2;
    return this.held
      .filter(({ to, state }) => to === this.desk.duty.post?.id && state !== 'HANDED_OVER')
      .sort((a, b) => rank(a) - rank(b) || a.arrivesAt.localeCompare(b.arrivesAt));
  }

  find(route: string): Transport | undefined {
    return this.held.find(({ id }) => id === route);
  }

  /** The boxes of a route with their seals as recorded. */
  loaded(route: Transport): readonly BoxSeals[] {
    return loadAhead(route, this.desk.duty.boxes, this.here);
  }

  /** What is being written; begun anew for another route or another step. */
  draft(route: Transport, form: Form, replaces?: string): TransportDraft {
    const held = kept.get<TransportDraft>('transport');
    if (held?.route === route.id && held.form === form && replaces === undefined) return held;
    const loaded = this.loaded(route);
    const labelled = loaded.map(({ box, seals }): Labelled => ({ box, seals: seals.join(', ') }));
    return {
      route: route.id,
      form,
      labelled: labelled.length === 0 ? [{ box: '', seals: '' }] : labelled,
      looked: looks(loaded),
      others: [''],
      staff: usualStaff,
      vehicle: '',
      reason: '',
      place: nextCheckpoint(route) ?? '',
      ...(replaces === undefined ? {} : { replaces }),
    };
  }

  keep(draft: TransportDraft): void {
    kept.set('transport', draft);
  }

  async send(route: Transport, told: Told, replaces?: string): Promise<void> {
    const occurredAt = this.desk.duty.stamp();
    const task = {
      what: 'transport',
      route: route.id,
      number: route.number,
      ...withTime(told, occurredAt),
    } as TransportTask;
    await this.desk.send(task, route.number, replaces);
    kept.drop('transport');
  }

  private get held(): readonly Transport[] {
    const { here } = this;
    return this.desk.duty.routes
      .map((route) => transportAhead(route, here))
      .filter(({ state }) => state !== 'CANCELLED');
  }

  private get here(): typeof this.desk.items {
    const { items, operation } = this.desk;
    return items.filter((item) => item.operation === operation?.id);
  }
}

/** A record without its time: the time is that of sending. */
export type Told = {
  [Act in TransportAct]: {
    readonly act: Act;
    readonly body: Omit<Extract<TransportTask, { act: Act }>['body'], 'occurredAt'>;
  };
}[TransportAct];

const withTime = (told: Told, occurredAt: string): object => ({ act: told.act, body: { ...told.body, occurredAt } });

/** What was written at departure as it is sent; empty lines are left out. */
export const boxesOf = (labelled: readonly Labelled[]): readonly BoxSeals[] =>
  labelled.filter(({ box }) => box.trim() !== '').map(({ box, seals }) => ({ box: box.trim(), seals: sealsOf(seals) }));

export const isSide = (form: Form): form is CustodySide => form === 'GIVING' || form === 'RECEIVING';

/** The form in which a record is written; none for what one press says. */
export function formOfTask(task: TransportTask): Form | undefined {
  if (task.act === 'handover') return task.body.side;
  return task.act === 'resumption' ? undefined : task.act;
}
