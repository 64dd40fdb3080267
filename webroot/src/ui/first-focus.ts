/** Moves the keyboard there unless it is at work somewhere else. */
export function focusIfFree(element: HTMLElement | null | undefined): void {
  const held = document.activeElement;
  if (held === null || held === document.body) element?.focus();
}
