/** Which rows are selected; while a range is drawn, what was selected before it and where it began. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly range?: { readonly anchor: string; readonly before: ReadonlySet<string> };
}

/** As many as the server takes at once. */
export const most = 200;

export const none: Selection = { ids: new Set() };

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id) && next.size < most) next.add(id);
  return { ids: next };
}

/** Draws the range from where it began, or `from`, to `to`; a range that shrinks gives back what it took. */
export function extended(selection: Selection, order: readonly string[], from: string, to: string): Selection {
  const range = selection.range ?? { anchor: from, before: selection.ids };
  const [a, b] = [order.indexOf(range.anchor), order.indexOf(to)];
  if (a < 0 || b < 0) return selection;
  const drawn = order.slice(Math.min(a, b), Math.max(a, b) + 1);
  return { ids: new Set([...range.before, ...drawn].slice(0, most)), range };
}

/** Without what is no longer there. */
export function kept(selection: Selection, exists: (id: string) => boolean): Selection {
  if ([...selection.ids].every(exists)) return selection;
  return { ids: new Set([...selection.ids].filter(exists)) };
}
