// node test/page.mjs --server http://127.0.0.1:8080 --accounts data/first-accounts.json [--login commander] [--page matrix]
//   [--rate 50] [--seconds 60] [--width 1920] [--height 1080]: a page of the real server, in headless Chromium, while reports come in.
// From each report's 201 until the picture with it is painted, and what the page's memory comes to. Rate 0 sends nothing: for the
// memory while a drill goes on. Prints lines of Markdown; ops/load/README.md says what is measured.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values: given } = parseArgs({
  options: {
    server: { type: 'string', default: 'http://127.0.0.1:8080' },
    accounts: { type: 'string', default: 'data/first-accounts.json' },
    login: { type: 'string', default: 'commander' },
    page: { type: 'string', default: 'matrix' },
    rate: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    width: { type: 'string', default: '1920' },
    height: { type: 'string', default: '1080' },
  },
});
const [rate, seconds, width, height] = [given.rate, given.seconds, given.width, given.height].map(Number);
const { login } = given;
const { password } = JSON.parse(readFileSync(given.accounts, 'utf8')).find((account) => account.login === login);
const origin = new URL(given.server).origin;

const { accessToken: token } = await json('/api/v1/session?tokens=body', { login, password });
const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
const { items: operations } = await json('/api/v1/operations');
const operation = operations.find(({ state }) => state !== 'CLOSED' && state !== 'ARCHIVED');
const inside = `/api/v1/operations/${operation.id}`;
const { clock } = await json(inside);
const stations = (await json(`${inside}/units`)).items
  .filter((unit) => unit.unitKind === 'STATION')
  .map(({ id }) => id);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'dark' });
const failures = [];
page.on('pageerror', ({ message }) => failures.push(message));
await page.goto(origin);
await page.getByTestId('login-name').fill(login);
await page.getByTestId('login-password').fill(password);
await page.getByTestId('login-submit').click();
await page.getByTestId('figure-total').waitFor({ timeout: 60_000 });
await page.goto(`${origin}/?page=${given.page}`);
await page.getByTestId('figure-total').waitFor({ timeout: 60_000 });
await page.waitForTimeout(5000);
const cdp = await page.context().newCDPSession(page);
await cdp.send('HeapProfiler.enable');

// The count of all incidents as it stands in the document, noted once the frame that it was drawn for is through.
const [before] = await page.evaluate(() => {
  const find = (root) => {
    for (const each of root.querySelectorAll('*')) {
      if (each.dataset?.testid === 'figure-total') return each;
      const inside = each.shadowRoot && find(each.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };
  window.painted_ = [];
  let last = -1;
  const figure = find(document);
  const count = () => Number((figure.textContent ?? '').replace(/[^0-9]/g, ''));
  const frame = () => {
    const shown = count();
    if (shown !== last) {
      last = shown;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.painted_.push([shown, performance.timeOrigin + performance.now()]);
      port2.postMessage(0);
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return [count(), performance.timeOrigin + performance.now()];
});
/** The browser's clock and ours are the machine's; what they still differ by, at most, is the time of one question. */
const asked = performance.timeOrigin + performance.now();
const theirs = await page.evaluate(() => performance.timeOrigin + performance.now());
const answered = performance.timeOrigin + performance.now();
const skew = theirs - (asked + answered) / 2;

const heaps = [];
const heapEvery = setInterval(() => void heap(), 30_000);
await heap();
const receipts = [];
await (rate > 0 ? report() : page.waitForTimeout(seconds * 1000));
await page.waitForTimeout(3000);
clearInterval(heapEvery);
await heap();
if (rate > 0) await latencies();
console.log(
  `heap after collection, MB, every 30 s: ${heaps.map((bytes) => (bytes / 1e6).toFixed(1)).join(' ')} · nodes ${await nodes()} · load ${loadavg()[0].toFixed(1)}`,
);
if (failures.length > 0) console.log(`errors on the page: ${[...new Set(failures)].join('; ')}`);
await browser.close();

async function heap() {
  await cdp.send('HeapProfiler.collectGarbage');
  heaps.push((await cdp.send('Runtime.getHeapUsage')).usedSize);
}

async function nodes() {
  return (await cdp.send('Memory.getDOMCounters')).nodes;
}

async function json(path, body) {
  const answer = await fetch(origin + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? headers : { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** At their times, whether or not the ones before are answered. */
async function report() {
  const began = performance.now();
  const all = [];
  while (all.length < rate * seconds) {
    while (all.length < Math.min(rate * seconds, ((performance.now() - began) / 1000) * rate))
      all.push(one(all.length));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(all);
}

async function one(at) {
  const answer = await fetch(`${origin}${inside}/incidents`, {
    method: 'POST',
    headers: { ...headers, 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({
      kind: 'DISTURBANCE',
      code: 2,
      text: '투표소 앞 확성기 소란, 선거인 약 20명 대기 중',
      unit: stations[(at * 7) % stations.length],
      source: 'CALL_112',
      callNumber: '1234',
      occurredAt: new Date(shownBy(clock)).toISOString(),
    }),
  });
  const at201 = performance.timeOrigin + performance.now() + skew;
  if (answer.status !== 201) throw new Error(`a report was answered ${answer.status}: ${await answer.text()}`);
  receipts.push({ seq: (await answer.json()).seq, at: at201 });
}

function shownBy({ anchor, start, rate: speed }) {
  return Date.parse(start) + (Date.now() - Date.parse(anchor)) * speed;
}

/** In the order of the record the n-th report is on screen once the count is n more. Nobody else may report meanwhile. */
async function latencies() {
  const painted = await page.evaluate(() => window.painted_);
  receipts.sort((a, b) => a.seq - b.seq);
  let next = 0;
  const late = [];
  receipts.forEach(({ at }, index) => {
    while (next < painted.length && painted[next][0] < before + index + 1) next++;
    if (next < painted.length) late.push(Math.max(0, painted[next][1] - at));
  });
  late.sort((a, b) => a - b);
  const part = (share) => `${Math.round(late[Math.min(late.length - 1, Math.floor(late.length * share))])} ms`;
  console.log(
    `| ${given.page} ${width}×${height} | ${rate} | ${receipts.length} | ${part(0.5)} | ${part(0.99)} | ${part(1)} | ${receipts.length - late.length} | ${loadavg()[0].toFixed(1)} |`,
  );
}
