import { seqOf } from './protocol.js';

export interface FieldError {
  readonly pointer?: string;
  readonly code?: string;
  readonly detail?: string;
}

/** What the server refused, as application/problem+json says it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly requestId: string | undefined = undefined,
    /** Milliseconds that the server asks to wait. */
    readonly retryAfter: number | undefined = undefined,
  ) {
    super(`${String(status)} ${code}`);
  }

  /** Whether the same request may be repeated as it is: overload, time-out, throttling; never a refusal. */
  get passing(): boolean {
    return this.status >= 500 || [408, 425, 429].includes(this.status);
  }
}

/** No answer: the outcome is unknown, the same id may be repeated. */
export class Unreachable extends Error {}

export interface Answer {
  readonly command?: string;
  readonly seq?: number;
  readonly cursor?: string;
  readonly at?: string;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Request {
  readonly method?: string;
  readonly body?: unknown;
  /** Sent as it is, instead of a body in JSON. */
  readonly content?: { readonly type: string; readonly bytes: ArrayBuffer };
  readonly query?: Query;
  /** The command's UUID: kept over every repeat of the same command. */
  readonly id?: string;
  /** The `seq` of the incident that the command is about, as it was seen. */
  readonly seen?: number;
  readonly timeoutMillis?: number;
  /** Says the device's own time beside what happened when, so that the server can tell how far it is off. */
  readonly deviceTime?: boolean;
  /** Log-in and refresh themselves: a 401 is their answer, not a reason to refresh. */
  readonly plain?: boolean;
}

/** The REST surface by fetch. Remembers the highest cursor seen, so that one reads one's own writes on any node. */
export class Api {
  /** Gets new credentials after a 401; true when the request may be repeated. */
  renew: () => Promise<boolean> = () => Promise.resolve(false);
  private cursor: string | undefined;
  /** Server time minus device time in milliseconds, by the Date header, whole seconds. */
  offset = 0;

  constructor(
    private readonly base = '/api/v1',
    private readonly fetcher: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  async request<T>(path: string, request: Request = {}): Promise<T> {
    try {
      return await this.once<T>(path, request);
    } catch (error) {
      const unauthorised = error instanceof Problem && error.status === 401 && request.plain !== true;
      if (unauthorised && (await this.renew())) return this.once<T>(path, request);
      throw error;
    }
  }

  get<T>(path: string, query: Query = {}): Promise<T> {
    return this.request<T>(path, { query });
  }

  /** A ledger command: `id` MUST stay the same over all repeats of it. */
  command<T extends Answer>(path: string, body: unknown, id: string, more: Request = {}): Promise<T> {
    return this.request<T>(path, { method: 'POST', body, id, ...more });
  }

  /** Takes note of a cursor; a reset may set it back (a database restored from an older copy). */
  saw(cursor: string | undefined, reset = false): void {
    if (reset || seqOf(cursor) > seqOf(this.cursor)) this.cursor = cursor;
  }

  private async once<T>(path: string, request: Request): Promise<T> {
    const response = await this.fetched(path, request);
    this.saw(response.headers.get('Haetae-Cursor') ?? undefined);
    const date = Date.parse(response.headers.get('Date') ?? '');
    if (!Number.isNaN(date)) this.offset = date - Date.now();
    const body = await read(response);
    if (!response.ok) throw problemOf(response, body);
    const answer = body as Answer | undefined;
    if (typeof answer?.cursor === 'string') this.saw(answer.cursor);
    return body as T;
  }

  private async fetched(path: string, request: Request): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
    if (request.body !== undefined) headers['Content-Type'] = 'application/json';
    if (request.content !== undefined) headers['Content-Type'] = request.content.type;
    if (request.id !== undefined) headers['Idempotency-Key'] = request.id;
    if (request.seen !== undefined) headers['If-Match'] = `"${String(request.seen)}"`;
    if (request.deviceTime === true) headers['Haetae-Device-Time'] = new Date().toISOString();
    if (this.cursor !== undefined) headers['Haetae-Cursor'] = this.cursor;
    try {
      return await this.fetcher(this.base + path + queryOf(request.query ?? {}), {
        method: request.method ?? 'GET',
        headers,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(request.timeoutMillis ?? 15_000),
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        ...(request.content === undefined ? {} : { body: request.content.bytes }),
      });
    } catch (cause) {
      throw new Unreachable('no answer', { cause });
    }
  }
}

function queryOf(query: Query): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') given.set(name, String(value));
  }
  return given.size === 0 ? '' : `?${given.toString()}`;
}

async function read(response: Response): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    throw new Unreachable('answer cut off', { cause });
  }
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    if (!response.ok) return undefined;
    throw new Unreachable('answer is no JSON', { cause });
  }
}

function problemOf(response: Response, body: unknown): Problem {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string): string | undefined => (typeof given[name] === 'string' ? given[name] : undefined);
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return new Problem(
    response.status,
    text('code') ?? `http-${String(response.status)}`,
    text('detail') ?? text('title') ?? '',
    Array.isArray(given['errors']) ? (given['errors'] as FieldError[]) : [],
    text('requestId'),
    Number.isNaN(seconds) ? undefined : seconds * 1000,
  );
}
