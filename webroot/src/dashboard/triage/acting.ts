import { Signal } from '../../core/signal.js';
import type { Incident } from '../../core/protocol.js';
import { similar, teams } from '../../core/remote.js';
import { all } from '../../core/store.js';
import { t, type Word } from '../../i18n/index.js';
import { word } from '../../core/codes.js';
import type { Inquiry } from '../../ui/question.js';
import type { Desk } from '../desk.js';
import { movement, otherRoom, possible, rules, step, wordOf, type Act, type Step } from './acts.js';
import * as offer from './choices.js';
import type { Choice } from './choices.js';
import * as inquire from './inquiries.js';
import { reporting } from './upward.js';
import { Work } from './work.js';

/** What is being chosen by a digit; the incidents and their state are those of the moment when it began. */
export interface Choosing {
  readonly act: Act;
  readonly name: Word;
  readonly targets: readonly Incident[];
  /** None while they are being fetched. */
  readonly choices: readonly Choice[] | undefined;
  readonly failure?: unknown;
  readonly page: number;
}

/** Something for many incidents, to be looked at before it is done. */
export interface Review {
  readonly step: Step;
  readonly targets: readonly Incident[];
}

const perPage = 9;

/** From a key or a button to a command: asks what is missing, by a digit where it can, and hands it on. */
export class Acting {
  readonly changed = new Signal();
  readonly work: Work;
  choosing: Choosing | undefined;
  review: Review | undefined;

  constructor(private readonly desk: Desk) {
    this.work = new Work(desk.means);
  }

  /** Begins an act on the incidents; one that is not possible now says so. */
  begin(act: Act, targets: readonly Incident[]): void {
    this.leave();
    const { desk } = this;
    const [first] = targets;
    const name = wordOf(act, desk.asking);
    if (first === undefined) return desk.say(t('act.nothing'));
    if (targets.length > 1 && rules[act].bulk === undefined) return desk.say(t('act.oneOnly', { act: t(name) }));
    if (targets.length === 1 && otherRoom(act, first, desk.asking))
      return desk.say(
        t('act.otherRoom', { number: first.number, room: word(desk.codes, 'handlings', first.handling ?? '') }),
      );
    if (targets.length === 1 ? !possible(act, first, desk.asking) : !desk.session.may(rules[act].duty)) {
      const status = word(desk.codes, 'statuses', first.status);
      return desk.say(t('act.notNow', { number: first.number, act: t(name), status }));
    }
    this.ask(act, targets, first);
  }

  pick(choice: Choice): void {
    this.leave();
    choice.pick();
  }

  /** Leaves what is being chosen; whether there was anything. */
  leave(): boolean {
    const had = this.choosing !== undefined;
    this.show(undefined);
    return had;
  }

  leaveReview(): void {
    this.review = undefined;
    this.changed.emit();
  }

  /** The choices of the page shown, the first under the digit 1. */
  get shown(): readonly Choice[] {
    const { choices = [], page } = this.choosing ?? { page: 0 };
    return choices.slice(page * perPage, (page + 1) * perPage);
  }

  get pages(): number {
    return Math.ceil((this.choosing?.choices?.length ?? 0) / perPage);
  }

  turn(pages: 1 | -1): void {
    if (this.choosing === undefined) return;
    const page = Math.min(Math.max(this.choosing.page + pages, 0), Math.max(this.pages - 1, 0));
    this.show({ ...this.choosing, page });
  }

  /** Takes a key while something is being chosen: only what is seen can be chosen. Whether it was taken. */
  key(event: KeyboardEvent): boolean {
    if (this.choosing === undefined || event.ctrlKey || event.altKey || event.metaKey) return false;
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const choice = digit === undefined ? undefined : this.shown[Number(digit) - 1];
    const standard = this.choosing.choices?.find((one) => one.standard === true);
    if (event.key === 'Escape') this.leave();
    else if (choice !== undefined) this.pick(choice);
    else if (event.key === 'Enter' && standard !== undefined) this.pick(standard);
    else if (event.code === 'Digit0' || event.key === 'ArrowRight') this.turn(1);
    else if (event.key === 'ArrowLeft') this.turn(-1);
    else return event.key !== 'Tab' && event.key !== 'Enter' && event.key !== ' ';
    return true;
  }

