import type { Alarm } from '../../core/alarms.js';
import { Signal } from '../../core/signal.js';

const remembered = 'haetae.alarm.notices';

/** What a notification says: what kind of alarm and where; never a name, a text or what is restricted. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

export type NoticeState = 'on' | 'off' | 'refused' | 'unknown';

/** Notifications of the browser, while the tab is hidden; each is gone with its alarm. */
export class Notices {
  readonly changed = new Signal();
  private readonly shown = new Map<string, Notification>();

  get state(): NoticeState {
    if (!('Notification' in window)) return 'unknown';
    if (Notification.permission === 'denied') return 'refused';
    return Notification.permission === 'granted' && localStorage.getItem(remembered) === 'on' ? 'on' : 'off';
  }

  /** Asked of the browser only because somebody pressed. */
  async turn(on: boolean): Promise<void> {
    localStorage.setItem(remembered, on ? 'on' : 'off');
    if (on && 'Notification' in window && Notification.permission === 'default') await Notification.requestPermission();
    if (!on) this.keep(new Set());
    this.changed.emit();
  }

  show(alarm: Alarm, { title, body }: Notice, open: () => void): void {
    if (this.state !== 'on' || !document.hidden) return;
    // The page has a bell of its own. Chromium on Android refuses this constructor; a dashboard does not run there.
    const notice = new Notification(title, {
      body,
      tag: `haetae ${alarm.key}`,
      silent: true,
      requireInteraction: alarm.severity === 1,
      lang: document.documentElement.lang,
    });
    notice.onclick = () => {
      window.focus();
      notice.close();
      open();
    };
    this.shown.set(alarm.key, notice);
  }

  /** Closes those of alarms that are over or were taken note of. */
  keep(loud: ReadonlySet<string>): void {
    for (const [key, notice] of this.shown) {
      if (loud.has(key)) continue;
      notice.close();
      this.shown.delete(key);
    }
  }
}
