import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Alarm } from '../../core/alarms.js';
import { moment, time } from '../../core/format.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { dialogStyles } from '../../ui/dialog.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { volumes } from './sound.js';
import { about, kindWord, lasting, notedWords } from './words.js';

/** All alarms of the room, those taken note of included, and how this device tells of them. */
@customElement('haetae-alarm-list')
export class AlarmList extends View {
  static override styles = [
    controls,
    dialogStyles,
    css`
      dialog {
        width: min(60rem, calc(100vw - 2rem));
      }
      h3 {
        margin: 1rem 0 0.4rem;
        font-size: 1rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem 0.75rem;
        padding: 0.5rem 0.6rem;
        border-left: 4px solid var(--edge);
        border-bottom: 1px solid var(--line);
      }
      li.one {
        border-left-color: var(--alarm);
      }
      li.two {
        border-left-color: var(--warn);
      }
      .one b {
        color: var(--alarm);
      }
      .two b {
        color: var(--warn);
      }
      .what {
        flex: 1;
        min-width: 12rem;
        overflow-wrap: anywhere;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem;
      }
      .end {
        margin-top: 1.25rem;
      }
      .quiet {
        color: var(--quiet);
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @query('dialog') private dialog!: HTMLDialogElement;

  protected override signals(): readonly Signal[] {
    return [this.desk.alarms.changed, this.desk.changed, this.desk.live.beat];
  }

  open(): void {
    this.dialog.showModal();
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    // Keys belong to the list while it is open, not to the page behind it.
    return html`<dialog
      data-testid="alarm-list"
      aria-labelledby="title"
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      <h2 id="title">${t('alarm.list')}</h2>
      ${this.dialog?.open === true ? this.content() : nothing}
      <p class="row end">
        <button data-testid="alarm-list-close" @click=${() => this.dialog.close()}>${t('close.panel')}</button>
      </p>
    </dialog>`;
  }

  private content(): TemplateResult {
    const { loud, calm, acts } = this.desk.alarms;
    return html`
      <p class="quiet">${t('alarm.stays')} ${acts.notes ? nothing : t('alarm.viewer')}</p>
      ${loud.length + calm.length === 0 ? html`<p>${t('alarm.none')}</p>` : nothing}
      ${loud.length === 0 ? nothing : html`<h3>${t('alarm.loud')}</h3>`}
      <ul data-testid="alarms-loud">
        ${loud.map((alarm) => this.row(alarm))}
      </ul>
      ${calm.length === 0 ? nothing : html`<h3>${t('alarm.calm')}</h3>`}
      <ul data-testid="alarms-noted">
        ${calm.map((alarm) => this.row(alarm))}
      </ul>
      ${this.sound()} ${this.notices()}
    `;
  }

  private row(alarm: Alarm): TemplateResult {
    const { desk } = this;
    const { acts, store, watch } = desk.alarms;
    const loud = alarm.noted === undefined;
    const own = loud ? acts.own(store, alarm) : undefined;
    const stale = alarm.kind === 'PICTURE_STALE';
    return html`<li
      class=${loud ? (alarm.severity === 1 ? 'one' : 'two') : ''}
      data-testid="alarm"
      data-kind=${alarm.kind}
      data-subject=${alarm.subject}
    >
      <b>${loud ? (alarm.severity === 1 ? '‼' : '!') : '✓'} ${kindWord(desk, alarm)}</b>
      <span class="what">
        ${stale ? t('alarm.stale', { time: time(alarm.since) }) : about(desk, store, alarm)}
        <span class="quiet"
          >· ${moment(alarm.since, watch.now)} · ${lasting(alarm, watch.now)}
          ${loud ? nothing : html`· <span data-testid="alarm-noted">${notedWords(desk, store, alarm)}</span>`}</span
        >
      </span>
      <span class="row">
        ${
          own === undefined
            ? nothing
            : html`<button class="main" ?disabled=${acts.sending(alarm)} @click=${() => void own.run()}>
                ${t(own.name)}
              </button>`
        }
        <button @click=${() => this.show(alarm)}>${t('alarm.open')}</button>
        ${
          loud && own?.notes !== true && (acts.notes || stale)
            ? html`<button
                data-testid="alarm-row-note"
                ?disabled=${acts.sending(alarm)}
                @click=${() => void acts.note(alarm)}
              >
                ${t('alarm.note')}
              </button>`
            : nothing
        }
      </span>
    </li>`;
  }

  private show(alarm: Alarm): void {
    this.dialog.close();
    const { acts, store } = this.desk.alarms;
    acts.open(store, alarm);
  }

  private sound(): TemplateResult {
    const { sound } = this.desk.alarms;
    return html`<h3>${t('sound.title')}</h3>
      <p class="quiet">${t('sound.text')}</p>
      <div class="row" role="group" aria-label=${t('sound.title')}>
        ${volumes.map(
          (volume) =>
            html`<button
              data-testid="volume-${String(volume)}"
              aria-pressed=${sound.volume === volume ? 'true' : 'false'}
              @click=${() => (sound.volume = volume)}
            >
              ${t(`sound.volume.${volume}`)}
            </button>`,
        )}
        <button data-testid="sound-test" @click=${() => void sound.test()}>${t('sound.test')}</button>
        <span>♪ ${t(`sound.${sound.state}`)}</span>
      </div>`;
  }

  private notices(): TemplateResult {
    const { notices } = this.desk.alarms;
    const { state } = notices;
    return html`<h3>${t('notices.title')}</h3>
      <p class="quiet">${t('notices.text')}</p>
      <div class="row">
        ${
          state === 'refused' || state === 'unknown'
            ? html`<span>${t(`notices.${state}`)}</span>`
            : html`<button
                data-testid="notices"
                aria-pressed=${state === 'on' ? 'true' : 'false'}
                @click=${() => void notices.turn(state !== 'on')}
              >
                ${t(state === 'on' ? 'notices.off' : 'notices.on')}
              </button>`
        }
      </div>`;
  }
}
