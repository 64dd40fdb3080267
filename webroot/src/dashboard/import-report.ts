import { css, html, nothing, type TemplateResult } from 'lit';
import { number } from '../core/format.js';
import { wrongLines, type Imported, type LineError, type Waiting } from '../core/upload.js';
import { isWord, t, type Word } from '../i18n/index.js';

/** So many lines are shown; a file with more wrong ones is wrong as a whole. */
const most = 200;

/** What a list would do or has done: counts, then every line that needs somebody. */
export function importReport(report: Imported, written: boolean): TemplateResult {
  const wrong = wrongLines(report);
  const counts: [Word, number | undefined, boolean][] = [
    ['import.rows', report.rows, false],
    ['import.good', report.rows - wrong, false],
    ['import.wrong', wrong, true],
    ['import.mapped', report.mapped, false],
    ['import.ambiguous', report.ambiguous, true],
    ['import.unmapped', report.unmapped, true],
    ['import.written', written ? report.written : undefined, false],
    ['import.unchanged', written ? report.unchanged : undefined, false],
  ];
  return html`<div class="report" data-testid=${written ? 'import-taken' : 'import-checked'}>
    <p class="notice"><b>${t(written ? 'import.taken' : 'import.checked')}</b></p>
    <dl class="counts">
      ${counts.map(([name, value, look]) =>
        value === undefined
          ? nothing
          : html`<div class=${look && value > 0 ? 'look' : ''} data-count=${name}>
              <dt>${t(name)}</dt>
              <dd>${number(value)}</dd>
            </div>`,
      )}
    </dl>
    <p class="quiet">
      ${t('import.encoding', { name: report.encoding })}
      ${report.ignoredColumns.length === 0 ? nothing : `· ${t('import.ignored', { names: report.ignoredColumns.join(', ') })}`}
    </p>
    ${errors(report.errors)} ${waiting(report.waiting ?? [])}
  </div>`;
}

function errors(errors: readonly LineError[]): TemplateResult | typeof nothing {
  if (errors.length === 0) return nothing;
  return html`<h4>${t('import.wrong.title')}</h4>
    <div class="lines" tabindex="0" role="region" aria-label=${t('import.wrong.title')}>
      <table data-testid="import-errors">
        <thead>
          <tr>
            <th scope="col" class="n">${t('import.line')}</th>
            <th scope="col">${t('import.column')}</th>
            <th scope="col">${t('import.why')}</th>
          </tr>
        </thead>
        <tbody>
          ${errors.slice(0, most).map(
            (error) =>
              html`<tr>
                <td class="n">${number(error.line)}</td>
                <td>${error.column ?? '–'}</td>
                <td><b>${reason(error.code)}</b> <span class="quiet">${error.detail}</span></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${rest(errors.length)}`;
}

function waiting(waiting: readonly Waiting[]): TemplateResult | typeof nothing {
  if (waiting.length === 0) return nothing;
  return html`<details>
    <summary>${t('import.waiting', { n: number(waiting.length) })}</summary>
    <div class="lines" tabindex="0" role="region" aria-label=${t('nav.unassigned')}>
      <table data-testid="import-waiting">
        <thead>
          <tr>
            <th scope="col" class="n">${t('import.line')}</th>
            <th scope="col">${t('incident.post')}</th>
            <th scope="col">${t('import.candidates')}</th>
          </tr>
        </thead>
        <tbody>
          ${waiting.slice(0, most).map(
            (post) =>
              html`<tr>
                <td class="n">${number(post.line)}</td>
                <td>${post.name} <span class="quiet">${post.province} ${post.district}</span></td>
                <td>${post.candidates.length === 0 ? t('none') : post.candidates.join(', ')}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${rest(waiting.length)}
  </details>`;
}

const rest = (count: number): TemplateResult | typeof nothing =>
  count <= most ? nothing : html`<p class="quiet">${t('import.rest', { n: number(count - most) })}</p>`;

/** The server's code in the rooms' words; one that is not known here stands for itself, its detail beside it. */
function reason(code: string): string {
  const key = `import.error.${code}`;
  return isWord(key) ? t(key) : code;
}

export const reportStyles = css`
  .report {
    display: grid;
    gap: 0.5rem;
  }
  .report h4 {
    margin: 0;
    font-size: 1rem;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .counts div {
    min-width: 6rem;
    padding: 0.3rem 0.7rem;
    border: 1px solid var(--line);
    border-radius: 0.375rem;
  }
  .counts div.look {
    border-left: 0.3rem solid var(--warn);
  }
  .counts dt {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .counts dd {
    font-size: 1.25rem;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .lines {
    max-height: 20rem;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 0.375rem;
  }
  .lines thead th {
    position: sticky;
    top: 0;
    background: var(--panel);
  }
  .lines .n {
    width: 5rem;
  }
`;
