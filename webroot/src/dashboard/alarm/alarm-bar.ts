import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Alarm } from '../../core/alarms.js';
import { number, time } from '../../core/format.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { writes } from '../keys.js';
import { barStyles } from './alarm-bar.css.js';
import './alarm-list.js';
import type { SoundState } from './sound.js';
import type { AlarmList } from './alarm-list.js';
import { about, kindWord, lasting } from './words.js';

/** A press this soon after another alarm took its place was meant for the one before. */
const settleMillis = 500;

/** The gravest alarm of one's own room, always in sight and always as high; the others behind a count. */
@customElement('haetae-alarm-bar')
export class AlarmBar extends View {
  static override styles = [controls, barStyles];

  @property({ attribute: false }) desk!: Desk;
  /** On a wall nobody presses anything: no buttons, and no strip while there is no alarm. */
  @property({ type: Boolean, reflect: true }) wall = false;
  @query('haetae-alarm-list') private list!: AlarmList;
  /** What is shown; it stays while the pointer or the keyboard is on it. */
  private top: string | undefined;
  private topSince = Number.NEGATIVE_INFINITY;
  private readonly onKey = (event: KeyboardEvent): void => this.key(event);

  protected override signals(): readonly Signal[] {
    return [this.desk.alarms.changed, this.desk.changed, this.desk.live.beat];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('keydown', this.onKey);
    super.disconnectedCallback();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { loud } = this.desk.alarms;
    const held = loud.some(({ key }) => key === this.top) && this.matches(':hover, :focus-within');
    const next = held ? this.top : loud[0]?.key;
    if (next !== this.top) this.topSince = performance.now();
    this.top = next;
  }

  protected override render(): TemplateResult {
    const { alarms } = this.desk;
    const { loud, calm, said, sound } = alarms;
    const alarm = this.shown;
    const grave = loud.some(({ severity }) => severity === 1);
    return html`
      <section
        class="bar ${alarm === undefined ? '' : alarm.severity === 1 ? 'one' : 'two'}"
        aria-label=${t('alarm.title')}
        data-testid="alarm-bar"
        data-loud=${loud.length}
        data-noted=${calm.length}
        data-ringing=${grave ? 'true' : 'false'}
        data-sound=${sound.state}
        data-settled=${this.isSettled ? 'true' : 'false'}
      >
        ${alarm === undefined ? this.calm(calm.length) : this.line(alarm, loud.length - 1)}
        ${this.wall ? this.muted(sound.state) : this.controls(loud.length + calm.length, sound.state)}
      </section>
      <div class="spoken" role="alert" data-testid="alarm-urgent">${said.urgent}</div>
      <div class="spoken" role="status">${said.polite}</div>
      <haetae-alarm-list .desk=${this.desk}></haetae-alarm-list>
    `;
  }

  private controls(all: number, sound: SoundState): TemplateResult {
    return html`<button data-testid="alarm-list-open" aria-haspopup="dialog" @click=${() => this.list.open()}>
        ${t('alarm.list.n', { n: number(all) })}
      </button>
      <button
        class=${sound === 'off' || sound === 'blocked' ? 'silenced' : ''}
        data-testid="alarm-sound"
        aria-label=${t(`sound.${sound}`)}
        @click=${() => this.soundPressed()}
      >
        ${sound === 'on' ? '♪' : '♪✕'} <span class="sound">${t(`sound.${sound}`)}</span>
      </button>`;
  }

  private muted(sound: SoundState): TemplateResult | typeof nothing {
    return sound === 'off' || sound === 'blocked'
      ? html`<span class="for" data-testid="alarm-sound">♪ ${t('sound.off')}</span>`
      : nothing;
  }

  private calm(noted: number): TemplateResult {
    // Until its room's picture has come nobody can say that there is none.
    if (this.desk.alarms.store.cursor === undefined)
      return html`<span class="quiet-state" data-testid="alarm-unknown">${t('alarm.unknown')}</span>`;
    return html`<span class="quiet-state" data-testid="alarm-none"
      >${noted === 0 ? t('alarm.none') : `✓ ${t('alarm.onlyNoted', { n: number(noted) })}`}</span
    >`;
  }

  private line(alarm: Alarm, others: number): TemplateResult {
    const { desk } = this;
    const { store, watch } = desk.alarms;
    const stale = alarm.kind === 'PICTURE_STALE';
    return html`
      <b class="mark">${alarm.severity === 1 ? '‼' : '!'} ${kindWord(desk, alarm)}</b>
      <span class="what" data-testid="alarm-what"
        >${stale ? t('alarm.stale', { time: time(alarm.since) }) : about(desk, store, alarm)}</span
      >
      ${stale ? nothing : html`<span class="for">${lasting(alarm, watch.now)}</span>`}
      ${others > 0 ? html`<b class="for" data-testid="alarm-more">${t('alarm.more', { n: number(others) })}</b>` : nothing}
      ${this.wall ? nothing : this.acts(alarm)}
    `;
  }

  private acts(alarm: Alarm): TemplateResult {
    const { desk } = this;
    const { acts, store } = desk.alarms;
    const own = acts.own(store, alarm);
    const sending = acts.sending(alarm);
    const stale = alarm.kind === 'PICTURE_STALE';
    return html`
      ${
        own === undefined
          ? nothing
          : html`<button
              class="main"
              data-testid="alarm-act"
              ?disabled=${sending}
              @click=${() => this.settled(own.run)}
            >
              ${t(own.name)}
            </button>`
      }
      <button
        data-testid="alarm-open"
        aria-keyshortcuts="q"
        @click=${() => this.settled(() => acts.open(store, alarm))}
      >
        ${t('alarm.open')}
      </button>
      ${
        own?.notes === true || (!acts.notes && !stale)
          ? nothing
          : html`<button
              data-testid="alarm-note"
              aria-label=${t('alarm.note.what', { what: `${kindWord(desk, alarm)} ${about(desk, store, alarm)}` })}
              aria-keyshortcuts="Shift+Q"
              ?disabled=${sending}
              @click=${() => this.settled(() => acts.note(alarm))}
            >
              ${t('alarm.note')}
            </button>`
      }
    `;
  }

  private get shown(): Alarm | undefined {
    return this.desk.alarms.loud.find(({ key }) => key === this.top);
  }

  private get isSettled(): boolean {
    return performance.now() - this.topSince >= settleMillis;
  }

  private settled(act: () => void | Promise<void>): void {
    if (this.isSettled) void act();
  }

  private soundPressed(): void {
    const { sound } = this.desk.alarms;
    if (sound.state === 'blocked') void sound.wake();
    else this.list.open();
  }

  /** `q` opens what is shown, `Q` takes note of it; nothing while somebody writes or a dialog asks. */
  private key(event: KeyboardEvent): void {
    if (event.code !== 'KeyQ' || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const path = event.composedPath();
    if (event.defaultPrevented || writes(path[0]) || path.some((it) => it instanceof HTMLDialogElement)) return;
    const alarm = this.shown;
    if (alarm === undefined) return;
    event.preventDefault();
    const { acts, store } = this.desk.alarms;
    if (!event.shiftKey) return this.settled(() => acts.open(store, alarm));
    const own = acts.own(store, alarm);
    if (own?.notes === true) this.settled(own.run);
    else if (acts.notes || alarm.kind === 'PICTURE_STALE') this.settled(() => acts.note(alarm));
    else this.desk.say(t('alarm.viewer'));
  }
}
