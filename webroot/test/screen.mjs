// node test/screen.mjs [--seconds 20] [--rate 500] [--width 1920] [--height 1080] [--pan] [--page map]: how fluid the map is while the
// whole country's posts change. The built page in headless Chromium, fed over a real WebSocket by the stand-in, which runs in
// this process. Prints a line of Markdown; ops/load/README.md says what is measured.
import { loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { fill } from './fake/fill.mjs';
import { House } from './fake/house.mjs';
import { FakeServer } from './fake/server.mjs';
import { staff } from './fake/staff.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const [seconds, rate, width, height] = [
  option('seconds', 20),
  option('rate', 500),
  option('width', 1920),
  option('height', 1080),
];
const pan = process.argv.includes('--pan');
/** Changes reach a screen in frames of 50 ms, as the server cuts them under load. */
const frameMillis = 50;

const house = new House({ kind: 'DRILL', name: '2026 전국 훈련', stations: 261 });
fill(house, 60, 18_117);
staff(house);
const server = new FakeServer(house, { dist: new URL('../dist', import.meta.url).pathname });
const origin = `http://127.0.0.1:${await server.listen()}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'dark' });
await page.goto(`${origin}/?page=map`);
await page.locator('[data-testid=map][data-ready=yes]').waitFor({ timeout: 120_000 });
const dots = Number(await page.getByTestId('map').getAttribute('data-dots'));
await page.waitForTimeout(3000);

const states = ['REPORTING', 'LATE', 'REPORTING', 'LOST_CONTACT', 'REPORTING', 'NEVER_REPORTED'];
const ids = [...house.entities.values()].filter(({ kind }) => kind === 'watch').map(({ id }) => `watch/${id}`);
let changed = 0;
const began = performance.now();
const feed = setInterval(() => {
  const wanted = Math.floor(((performance.now() - began) / 1000) * rate) - changed;
  const some = Array.from({ length: wanted }, (_, at) => house.entities.get(ids[((changed + at) * 7919) % ids.length]));
  changed += wanted;
  house.commit(some.map((watch, at) => ({ ...watch, state: states[(changed + at) % states.length] })));
}, frameMillis);

await page.evaluate(() => {
  window.frames_ = [];
  window.tasks_ = [];
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => window.tasks_.push(duration))).observe({
    type: 'longtask',
  });
  const frame = (at) => {
    window.frames_.push(at);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
});
const trace = await traced(async () => (pan ? drag() : page.waitForTimeout(seconds * 1000)));
const { frames, tasks } = await page.evaluate(() => ({ frames: window.frames_, tasks: window.tasks_ }));
clearInterval(feed);
const gaps = frames.slice(1).map((at, index) => at - frames[index]);
const sorted = [...gaps].sort((a, b) => a - b);
const span = (frames.at(-1) - frames[0]) / 1000;
const round = (value) => Math.round(value);
console.log(
  `| ${width}×${height}${pan ? ', dragged all the time' : ''} | ${dots} | ${round(changed / span)} | ${round(gaps.length / span)} | ` +
    `${round(sorted[Math.floor(sorted.length * 0.99)])} ms | ${tasks.length}${tasks.length > 0 ? `, longest ${round(Math.max(...tasks))} ms` : ''} | ` +
    `${trace.long}, longest ${round(trace.longest)} ms | ${round(trace.share * 100)} % | ${loadavg()[0].toFixed(1)} |`,
);
await browser.close();
await server.close();

/** Back and forth with the mouse until the time is over. */
async function drag() {
  const [x, y] = [width * 0.45, height * 0.6];
  const until = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < until; turn++) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (turn % 2 === 0 ? 200 : -200), y + (turn % 2 === 0 ? 90 : -90), { steps: 40 });
    await page.mouse.up();
  }
}

/**
 * What the page's own thread did meanwhile, in its processor time: beside other programs a task lasts longer than it works.
 */
async function traced(work) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  });
  const from = performance.now();
  await work();
  const span = performance.now() - from;
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  const main = events.find(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const tasks = events
    .filter(({ pid, tid, name, ph }) => pid === main?.pid && tid === main?.tid && name === 'RunTask' && ph === 'X')
    .map(({ tdur = 0 }) => tdur / 1000);
  const busy = tasks.reduce((sum, millis) => sum + millis, 0);
  return { long: tasks.filter((millis) => millis > 50).length, longest: Math.max(0, ...tasks), share: busy / span };
}
