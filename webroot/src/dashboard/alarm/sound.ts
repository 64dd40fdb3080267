import type { Severity } from '../../core/alarms.js';
import { Signal } from '../../core/signal.js';

const remembered = 'haetae.alarm.volume';

/** One tone: pitch in hertz, when it begins and how long it lasts in seconds. */
type Tone = readonly [number, number, number];

/** Two pitches in turn for what somebody must act on now, a soft pair for the rest: told apart without looking. */
const tones: Readonly<Record<Severity, readonly Tone[]>> = {
  1: [
    [880, 0, 0.22],
    [660, 0.26, 0.22],
    [880, 0.52, 0.22],
    [660, 0.78, 0.22],
    [880, 1.04, 0.4],
  ],
  2: [
    [523, 0, 0.18],
    [523, 0.3, 0.18],
  ],
};

export type SoundState = 'on' | 'off' | 'blocked' | 'elsewhere';

export const volumes = [0, 0.25, 0.5, 1] as const;

/**
 * The bell of this device. A browser lets a page sound only after somebody pressed something on it; of several tabs on the same room
 * one sounds, that which holds a lock.
 */
export class Sound {
  readonly changed = new Signal();
  private context: AudioContext | undefined;
  private room = '';
  private release: (() => void) | undefined;
  private holds = false;
  private asking = false;

  constructor() {
    const wake = (): void => void this.wake();
    window.addEventListener('pointerdown', wake);
    window.addEventListener('keydown', wake);
    window.addEventListener('storage', ({ key }) => {
      if (key === remembered) this.changed.emit();
    });
  }

  /** 0 to 1, of this device; 0 is off. */
  get volume(): number {
    const held = Number(localStorage.getItem(remembered) ?? '0.5');
    return Number.isFinite(held) ? Math.min(1, Math.max(0, held)) : 0.5;
  }

  set volume(to: number) {
    localStorage.setItem(remembered, String(to));
    void this.wake();
    this.changed.emit();
  }

  get state(): SoundState {
    if (this.volume === 0) return 'off';
    if (this.context?.state !== 'running') return 'blocked';
    return this.holds ? 'on' : 'elsewhere';
  }

  /** Which room it is the bell of; another lets go of the lock. */
  attend(room: string): void {
    if (room === this.room) return;
    this.room = room;
    this.release?.();
    void this.wake();
  }

  play(severity: Severity): void {
    if (this.state === 'on') this.sound(severity);
  }

  /** Heard by whoever pressed, whichever tab sounds otherwise. */
  async test(): Promise<void> {
    await this.wake();
    if (this.context?.state === 'running') this.sound(1);
  }

  /** Begins to be allowed; without a press before, or a browser set up for a wall, it stays blocked. */
  async wake(): Promise<void> {
    if (this.room === '' || this.volume === 0) return;
    if (this.context === undefined) {
      this.context = new AudioContext();
      this.context.addEventListener('statechange', () => {
        this.changed.emit();
        this.hold();
      });
    }
    if (this.context.state !== 'running') {
      const { context } = this;
      // Refused for want of a press: resume() then waits for ever, and the change of state tells.
      await Promise.race([context.resume(), new Promise((done) => setTimeout(done, 500))]);
    }
    this.hold();
  }

  /** Only a tab that may sound takes the bell; while it holds it, the others wait for it. */
  private hold(): void {
    if (this.holds || this.asking || this.room === '' || this.context?.state !== 'running') return;
    this.asking = true;
    const { room } = this;
    void navigator.locks.request(`haetae.alarm ${room}`, () => {
      this.asking = false;
      if (room !== this.room) return undefined;
      this.holds = true;
      this.changed.emit();
      return new Promise<void>((done) => {
        this.release = () => {
          this.holds = false;
          this.release = undefined;
          done();
        };
      });
    });
  }

  private sound(severity: Severity): void {
    const { context } = this;
    if (context === undefined) return;
    for (const [pitch, from, lasts] of tones[severity]) {
      const [begins, ends] = [context.currentTime + from, context.currentTime + from + lasts];
      const oscillator = new OscillatorNode(context, { type: severity === 1 ? 'square' : 'sine', frequency: pitch });
      const gain = new GainNode(context, { gain: 0 });
      const loud = this.volume * (severity === 1 ? 0.25 : 0.35);
      gain.gain.setValueAtTime(0, begins);
      gain.gain.linearRampToValueAtTime(loud, begins + 0.015);
      gain.gain.setValueAtTime(loud, ends - 0.03);
      gain.gain.linearRampToValueAtTime(0, ends);
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(begins);
      oscillator.stop(ends);
    }
  }
}
