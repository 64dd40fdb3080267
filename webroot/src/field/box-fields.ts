import { css, html, nothing, type TemplateResult } from 'lit';
import { longestNumber, odd, sights, type Look, type Sight } from '../core/boxes.js';
import { t } from '../i18n/index.js';
import type { Labelled } from './transport-desk.js';

const mostSealsText = 400;

/** Boxes as they are labelled at departure: number and seals, a box a card. */
export function labelFields(held: readonly Labelled[], keep: (held: readonly Labelled[]) => void): TemplateResult {
  const change = (place: number, part: Partial<Labelled>): void => {
    keep(held.map((box, index) => (index === place ? { ...box, ...part } : box)));
  };
  return html`<fieldset data-testid="boxes">
    <legend>${t('transport.form.boxes')}</legend>
    ${held.map(
      (box, place) =>
        html`<div class="box" data-testid="box-label">
          ${number(box.box, t('transport.form.box'), (value) => change(place, { box: value }))}
          ${seals(box.seals, t('transport.form.seals'), (value) => change(place, { seals: value }))}
          ${
            held.length < 2
              ? nothing
              : html`<button
                  type="button"
                  class="out"
                  aria-label=${t('transport.form.removeBox', { n: place + 1 })}
                  @click=${() => keep(held.filter((_, index) => index !== place))}
                >
                  ✕
                </button>`
          }
        </div>`,
    )}
    <button type="button" class="wide" data-testid="box-add" @click=${() => keep([...held, { box: '', seals: '' }])}>
      + ${t('transport.form.addBox')}
    </button>
  </fieldset>`;
}

/** Boxes looked at again: each one is said of, none is taken for granted. */
export function lookFields(held: readonly Look[], keep: (held: readonly Look[]) => void): TemplateResult {
  const change = (place: number, part: Partial<Look>): void => {
    keep(held.map((box, index) => (index === place ? { ...box, ...part } : box)));
  };
  return html`<fieldset data-testid="boxes">
    <legend>${t('transport.form.boxes')}</legend>
    ${held.map((look, place) =>
      look.added === true
        ? added(
            look,
            (part) => change(place, part),
            () => keep(held.filter((_, index) => index !== place)),
          )
        : looked(look, (part) => change(place, part)),
    )}
    <button
      type="button"
      class="wide"
      data-testid="box-unexpected"
      @click=${() => keep([...held, { box: '', seals: [], added: true }])}
    >
      + ${t('transport.form.unexpected')}
    </button>
  </fieldset>`;
}

function looked(look: Look, change: (part: Partial<Look>) => void): TemplateResult {
  const choice = (sight: Sight): TemplateResult =>
    html`<button
      type="button"
      data-testid="sight-${sight}"
      aria-pressed=${look.sight === sight ? 'true' : 'false'}
      @click=${() => change({ sight })}
    >
      ${look.sight === sight ? html`<span aria-hidden="true">✓ </span>` : nothing}${t(`transport.sight.${sight}`)}
    </button>`;
  return html`<div class="box ${odd(look) ? 'odd' : ''}" data-testid="box-look" data-box=${look.box}>
    <p><b>${look.box}</b></p>
    <p class="seals">
      ${t('transport.seals')}
      <b>${look.seals.length === 0 ? t('transport.seals.unknown') : look.seals.join(', ')}</b>
    </p>
    <div class="options" role="group" aria-label=${look.box}>${sights.map((sight) => choice(sight))}</div>
    ${look.sight === 'OTHER' ? seals(look.found ?? '', t('transport.form.sealsRead'), (found) => change({ found })) : nothing}
  </div>`;
}

function added(look: Look, change: (part: Partial<Look>) => void, out: () => void): TemplateResult {
  return html`<div class="box odd" data-testid="box-added">
    ${number(look.box, t('transport.form.unexpected'), (box) => change({ box }))}
    ${seals(look.found ?? '', t('transport.form.sealsRead'), (found) => change({ found }))}
    <button type="button" class="out" aria-label=${t('transport.form.removeBox', { n: look.box })} @click=${out}>
      ✕
    </button>
  </div>`;
}

const number = (value: string, label: string, keep: (value: string) => void): TemplateResult =>
  html`<label
    ><span>${label}</span
    ><input
      data-testid="box-number"
      maxlength=${longestNumber}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      .value=${value}
      @input=${(event: InputEvent) => keep((event.target as HTMLInputElement).value)}
  /></label>`;

const seals = (value: string, label: string, keep: (value: string) => void): TemplateResult =>
  html`<label
    ><span>${label}</span
    ><input
      data-testid="box-seals"
      maxlength=${mostSealsText}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      .value=${value}
      @input=${(event: InputEvent) => keep((event.target as HTMLInputElement).value)}
  /></label>`;

export const boxStyles = css`
  .box {
    position: relative;
    display: grid;
    gap: 0.5rem;
    margin-bottom: 0.6rem;
    padding: 0.6rem;
    background: var(--panel);
    border: 1px solid var(--line);
    border-left: 0.4rem solid var(--edge);
    border-radius: 0.375rem;
  }
  .box.odd {
    border-left-color: var(--warn);
  }
  .box .out {
    position: absolute;
    top: 0.25rem;
    right: 0.25rem;
    min-width: 3rem;
  }
  .box .seals {
    overflow-wrap: anywhere;
  }
  .box .options {
    display: grid;
    grid-template-columns: 1fr 1fr;
  }
`;
