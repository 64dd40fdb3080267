import { Workbox } from 'workbox-window';
import { Signal } from '../core/signal.js';
import { workerAddress } from '../core/trusted.js';

const lookMillis = 30 * 60_000;

/**
 * Which edition of the page runs. The page lies on the device (service worker), so it opens without a signal; a newer one is fetched
 * beside it and taken when nobody is in the middle of something. What waits in the outbox is not touched by either.
 */
export class Edition {
  readonly changed = new Signal();
  /** A newer one lies ready. */
  waiting = false;
  private workbox: Workbox | undefined;
  private taken = false;

  /** `idle`: whether the page may be loaded anew without taking anything out of somebody's hand. */
  constructor(private readonly idle: () => boolean) {}

  begin(): void {
    // Not in a page opened without TLS from elsewhere than this device.
    if (!('serviceWorker' in navigator)) return;
    const workbox = new Workbox(workerAddress('/field-worker.js'), { scope: '/field', updateViaCache: 'none' });
    this.workbox = workbox;
    workbox.addEventListener('waiting', () => {
      this.waiting = true;
      this.changed.emit();
      this.takeIfIdle();
    });
    workbox.addEventListener('controlling', ({ isUpdate, isExternal }) => {
      if (isUpdate !== true && isExternal !== true) return;
      // Another tab took it: this one is loaded anew too, but not under somebody's fingers.
      this.waiting = true;
      if (this.taken || this.idle()) location.reload();
      else this.changed.emit();
    });
    void workbox.register().catch((error: unknown) => console.warn('not installed', error));
    setInterval(() => void this.look(), lookMillis);
    window.addEventListener('online', () => void this.look());
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.takeIfIdle();
      else void this.look();
    });
  }

  /** Loads the newer edition now. */
  take(): void {
    this.taken = true;
    if (this.workbox === undefined) return;
    this.workbox.messageSkipWaiting();
  }

  private takeIfIdle(): void {
    if (this.waiting && document.hidden && this.idle()) this.take();
  }

  /** No answer is no edition: asked again the next time. */
  private async look(): Promise<void> {
    await this.workbox?.update().catch(() => undefined);
  }
}
