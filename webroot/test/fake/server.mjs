// HTTP and WebSocket around a House. Accounts: room@seoul…, any password except "wrong".
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { WebSocketServer } from 'ws';
import { codes } from './codes.mjs';
import { routes } from './routes.mjs';

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
};
export const policy =
  "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

export class FakeServer {
  constructor(house, { dist, tickMillis = 2000, signedOut = false } = {}) {
    this.house = house;
    this.dist = dist;
    this.ticking = true;
    this.paused = false;
    this.hellos = 0;
    this.ticks = 0;
    this.account = signedOut
      ? undefined
      : { id: 'a-1', login: 'room', name: '김상황', role: 'ROOM_OPERATOR', unit: 'hq' };
    this.sockets = new Set();
    this.failures = [];
    this.passkeys = [];
    this.uploads = new Map();
    this.attached = new Map();
    /** What was taken in from sealed files. */
    this.taken = new Set();
    this.deviceTimes = [];
    this.failPostsOnly = false;
    this.http = createServer((request, response) => void this.handle(request, response));
    this.ws = new WebSocketServer({ server: this.http, path: '/api/v1/live' });
    this.ws.on('connection', (socket) => this.accept(socket));
    this.unsubscribe = () => house.listeners.delete(this.flush);
    this.flush = () => this.sockets.forEach((socket) => this.cut(socket));
    house.listeners.add(this.flush);
    this.timer = setInterval(() => this.tick(), tickMillis);
  }

  async listen(port = 0) {
    await new Promise((done) => this.http.listen(port, '127.0.0.1', done));
    return this.http.address().port;
  }

  async close() {
    clearInterval(this.timer);
    this.unsubscribe();
    this.drop();
    this.http.closeAllConnections();
    await new Promise((done) => this.http.close(done));
  }

  drop() {
    for (const socket of this.sockets) socket.terminate();
    this.sockets.clear();
  }

  bye(code) {
    for (const socket of this.sockets) socket.send(JSON.stringify({ type: 'bye', code, reason: code }));
    this.drop();
  }

  accept(socket) {
    socket.on('error', () => {});
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('message', (data) => {
      const hello = JSON.parse(String(data));
      socket.view = { scope: hello.scope, cursor: hello.since };
      this.hellos++;
      this.sockets.add(socket);
      this.cut(socket);
    });
  }

  cut(socket) {
    if (socket.view.cursor === this.house.cursor || this.paused) return;
    const change = this.house.since(socket.view.scope, socket.view.cursor);
    socket.view.cursor = change.upTo;
    socket.send(JSON.stringify(change));
  }

  tick() {
    if (!this.ticking) return;
    this.ticks++;
    const tick = JSON.stringify({ type: 'tick', upTo: this.house.cursor, at: this.house.now(), age: 120 });
    for (const socket of this.sockets) socket.send(tick);
  }

  async handle(request, response) {
    const url = new URL(request.url, 'http://fake');
    if (!url.pathname.startsWith('/api/')) return this.file(url.pathname, response);
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const type = request.headers['content-type'];
    const body =
      chunks.length === 0
        ? undefined
        : type === 'application/octet-stream'
          ? Buffer.concat(chunks)
          : type === 'text/csv'
            ? text
            : JSON.parse(text || '{}');
    const failure = request.method === 'POST' || !this.failPostsOnly ? this.failures.shift() : undefined;
    if (failure === 'cut') return request.socket.destroy();
    const answer =
      failure ??
      (await routes(
        this,
        {
          method: request.method,
          path: url.pathname.slice(7),
          query: url.searchParams,
          body,
          id: request.headers['idempotency-key'],
          headers: request.headers,
        },
        codes,
      ));
    if (answer === 'cut') return request.socket.destroy();
    const problem = answer.status >= 400;
    response.writeHead(answer.status, {
      'Content-Type': problem ? 'application/problem+json' : 'application/json',
      'Haetae-Cursor': this.house.cursor,
    });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  }

  async file(path, response) {
    const name = path === '/' ? 'index.html' : path === '/field' ? 'field.html' : normalize(path).slice(1);
    try {
      const content = await readFile(join(this.dist, name));
      response.writeHead(200, {
        'Content-Type': types[extname(name)] ?? 'application/octet-stream',
        'Content-Security-Policy': policy,
      });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  }
}
