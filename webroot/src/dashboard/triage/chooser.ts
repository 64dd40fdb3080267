import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { explain } from '../../core/explain.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import type { Choice } from './choices.js';

/** What can be chosen by a digit now, beside the list so that the row in hand stays in sight. */
@customElement('haetae-chooser')
export class Chooser extends View {
  static override styles = [
    controls,
    css`
      :host {
        position: fixed;
        inset: auto calc(var(--list-width, 28rem) + 1rem) 1rem auto;
        width: min(32rem, calc(100vw - 2rem));
        z-index: 3;
      }
      section {
        display: grid;
        gap: 0.5rem;
        padding: 0.9rem 1rem 1rem;
        background: var(--panel);
        border: 2px solid var(--accent);
        border-radius: 0.5rem;
        box-shadow: 0 0.3rem 1.5rem rgb(0 0 0 / 45%);
        max-height: 80vh;
        overflow: auto;
      }
      header,
      footer {
        display: flex;
        gap: 0.75rem;
        justify-content: space-between;
        align-items: baseline;
      }
      h2 {
        font-size: 1.125rem;
      }
      header p,
      .hint {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      header > div {
        min-width: 0;
      }
      li button {
        display: grid;
        grid-template-columns: 1.75rem minmax(0, max-content) minmax(0, 1fr);
        gap: 0.5rem;
        align-items: baseline;
        width: 100%;
        text-align: left;
        border-color: transparent;
        background: none;
        padding: 0.4rem 0.5rem;
      }
      li button:hover {
        background: var(--raised);
      }
      li.standard button {
        border-color: var(--accent);
      }
      kbd {
        font: inherit;
        font-weight: 750;
        text-align: center;
        border: 1px solid var(--edge);
        border-radius: 0.25rem;
        background: var(--raised);
      }
      @media (max-width: 64em) {
        :host {
          inset: auto 1rem 1rem;
          width: auto;
        }
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;

  protected override signals(): readonly Signal[] {
    return [this.desk.acting.changed];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { acting } = this.desk;
    const { choosing } = acting;
    if (choosing === undefined) return nothing;
    const [first] = choosing.targets;
    const about = choosing.targets.length === 1 ? first?.number : t('bulk.count', { n: choosing.targets.length });
    return html`<section
      role="group"
      aria-live="polite"
      aria-label=${`${about ?? ''} ${t(choosing.name)}`}
      data-testid="chooser"
      data-act=${choosing.act}
    >
      <header>
        <div>
          <h2>${about} · ${t(choosing.name)}</h2>
          ${choosing.targets.length === 1 ? html`<p class="quiet">${first?.text}</p>` : nothing}
        </div>
        <button aria-label=${t('cancel')} @click=${() => acting.leave()}>✕</button>
      </header>
      ${choosing.choices === undefined ? html`<p role="status">${t('loading')}</p>` : nothing}
      ${choosing.failure === undefined ? nothing : html`<p class="notice bad">${explain(choosing.failure)}</p>`}
      ${choosing.choices?.length === 0 && choosing.failure === undefined ? html`<p class="quiet">${t('act.team.none')}</p>` : nothing}
      <ol>
        ${acting.shown.map((choice, index) => this.choice(choice, index))}
      </ol>
      <footer class="quiet">
        <span>${t('choose.help')}</span>
        ${acting.pages > 1 ? html`<button @click=${() => acting.turn(1)}>0 · ${t('more')}</button>` : nothing}
      </footer>
    </section>`;
  }

  private choice(choice: Choice, index: number): TemplateResult {
    return html`<li class=${choice.standard === true ? 'standard' : ''}>
      <button data-testid="choice" data-code=${choice.code} @click=${() => this.desk.acting.pick(choice)}>
        <kbd>${index + 1}</kbd><span>${choice.words}</span
        ><span class="quiet hint">${choice.hint} ${choice.standard === true ? '(Enter)' : ''}</span>
      </button>
    </li>`;
  }
}
