import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import qrcode from 'qrcode-generator';
import { word } from '../../core/codes.js';
import { number } from '../../core/format.js';
import { line, unitLabel } from '../../core/place.js';
import { postCode } from '../../core/post-code.js';
import type { Post } from '../../core/protocol.js';
import { all } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import type { Taken } from './taken.js';

/** More than the largest station has posts; of a whole agency nobody cuts them out at once. */
const most = 300;
/** Blank modules around a code. Source: ISO/IEC 18004. */
const quiet = 4;

/** One card a post to put up there: its name, and the code that opens the field page at it. */
export function codes(desk: Desk, taken: Taken): TemplateResult {
  const posts = wanted(desk, taken);
  if (posts.length > most)
    return html`<p class="notice" data-testid="codes-many">
      ${t('sheet.codes.many', { n: number(posts.length), most: number(most) })}
    </p>`;
  if (posts.length === 0) return html`<p class="notice">${t('post.empty')}</p>`;
  return html`<p class="quiet">${t('sheet.codes.about')}</p>
    <ul class="codes">
      ${posts.map(
        (post) =>
          html`<li data-testid="code" data-post-id=${post.id}>
            ${drawn(postCode(location.origin, post.id), post.name)}
            <b>${post.name}</b>
            <span>${word(desk.codes, 'postKinds', post.postKind)} · ${unitLabel(taken.store, post.unit)}</span>
          </li>`,
      )}
    </ul>`;
}

/** The post that is open, else all of the scope. */
function wanted(desk: Desk, { store, scope }: Taken): readonly Post[] {
  const posts = [...all(store, 'post').values()];
  if (desk.route.post !== undefined) return posts.filter(({ id }) => id === desk.route.post);
  return posts
    .filter(({ unit }) => line(store, unit).some(({ id }) => id === scope))
    .sort((a, b) => (a.unit === b.unit ? a.name.localeCompare(b.name, 'ko') : a.unit < b.unit ? -1 : 1));
}

/** A quarter of it may be dirty or torn: level Q. */
function drawn(text: string, name: string): TemplateResult {
  const code = qrcode(0, 'Q');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const side = count + 2 * quiet;
  return html`<svg viewBox="0 0 ${side} ${side}" role="img" aria-label=${t('sheet.codes.of', { name })}>
    ${dark(code, count)}
  </svg>`;
}

function dark(code: ReturnType<typeof qrcode>, count: number): SVGTemplateResult {
  const every = [...Array(count).keys()];
  const path = every
    .flatMap((row) =>
      every
        .filter((column) => code.isDark(row, column))
        .map((column) => `M${String(column + quiet)} ${String(row + quiet)}h1v1h-1z`),
    )
    .join('');
  return svg`<path d=${path} fill="#000" shape-rendering="crispEdges"></path>`;
}
