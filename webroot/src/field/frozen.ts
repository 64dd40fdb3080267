import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { moment, size } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { FieldDesk } from './desk.js';
import type { Sealed } from './outbox.js';

/** Unsent reports of accounts that were disabled: what is kept, why, and how they reach a room all the same. */
@customElement('haetae-frozen')
export class FrozenCard extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      section {
        display: grid;
        gap: 0.6rem;
        margin-bottom: 0.9rem;
      }
      h2 {
        font-size: 1.125rem;
      }
      .do {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      button {
        min-height: 3.25rem;
        white-space: normal;
      }
      button.main {
        flex: 1 1 12rem;
        font-size: 1.125rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: FieldDesk;

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override render(): TemplateResult {
    const { all, open } = this.desk.seals;
    return html`${all.map((sealed) => this.sealed(sealed))}
    ${
      open === undefined
        ? nothing
        : html`<section class="notice bad" role="alert" data-testid="frozen-open">
            <h2>${t('frozen.title', { name: open.name })}</h2>
            <p>${t('frozen.open', { n: open.reports })}</p>
          </section>`
    }`;
  }

  private sealed(sealed: Sealed): TemplateResult {
    const { savedAt } = sealed;
    const now = Date.now();
    return html`<section class="notice late" data-testid="frozen" data-reports=${sealed.reports}>
      <h2>${t('frozen.title', { name: sealed.name })}</h2>
      <p>
        <b>${t('frozen.kept', { n: sealed.reports })}</b>
        ${t('frozen.why', { at: moment(new Date(sealed.at).toISOString(), now) })}
      </p>
      <p>${t('frozen.do')}</p>
      ${this.files(sealed)}
      ${
        savedAt === undefined
          ? nothing
          : html`<p role="status" data-testid="frozen-saved">
              ✓ ${t('frozen.saved', { at: moment(new Date(savedAt).toISOString(), now) })}
            </p>`
      }
      <div class="do">
        <button class="main" data-testid="frozen-save" @click=${() => void this.desk.seals.save(sealed)}>
          ${t('frozen.save')}
        </button>
        ${
          savedAt === undefined
            ? nothing
            : html`<button data-testid="frozen-forget" @click=${() => void this.forget(sealed)}>
                ${t('frozen.forget')}
              </button>`
        }
      </div>
    </section>`;
  }

  /** What earlier editions sealed left its files here. */
  private files({ files, parts = [] }: Sealed): TemplateResult {
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    return html`${
      parts.length === 0
        ? nothing
        : html`<p data-testid="frozen-media">${t('frozen.media', { n: parts.length, size: size(bytes) })}</p>`
    }${files > parts.length ? html`<p>${t('frozen.files', { n: files - parts.length })}</p>` : nothing}`;
  }

  private async forget(sealed: Sealed): Promise<void> {
    if (confirm(t('frozen.forget.sure', { n: sealed.reports }))) await this.desk.seals.forget(sealed);
  }
}
