import { css, html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.js';

/** The band on every page of a drill, which never looks like the real thing. */
export function drillBand(drill: boolean): TemplateResult | typeof nothing {
  return drill ? html`<div class="drill" data-testid="drill" role="note"><b>${t('drill.band')}</b></div>` : nothing;
}

/** The tab says drill too. */
export function showIcon(drill: boolean): void {
  const wanted = drill ? '/favicon-drill.svg' : '/favicon.svg';
  const icon = document.querySelector<HTMLLinkElement>('#icon');
  if (icon !== null && icon.getAttribute('href') !== wanted) icon.setAttribute('href', wanted);
}

export const drillStyles = css`
  .drill {
    text-align: center;
    padding: 0.3rem;
    letter-spacing: 0.2em;
    background: repeating-linear-gradient(-45deg, #f5c400 0 1.2rem, #1b1b1b 1.2rem 2.4rem);
    print-color-adjust: exact;
  }
  .drill b {
    padding: 0.1rem 1.5rem;
    background: #ffffff;
    color: #101010;
    font-weight: 850;
  }
`;
