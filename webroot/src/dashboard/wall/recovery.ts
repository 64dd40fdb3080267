import type { Desk } from '../desk.js';

/** So often a wall looks whether something stands in its way. */
const lookMillis = 15_000;
/** So often it asks whether the server has another version, and at most so often it loads itself anew. */
const versionMillis = 60_000;
const reloadMillis = 5 * 60_000;
const reloaded = 'haetae.wall.reloaded';

/** The name of the page's own code in an `index.html`: it changes with every version. */
export const codeOf = (page: string): string | undefined =>
  /<script[^>]+type="module"[^>]*\ssrc="([^"]+)"/.exec(page)?.[1];

/**
 * Brings a wall back without a hand: logs in again when the session's tokens could not be refreshed in time, reads again what failed,
 * and loads a new version of the page. The connection sees to itself (core/connection).
 */
export class Recovery {
  private timer: ReturnType<typeof setInterval> | undefined;
  private versionAt = Number.NEGATIVE_INFINITY;
  private looking = false;

  constructor(private readonly desk: Desk) {}

  /** Begins or ends with the wall. */
  attend(wall: boolean): void {
    if (wall === (this.timer !== undefined)) return;
    clearInterval(this.timer);
    this.timer = wall ? setInterval(() => void this.look(), lookMillis) : undefined;
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      const { session } = this.desk;
      if (session.state.is === 'out' && ['none', 'expired'].includes(session.state.reason) && !typing())
        await session.start();
      if (session.state.is === 'in' && this.desk.failure !== undefined) await this.desk.load();
      await this.renew();
    } catch {
      // No answer: the next look asks again.
    } finally {
      this.looking = false;
    }
  }

  /** Another version is loaded only once its page and its code were answered: a wall that shows a browser's error never comes back. */
  private async renew(): Promise<void> {
    const now = Date.now();
    if (now - this.versionAt < versionMillis || typing()) return;
    this.versionAt = now;
    const own = document.querySelector('script[type=module]')?.getAttribute('src');
    const page = await fetch('/', { cache: 'no-store' });
    const code = page.ok ? codeOf(await page.text()) : undefined;
    if (code === undefined || own == null || code === own) return;
    const last = Number(sessionStorage.getItem(reloaded) ?? 0);
    if (now - last < reloadMillis || !(await fetch(code, { cache: 'no-store' })).ok) return;
    sessionStorage.setItem(reloaded, String(now));
    location.reload();
  }
}

function typing(): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement != null) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(active.tagName);
}
