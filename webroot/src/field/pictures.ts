import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.js';
import type { DraftFile } from './outbox.js';

export interface Choosing {
  readonly files: readonly DraftFile[];
  readonly busy: boolean;
  readonly add: (chosen: readonly File[]) => void;
  readonly remove: (file: DraftFile) => void;
}

/** Photographs and films of a report that is being written. */
export const pictures = ({ files, busy, add, remove }: Choosing): TemplateResult =>
  html`<label
      >${t('field.files')}
      <input
        type="file"
        data-testid="files"
        accept="image/*,video/*"
        multiple
        ?disabled=${busy}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          add([...(input.files ?? [])]);
          input.value = '';
        }}
    /></label>
    ${
      files.length === 0
        ? nothing
        : html`<ul data-testid="chosen-files">
            ${files.map(
              (file) =>
                html`<li class="line">
                  <span>${file.name}</span>
                  <button
                    type="button"
                    aria-label=${t('field.files.remove', { name: file.name })}
                    @click=${() => remove(file)}
                  >
                    ✕
                  </button>
                </li>`,
            )}
          </ul>`
    }
    <p class="quiet" ?hidden=${files.length === 0}>${t('field.files.hint')}</p>`;
