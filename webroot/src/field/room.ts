import { kept } from './kept.js';

/** A photograph or film that this device has no room for; the report is sent without it. */
export class NoRoom extends Error {
  constructor(readonly bytes: number) {
    super('no room');
  }
}

/** A file that the server takes none so large of. */
export class TooLarge extends Error {
  constructor(
    readonly bytes: number,
    readonly most: number,
  ) {
    super('too large');
  }
}

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

/** So many reports waited when this device last wrote them down, the newest at that time. */
export interface Waiting {
  readonly account: string;
  readonly reports: number;
  readonly at: number;
}

const cookie = 'haetae_waiting';
const cookieSeconds = 30 * 86_400;

/**
 * What waits is noted beside the database too: a browser that clears one often leaves the other, and then it can be said that
 * reports were lost. No word of a report is in it.
 */
export const waitingMark = {
  get: (): Waiting | undefined => kept.get<Waiting>('waiting') ?? fromCookie(document.cookie),
  set(waiting: Waiting | undefined): void {
    if (waiting === undefined || waiting.reports === 0) {
      kept.drop('waiting');
      document.cookie = `${cookie}=; Max-Age=0; Path=/field; SameSite=Strict`;
      return;
    }
    kept.set('waiting', waiting);
    const value = `${waiting.account}.${String(waiting.reports)}.${String(waiting.at)}`;
    document.cookie = `${cookie}=${value}; Max-Age=${String(cookieSeconds)}; Path=/field; SameSite=Strict`;
  },
};

export function fromCookie(all: string): Waiting | undefined {
  const found = /(?:^|; )haetae_waiting=([0-9a-f-]{36})\.(\d{1,6})\.(\d{1,16})(?:;|$)/.exec(all);
  if (found === null) return undefined;
  const [, account = '', reports, at] = found;
  return { account, reports: Number(reports), at: Number(at) };
}

/** Does it, and once more when the device was full and room could be made. */
export async function storing<T>(act: () => Promise<T>, makeRoom: () => Promise<void>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isFull(error)) throw error;
    await makeRoom();
    return act();
  }
}
