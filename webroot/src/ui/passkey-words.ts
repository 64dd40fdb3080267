import { explain } from '../core/explain.js';
import { t } from '../i18n/index.js';

/** What went wrong at a log-in by passkey or when one was made, in the rooms' words. */
export function passkeyTrouble(error: unknown, making = false): string {
  if (!(error instanceof DOMException)) return explain(error);
  switch (error.name) {
    case 'InvalidStateError':
      return t('passkey.there');
    case 'SecurityError':
      return t('passkey.security');
    default:
      return t(making ? 'passkey.not.made' : 'passkey.cancelled');
  }
}
