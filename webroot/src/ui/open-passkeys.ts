import { Unreachable } from '../core/api.js';
import type { Session } from '../core/session.js';

/** Shows one's own passkeys; their code comes only now. Rejects with {@link Unreachable} when it does not come. */
export async function openPasskeys(root: HTMLElement | DocumentFragment, session: Session): Promise<void> {
  const { PasskeyDialog } = await import('./passkeys.js').catch((cause: unknown) => {
    throw new Unreachable('the passkeys’ code did not come', { cause });
  });
  const shown = root.querySelector('haetae-passkeys');
  const dialog = shown instanceof PasskeyDialog ? shown : new PasskeyDialog();
  dialog.session = session;
  if (shown === null) root.append(dialog);
  await dialog.open();
}
