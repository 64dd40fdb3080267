import type { Position } from '../core/protocol.js';

export type Located = Position & { readonly accuracy: number };
export type Failure = 'insecure' | 'denied' | 'failed';

const waitMillis = 15_000;
const oldestMillis = 30_000;
/** Six decimals are about 0.1 m: more would only look exact. */
const decimals = 6;

/** Where the device is; rejects with a {@link Failure}. Browsers tell it only to pages that came by TLS. */
export function locate(): Promise<Located> {
  return new Promise((found, failed: (failure: Failure) => void) => {
    if (!isSecureContext || !('geolocation' in navigator)) {
      failed('insecure');
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        found({
          latitude: Number(coords.latitude.toFixed(decimals)),
          longitude: Number(coords.longitude.toFixed(decimals)),
          accuracy: Math.round(coords.accuracy),
        }),
      (error) => failed(error.code === error.PERMISSION_DENIED ? 'denied' : 'failed'),
      { enableHighAccuracy: true, timeout: waitMillis, maximumAge: oldestMillis },
    );
  });
}
