import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { odd } from '../core/boxes.js';
import type { Transport } from '../core/custody.js';
import type { Signal } from '../core/signal.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import { boxStyles, labelFields, lookFields } from './box-fields.js';
import type { FieldDesk } from './desk.js';
import { counter } from './inputs.js';
import type { Located } from './position.js';
import './position-field.js';
import { reportStyles } from './report.css.js';
import { alongside, checked } from './transport-check.js';
import { isSide, type Form, type TransportDraft } from './transport-desk.js';

const mostStaff = 20;
const mostOthers = 9;
const usualReasons = ['traffic', 'vehicle', 'accident', 'blocked'] as const;

const titles: Readonly<Record<Form, Word>> = {
  departure: 'transport.depart',
  checkpoint: 'transport.checkpoint',
  stop: 'transport.stop',
  arrival: 'transport.arrive',
  GIVING: 'transport.handover.GIVING',
  RECEIVING: 'transport.handover.RECEIVING',
};

/** One step of a route, written with one thumb beside the lorry. Every touch is kept. Fires `done`. */
@customElement('haetae-transport-form')
export class TransportForm extends View {
  static override styles = [controls, reportStyles, boxStyles];

  @property({ attribute: false }) desk!: FieldDesk;
  @state() private draft: TransportDraft | undefined;
  @state() private wrong = '';
  @state() private busy = false;
  private route: Transport | undefined;

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const { transports } = this.desk;
    const { writing } = transports;
    this.route = writing === undefined ? undefined : transports.find(writing.route);
    if (writing !== undefined && this.route !== undefined)
      this.draft = transports.draft(this.route, writing.form, writing.replaces);
  }

  protected override render(): TemplateResult {
    const { draft, route } = this;
    const back = html`<button type="button" data-testid="back" @click=${() => this.done()}>
      ‹ ${t('field.back')}
    </button>`;
    if (draft === undefined || route === undefined)
      return html`<form>
        <header>${back}</header>
        <p class="state">${t('refusal.unknown-route')}</p>
      </form>`;
    return html`<form
      data-testid="transport-form"
      data-form=${draft.form}
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.send(draft, route);
      }}
    >
      <header>
        ${back}
        <h1>${t(titles[draft.form])}</h1>
      </header>
      <p><b>${route.number}</b> <span class="quiet">${route.fromName} → ${route.toName}</span></p>
      ${this.fields(draft)}
      <footer>
        ${this.warning(draft)}
        <p class="notice bad" role="alert" data-testid="transport-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
        <button class="main big" data-testid="transport-send" ?disabled=${this.busy}>${t(titles[draft.form])}</button>
      </footer>
    </form>`;
  }

  private fields(draft: TransportDraft): TemplateResult {
    switch (draft.form) {
      case 'departure':
        return html`${labelFields(draft.labelled, (labelled) => this.keep({ labelled }))} ${this.officers(draft)}
        ${this.staff(draft)} ${this.text('vehicle', 'transport.vehicle', draft.vehicle)}`;
      case 'checkpoint':
        return html`${this.text('place', 'transport.checkpoint.place', draft.place)}
          <haetae-position-field
            .position=${draft.position}
            @changed=${(event: CustomEvent<Located | undefined>) => this.keep({ position: event.detail })}
          ></haetae-position-field>`;
      case 'stop':
        return this.reasons(draft);
      case 'arrival':
      case 'GIVING':
      case 'RECEIVING':
        return lookFields(draft.looked, (looked) => this.keep({ looked }));
    }
  }

  private officers({ others }: TransportDraft): TemplateResult {
    const change = (place: number, name: string): void => {
      this.keep({ others: others.map((held, index) => (index === place ? name : held)) });
    };
    return html`<fieldset data-testid="officers">
      <legend>${t('transport.officers')}</legend>
      <p><b>1. ${t('transport.form.me', { name: this.desk.account?.name ?? '' })}</b></p>
      ${others.map(
        (name, place) =>
          html`<label
            ><span>${String(place + 2)}. ${t(place === 0 ? 'transport.form.second' : 'transport.form.third')}</span
            ><input
              data-testid="officer-name"
              maxlength="100"
              autocomplete="off"
              .value=${name}
              @input=${(event: InputEvent) => change(place, (event.target as HTMLInputElement).value)}
          /></label>`,
      )}
      ${
        others.length < mostOthers && others.every((name) => name.trim() !== '')
          ? html`<button type="button" data-testid="officer-add" @click=${() => this.keep({ others: [...others, ''] })}>
              + ${t('transport.form.third')}
            </button>`
          : nothing
      }
    </fieldset>`;
  }

  private staff({ staff }: TransportDraft): TemplateResult {
    return counter({
      label: t('transport.staff'),
      said: t('transport.staff.n', { n: staff }),
      value: staff,
      least: 0,
      most: mostStaff,
      testId: 'transport-staff',
      change: (value) => this.keep({ staff: value }),
    });
  }

  private reasons({ reason }: TransportDraft): TemplateResult {
    return html`<div class="options">
        ${usualReasons.map((usual) => {
          const words = t(`transport.stop.${usual}`);
          return html`<button
            type="button"
            data-testid="stop-${usual}"
            aria-pressed=${reason === words ? 'true' : 'false'}
            @click=${() => this.keep({ reason: words })}
          >
            ${words}
          </button>`;
        })}
      </div>
      <label
        ><span>${t('ask.reason')} · ${t('field.draft.kept')}</span
        ><textarea
          data-testid="stop-reason"
          class="short"
          maxlength="500"
          .value=${reason}
          @input=${(event: InputEvent) => this.keep({ reason: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>`;
  }

  private text(name: 'vehicle' | 'place', label: Word, value: string): TemplateResult {
    return html`<label
      ><span>${t(label)}${name === 'vehicle' ? ` (${t('optional')})` : ''}</span
      ><input
        data-testid="transport-${name}"
        maxlength=${name === 'vehicle' ? 40 : 100}
        autocomplete="off"
        .value=${value}
        @input=${(event: InputEvent) => this.keep({ [name]: (event.target as HTMLInputElement).value })}
    /></label>`;
  }

  /** Said before it is sent, not refused: it may be so, and then somebody must explain it. */
  private warning(draft: TransportDraft): TemplateResult | typeof nothing {
    const said: string[] = [];
    if (draft.form === 'departure') {
      if (alongside(draft).length === 0) said.push(t('transport.form.oneOfficer'));
      if (draft.staff === 0) said.push(t('transport.form.noStaff'));
    } else if ((isSide(draft.form) || draft.form === 'arrival') && draft.looked.some(odd)) {
      said.push(t('transport.form.odd'));
    }
    return said.length === 0
      ? nothing
      : html`<p class="notice late" role="status" data-testid="transport-warning">⚠ ${said.join(' ')}</p>`;
  }

  private keep(change: Partial<TransportDraft>): void {
    if (this.draft === undefined) return;
    this.draft = { ...this.draft, ...change };
    this.wrong = '';
    this.desk.transports.keep(this.draft);
  }

  private async send(draft: TransportDraft, route: Transport): Promise<void> {
    const { account, transports } = this.desk;
    if (account === undefined || this.busy) return;
    const found = checked(draft, { account: account.id, name: account.name });
    if ('wrong' in found) {
      this.wrong = found.wrong;
      return;
    }
    this.busy = true;
    try {
      await transports.send(route, found.told, draft.replaces);
      this.done();
    } catch {
      this.wrong = t('field.save.failed');
    } finally {
      this.busy = false;
    }
  }

  private done(): void {
    this.dispatchEvent(new CustomEvent('done'));
  }
}
