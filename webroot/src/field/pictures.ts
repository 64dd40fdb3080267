import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.js';
import { size } from '../core/format.js';
import type { DraftFile } from './outbox.js';
import { heavyBytes } from './line.js';
import { NoRoom, TooLarge } from './room.js';
import './thumb.js';

export interface Choosing {
  readonly files: readonly DraftFile[];
  readonly busy: boolean;
  readonly add: (chosen: readonly File[]) => void;
  readonly remove: (file: DraftFile) => void;
  /** What lies on this device of it. */
  readonly bytes: (file: DraftFile) => Promise<Blob | undefined>;
}

/** Photographs and films of a report that is being written. */
export const pictures = ({ files, busy, add, remove, bytes }: Choosing): TemplateResult =>
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
                  <haetae-thumb .blob=${() => bytes(file)} type=${file.type ?? ''}></haetae-thumb>
                  <span class="name"
                    >${file.name}${file.bytes === undefined ? nothing : html`<small class="quiet"> ${size(file.bytes)}</small>`}
                    ${(file.bytes ?? 0) >= heavyBytes ? html`<small>${t('field.files.heavy')}</small>` : nothing}</span
                  >
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

/** Why a file is not among those of the report, which can be sent all the same. */
export function notKept(name: string, error: unknown): string {
  if (error instanceof TooLarge)
    return t('field.files.tooLarge', { name, size: size(error.bytes), most: size(error.most) });
  return error instanceof NoRoom ? t('field.files.noRoom', { name, size: size(error.bytes) }) : t('field.files.failed');
}
