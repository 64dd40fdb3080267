import { html, type TemplateResult } from 'lit';

export interface Head<By extends string> {
  readonly by: By;
  readonly word: string;
  /** Left out first where there is little room: `less`, before it `least`. */
  readonly room?: 'less' | 'least';
  /** Holds words: stands to the left. */
  readonly words?: boolean;
}

export interface Sorted<By extends string> {
  readonly by: By;
  readonly turned: boolean;
}

/** A head that sorts: what needs a look first, pressed again the other way. */
export function head<By extends string>(
  { by, word, room, words }: Head<By>,
  sorting: Sorted<By>,
  sort: (to: Sorted<By>) => void,
): TemplateResult {
  const [said, mark] =
    sorting.by !== by
      ? (['none', ''] as const)
      : sorting.turned
        ? (['ascending', ' ▴'] as const)
        : (['descending', ' ▾'] as const);
  return html`<th scope="col" class="${room ?? ''} ${words === true ? 'words' : ''}" aria-sort=${said}>
    <button data-testid="sort-${by}" @click=${() => sort({ by, turned: sorting.by === by && !sorting.turned })}>
      ${word}${mark}
    </button>
  </th>`;
}
