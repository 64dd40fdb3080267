import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import { duration, moment } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import type { CountingStage, Storage } from '../core/sites.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { FieldDesk } from './desk.js';
import { Press } from './press.js';
import type { Entered, SiteFormName } from './site-desk.js';

/** The watch over a storage, or how far a counting centre is: the next thing with one press. Fires `write` for a form. */
@customElement('haetae-site-card')
export class SiteCard extends View {
  static override styles = [
    controls,
    css`
      section {
        display: grid;
        gap: 0.6rem;
        padding: 0.75rem;
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 0.375rem;
      }
      h2 {
        font-size: 1.125rem;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.25rem 0.75rem;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      button {
        flex: 1 1 6rem;
        min-height: 3.25rem;
        white-space: normal;
        font-weight: 650;
      }
      .line button {
        flex: none;
      }
      button.main {
        flex-basis: 100%;
        min-height: 4rem;
        font-size: 1.375rem;
      }
      .line button.main {
        flex-basis: auto;
        min-height: 3.25rem;
        font-size: 1rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: FieldDesk;
  private readonly press = new Press(this);

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { storage, counting, next } = this.desk.sites;
    if (storage?.state === 'WATCHED') return this.watch(storage);
    if (storage !== undefined) return this.unopened();
    return counting === undefined ? nothing : this.course(next);
  }

  private watch(storage: Storage): TemplateResult {
    const { sites, duty } = this.desk;
    return html`<section data-testid="storage-watch" aria-label=${t('nav.storages')}>
      <div class="line">
        <h2>${t('nav.storages')}</h2>
        ${storage.gaps > 0 ? html`<b class="alarm">⚠ ${t('storage.gaps.n', { n: storage.gaps })}</b>` : nothing}
      </div>
      <p>
        ${sites.roundWaits ? nothing : this.due('site.roundDue', storage.roundDue)}
        ${this.due('site.sealDue', storage.sealCheckDue)}
      </p>
      ${sites.inside.map((entered) => this.entered(entered))} ${this.press.failure()}
      <div class="acts">
        <button
          class="main"
          data-testid="storage-round"
          ?disabled=${this.press.busy || !duty.open}
          @click=${() => void this.now(() => sites.round())}
        >
          ${t('site.round.done')}
        </button>
        ${this.opens('seal-checks', t('site.seals'))} ${this.opens('cameras', t('site.camera'))}
        ${this.opens('accesses', t('site.enter'))}
      </div>
    </section>`;
  }

  /** Nothing is kept here, or no longer: the watch begins when the first boxes come. */
  private unopened(): TemplateResult {
    return html`<section data-testid="storage-unopened" aria-label=${t('nav.storages')}>
      <h2>${t('nav.storages')}</h2>
      ${
        this.desk.sites.openingWaits
          ? html`<p role="status">${t('site.open.waits')}</p>`
          : html`<div class="acts">${this.opens('opening', t('site.open'))}</div>`
      }
    </section>`;
  }

  private course(next: CountingStage | undefined): TemplateResult {
    const { sites, codes, duty } = this.desk;
    const stage = sites.counting?.stage;
    const press = (): void => {
      if (next === undefined) return;
      const said = word(codes, 'countingStages', next);
      if (confirm(t('site.next.sure', { stage: said }))) void this.now(() => sites.reach(next));
    };
    return html`<section data-testid="counting" data-stage=${stage ?? 'NONE'} aria-label=${t('nav.counting')}>
      <div class="line">
        <h2>${t('nav.counting')}</h2>
        <b>${stage == null ? t('counting.notBegun') : word(codes, 'countingStages', stage)}</b>
      </div>
      ${this.press.failure()}
      <div class="acts">${this.opens('cordons', t('counting.cordons'))}</div>
      ${
        next === undefined
          ? nothing
          : html`<div class="acts">
              <button data-testid="counting-next" ?disabled=${this.press.busy || !duty.open} @click=${press}>
                ${t('site.next', { stage: word(codes, 'countingStages', next) })}
              </button>
            </div>`
      }
    </section>`;
  }

  private due(label: 'site.roundDue' | 'site.sealDue', at: string | null | undefined): TemplateResult | typeof nothing {
    if (at == null) return nothing;
    const { now } = this.desk;
    const over = now - Date.parse(at);
    return html`<span class="line">
      <span>${t(label, { at: moment(at, now) })}</span>
      ${over > 0 ? html`<b class="alarm">${t('transport.overBy', { for: duration(over) })}</b>` : nothing}
    </span>`;
  }

  private entered(entered: Entered): TemplateResult {
    const { desk } = this;
    return html`<div class="line" data-testid="storage-entered">
      <span>
        <b class="warn"
          >${word(desk.codes, 'storageVisitors', entered.who)} ${t('storage.people.n', { n: entered.people })}</b
        >
        · ${moment(entered.at, desk.now)}
      </span>
      <button
        class="main"
        data-testid="storage-leave"
        ?disabled=${this.press.busy}
        @click=${() => void this.now(() => desk.sites.leave(entered))}
      >
        ${t('storage.leave')}
      </button>
    </div>`;
  }

  private opens(form: SiteFormName, said: string): TemplateResult {
    const open = (): void => {
      this.desk.sites.writing = form;
      this.dispatchEvent(new CustomEvent('write'));
    };
    return html`<button data-testid="storage-${form}" ?disabled=${!this.desk.duty.open} @click=${open}>
      ${said}
    </button>`;
  }

  private async now(act: () => Promise<void>): Promise<void> {
    await this.press.act(act);
  }
}
