export type Awake = 'asked' | 'held' | 'absent' | 'refused';

/**
 * Keeps the screen on while a wall stands. The browser lets go of the lock when the page is hidden; it is asked for again when it is
 * seen. Without TLS browsers have none: then the screen's own settings must see to it (docs/dashboard.md).
 */
export class Wake {
  state: Awake = 'absent';
  private lock: WakeLockSentinel | undefined;
  private wanted = false;
  private readonly seen = (): void => {
    if (!document.hidden) void this.ask();
  };

  constructor(private readonly changed: () => void) {}

  begin(): void {
    if (this.wanted) return;
    this.wanted = true;
    document.addEventListener('visibilitychange', this.seen);
    void this.ask();
  }

  end(): void {
    this.wanted = false;
    document.removeEventListener('visibilitychange', this.seen);
    const held = this.lock;
    this.lock = undefined;
    void held?.release();
  }

  private async ask(): Promise<void> {
    // Absent without TLS, whatever the types say.
    const locks = (navigator as { wakeLock?: WakeLock }).wakeLock;
    if (locks === undefined || !this.wanted || this.lock?.released === false) return;
    try {
      this.set('asked');
      const lock = await locks.request('screen');
      if (!this.halted()) this.hold(lock);
      else await lock.release();
    } catch {
      // A low battery or a policy: nothing to be done but to say so.
      this.set('refused');
    }
  }

  private hold(lock: WakeLockSentinel): void {
    this.lock = lock;
    lock.addEventListener('release', () => {
      if (this.wanted) this.set('refused');
    });
    this.set('held');
  }

  private halted(): boolean {
    return !this.wanted;
  }

  private set(state: Awake): void {
    this.state = state;
    this.changed();
  }
}