  private ask(act: Act, targets: readonly Incident[], first: Incident): void {
    const { desk } = this;
    const take = (body: Readonly<Record<string, unknown>>): void => this.take(targets, step(act, body, desk.asking));
    switch (act) {
      case 'acknowledge':
        return take({});
      case 'close':
        return this.choose(
          act,
          targets,
          offer.outcomes(desk, targets, take, () => this.inquire(inquire.closing(desk, targets, take))),
        );
      case 'judge':
        return this.choose(
          act,
          targets,
          offer.veracities(desk, targets, (veracity) => this.inquire(inquire.judging(desk, veracity, take))),
        );
      case 'team':
        return void this.fetch(act, targets, async () =>
          offer.teams(desk, first, await this.teams(first), {
            send: take,
            move: (team, to) => this.take(targets, movement(team, to)),
          }),
        );
      case 'merge':
        return void this.fetch(act, targets, async () =>
          offer.duplicates(desk, targets, await similar(desk.api, desk.operation?.id ?? '', first.id), {
            into: (into) => take({ into }),
            byNumber: () => this.inquire(inquire.merging(desk, targets, take)),
          }),
        );
      case 'transfer':
        return void inquire.transferring(desk, targets, take).then(
          (inquiry) => this.inquire(inquiry),
          () => desk.say(t('act.transfer.failed')),
        );
      case 'share':
        return void inquire.sharing(desk, first, take).then(
          (inquiry) => this.inquire(inquiry),
          () => desk.say(t('act.transfer.failed')),
        );
      case 'restrict':
        return this.choose(
          act,
          targets,
          offer.clearances(desk, first, (clearance) => this.inquire(inquire.restricting(desk, first, clearance, take))),
        );
      case 'report':
        return this.inquire(reporting(desk, first, take));
      case 'link':
        return this.inquire(inquire.linking(desk, targets, take));
      case 'correct':
        return this.inquire(inquire.correcting(desk, targets, take));
      case 'comment':
      case 'dispatch':
      case 'resolve':
        return this.inquire(inquire.words(act, targets, take));
      case 'return':
      case 'false':
      case 'reopen':
        return this.inquire(inquire.reasons(act, targets, take));
    }
  }

  private take(targets: readonly Incident[], chosen: Step): void {
    const [first] = targets;
    if (targets.length === 1 && first !== undefined) void this.work.give(first, chosen);
    else this.review = { step: chosen, targets };
    this.changed.emit();
  }

  private inquire(inquiry: Inquiry): void {
    this.desk.ask(inquiry);
  }

  private choose(act: Act, targets: readonly Incident[], choices: readonly Choice[]): void {
    this.show({ act, name: wordOf(act, this.desk.asking), targets, choices, page: 0 });
  }

  private async fetch(act: Act, targets: readonly Incident[], find: () => Promise<readonly Choice[]>): Promise<void> {
    const waiting: Choosing = { act, name: wordOf(act, this.desk.asking), targets, choices: undefined, page: 0 };
    this.show(waiting);
    try {
      const choices = await find();
      if (this.choosing === waiting) this.show({ ...waiting, choices });
    } catch (failure) {
      if (this.choosing === waiting) this.show({ ...waiting, choices: [], failure });
    }
  }

  /** From the picture where it holds them, as a station's does. */
  private async teams(incident: Incident): Promise<readonly offer.Sendable[]> {
    const { desk } = this;
    const held = [...all(desk.live.store, 'team').values()].filter((team) => team.unit === incident.unit);
    return held.length > 0 ? held : teams(desk.api, desk.operation?.id ?? '', incident.unit);
  }

  private show(choosing: Choosing | undefined): void {
    if (choosing === this.choosing) return;
    this.choosing = choosing;
    this.changed.emit();
  }
}
