import type { Alarm } from '../../core/alarms.js';
import type { Store } from '../../core/store.js';
import { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import { Absence } from './absence.js';
import { AlarmActs } from './acts.js';
import { Notices } from './notices.js';
import { Sound } from './sound.js';
import { AlarmWatch } from './watch.js';
import { about, kindWord, noticeOf } from './words.js';

/** Everything of alarms, put together once. */
export class AlarmDesk {
  readonly changed = new Signal();
  readonly watch: AlarmWatch;
  readonly acts: AlarmActs;
  readonly absence: Absence;
  readonly sound = new Sound();
  readonly notices = new Notices();
  /** For a screen reader, once for what is new: urgent ones at once, the rest when it has time. */
  said: { readonly urgent: string; readonly polite: string } = { urgent: '', polite: '' };

  constructor(private readonly desk: Desk) {
    this.watch = new AlarmWatch(desk);
    this.acts = new AlarmActs(desk);
    this.absence = new Absence(desk, this.watch);
    for (const signal of [this.watch.changed, this.sound.changed, this.notices.changed, this.absence.changed])
      signal.subscribe(() => this.changed.emit());
    this.watch.changed.subscribe(() => {
      this.sound.attend(this.watch.room);
      this.notices.keep(new Set(this.loud.map(({ key }) => key)));
    });
    this.watch.struck.add(({ fresh, tone }) => {
      if (tone !== undefined) this.sound.play(tone);
      this.tell(fresh);
    });
  }

  /** The picture that the alarms were read off. */
  get store(): Store {
    return this.watch.store;
  }

  /** What nobody of the room took note of, the gravest first; a picture that stands still before all. */
  get loud(): readonly Alarm[] {
    return this.watch.all.filter(({ noted }) => noted === undefined);
  }

  get calm(): readonly Alarm[] {
    return this.watch.all.filter(({ noted }) => noted !== undefined);
  }

  /** Before the page's name in the title: so many alarms are not taken note of. */
  get title(): string {
    const { loud } = this;
    if (loud.length === 0) return '';
    return `${loud.some(({ severity }) => severity === 1) ? '‼' : '!'}${t('alarm.title')} ${String(loud.length)}`;
  }

  private tell(fresh: readonly Alarm[]): void {
    const { desk, store } = this;
    if (fresh.length === 0) return;
    const words = (some: readonly Alarm[]): string =>
      some.length === 0
        ? ''
        : t('alarm.said', { what: some.map((it) => `${kindWord(desk, it)} ${about(desk, store, it)}`).join('. ') });
    this.said = {
      urgent: words(fresh.filter(({ severity }) => severity === 1)),
      polite: words(fresh.filter(({ severity }) => severity === 2)),
    };
    for (const alarm of fresh)
      this.notices.show(alarm, noticeOf(desk, store, alarm), () => this.acts.open(store, alarm));
    this.changed.emit();
  }
}
