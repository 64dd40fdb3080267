import { Problem, type Api } from './api.js';
import { Signal } from './signal.js';

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: string;
  /** Code of the unit whose subtree the account may see. */
  readonly unit: string;
  readonly post?: string | null;
  /** Beside the general one. */
  readonly clearances?: readonly string[];
}

export interface Who {
  readonly account: Account;
  readonly actions: readonly string[];
  /** Which rooms' incidents are this account's to work on, by their `handling`. */
  readonly works: readonly string[];
  readonly expiresAt: string;
}

export type OutReason = 'none' | 'expired' | 'ended' | 'disabled' | 'changed';

export type SessionState =
  | { readonly is: 'starting' }
  | { readonly is: 'unreachable' }
  /** `login`: whose log-in was refused, when that is how it is known. */
  | { readonly is: 'out'; readonly reason: OutReason; readonly login?: string }
  | { readonly is: 'in'; readonly who: Who };

/** Whether the server says that the account itself is shut, not only this session. */
export const isDisabled = (error: unknown): boolean => error instanceof Problem && error.code === 'account-disabled';

export type Renewal = 'renewed' | 'refused' | 'unreachable';

const mark = 'haetae.renewed';
const announcement = 'haetae-session';

/**
 * The log-in session. The tokens are HttpOnly cookies that no script sees; this knows who it is and when to refresh.
 * Cookies are shared by all tabs, so one tab refreshes for all (Web Locks) and tells the others of log-in and log-out.
 */
export class Session {
  readonly changed = new Signal();
  state: SessionState = { is: 'starting' };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private renewAt = 0;
  private renewing: Promise<Renewal> | undefined;
  private readonly channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(announcement);

  constructor(readonly api: Api) {
    api.renew = async () => (await this.renew()) === 'renewed';
    if (this.channel !== undefined) this.channel.onmessage = (event) => this.heard(event.data as unknown);
  }

  get who(): Who | undefined {
    return this.state.is === 'in' ? this.state.who : undefined;
  }

  may(action: string): boolean {
    return this.who?.actions.includes(action) ?? false;
  }

  /** Whether what a room has in hand is this account's to work on, beyond commenting. */
  works(handling: string): boolean {
    return this.who?.works.includes(handling) ?? false;
  }

  /** Asks who is logged in. Safe to repeat. */
  async start(): Promise<void> {
    try {
      this.enter(await this.api.request<Who>('/session'));
    } catch (error) {
      const refused = error instanceof Problem && error.status === 401;
      if (isDisabled(error)) this.leave('disabled');
      else if (!refused) this.set(this.state.is === 'in' ? this.state : { is: 'unreachable' });
      else if (this.state.is !== 'out') this.leave('none');
    }
  }

  async logIn(login: string, password: string): Promise<void> {
    try {
      this.enter(await this.plain('POST', '', { login, password }), true);
    } catch (error) {
      if (isDisabled(error)) this.leave('disabled', login);
      throw error;
    }
  }

  /** First use: the code that was handed out, and the password of one's own. */
  async activate(login: string, code: string, password: string): Promise<void> {
    this.enter(await this.plain('POST', '/activation', { login, code, password }), true);
  }

  /** Somebody logged in by other means than a password. */
  entered(who: Who): void {
    this.enter(who, true);
  }

  async logOut(): Promise<void> {
    await this.plain('DELETE', '');
    this.leave('none');
    this.channel?.postMessage({ out: true });
  }

  /** The server said that this session is over. */
  end(reason: OutReason): void {
    this.leave(reason);
  }

  /** Rotates the cookies, once for all requests and all tabs. */
  renew(): Promise<Renewal> {
    this.renewing ??= this.renewInTurn().finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  /** Renews when that is due: after a sleep, or in a hidden tab whose timers stood still. */
  async fresh(): Promise<Renewal> {
    if (this.state.is !== 'in' || Date.now() < this.renewAt) return 'renewed';
    return this.renew();
  }

  /** Whether the server still knows this session; asks it. */
  async check(): Promise<Renewal> {
    try {
      await this.api.request<Who>('/session');
      return 'renewed';
    } catch (error) {
      const refused = error instanceof Problem && (error.status === 401 || error.status === 403);
      return refused ? 'refused' : 'unreachable';
    }
  }

  private async renewInTurn(): Promise<Renewal> {
    const before = localStorage.getItem(mark);
    const step = (): Promise<Renewal> =>
      localStorage.getItem(mark) === before ? this.rotate() : Promise.resolve<Renewal>('renewed');
    // Web Locks exist only where the page came by TLS or from this machine.
    return 'locks' in navigator ? navigator.locks.request('haetae-refresh', step) : step();
  }

  private async rotate(): Promise<Renewal> {
    try {
      const who = await this.plain('POST', '/refresh');
      localStorage.setItem(mark, String(Date.now()));
      this.enter(who);
      this.channel?.postMessage({ renewed: who });
      return 'renewed';
    } catch (error) {
      // A proxy without its server may answer anything, a 404 too: only the server itself refuses.
      if (!(error instanceof Problem) || ![401, 403].includes(error.status)) return 'unreachable';
      this.leave(isDisabled(error) ? 'disabled' : this.state.is === 'in' ? 'expired' : 'none');
      return 'refused';
    }
  }

  private plain(method: string, path: string, body?: unknown): Promise<Who> {
    return this.api.request<Who>(`/session${path}`, { method, plain: true, ...(body === undefined ? {} : { body }) });
  }

  private enter(who: Who, announce = false): void {
    const now = Date.now();
    const left = Math.max(0, Date.parse(who.expiresAt) - (now + this.api.offset));
    // At three quarters, and never more often than each 5 s, whatever the device's clock says.
    const wait = Math.min(Math.max(left * 0.75, 5_000), 2 ** 31 - 1);
    this.renewAt = now + wait;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.due(), wait);
    this.set({ is: 'in', who });
    if (announce) this.channel?.postMessage({ entered: who });
  }

  private async due(): Promise<void> {
    if ((await this.renew()) === 'unreachable') this.timer = setTimeout(() => void this.due(), 10_000);
  }

  private leave(reason: OutReason, login?: string): void {
    clearTimeout(this.timer);
    this.set({ is: 'out', reason, ...(login === undefined ? {} : { login }) });
  }

  private heard(message: unknown): void {
    const said = message as { out?: boolean; renewed?: Who; entered?: Who };
    const who = said.entered ?? said.renewed;
    if (said.out === true && this.state.is === 'in') this.leave('ended');
    // Another account's cookies now: what stands on this page is not theirs to act upon.
    else if (who !== undefined && this.who !== undefined && who.account.id !== this.who.account.id)
      this.leave('changed');
    else if (who !== undefined) this.enter(who);
  }

  private set(state: SessionState): void {
    this.state = state;
    this.changed.emit();
  }
}
