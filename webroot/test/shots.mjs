// node test/shots.mjs [name…]: pictures of the pages against the stand-in server, into shots/ (development only).
import { chromium } from 'playwright-core';
import { mkdir, readFile } from 'node:fs/promises';
import { fill } from './fake/fill.mjs';
import { House } from './fake/house.mjs';
import { FakeServer } from './fake/server.mjs';
import { orders } from './fake/orders.mjs';
import { staff } from './fake/staff.mjs';
import { scenes } from './scenes.mjs';

const only = process.argv.slice(2);
const shots = new URL('../shots/', import.meta.url).pathname;
await mkdir(shots, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-quic',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const axe = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
for (const scene of scenes.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)))) {
  const house = new House({
    ...(scene.drill ? { kind: 'DRILL', name: '2026 전국 훈련', rate: 60 } : {}),
    stations: scene.national ? 261 : 0,
  });
  if (scene.incidents !== undefined) {
    fill(house, scene.incidents, scene.national ? 18_117 : 900);
    staff(house);
    orders(house);
  }
  const server = new FakeServer(house, {
    dist: new URL('../dist', import.meta.url).pathname,
    tickMillis: 500,
    signedOut: scene.signedOut,
  });
  const origin = `http://127.0.0.1:${await server.listen()}`;
  const context = await browser.newContext({
    viewport: { width: scene.width, height: scene.height },
    colorScheme: scene.theme ?? 'dark',
    deviceScaleFactor: scene.scale ?? 1,
    hasTouch: scene.width < 500,
    isMobile: scene.width < 500,
    permissions: ['geolocation'],
    geolocation: { latitude: 37.5, longitude: 127.03 },
  });
  if (scene.language === 'en') await context.addInitScript(() => localStorage.setItem('haetae.language', 'en'));
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on(
    'request',
    (request) => new URL(request.url()).origin !== origin && wrong.push(`foreign request ${request.url()}`),
  );
  await page.goto(origin + (scene.path ?? '/'));
  await page.waitForTimeout(700);
  await scene.act?.({ page, server, house });
  await page.screenshot({ path: `${shots}${scene.name}.png`, timeout: 60_000 });
  console.log(scene.name, wrong.length === 0 ? 'clean' : `${wrong.length} errors: ${wrong.slice(0, 3).join('\n')}`);
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  for (const { id, help, nodes } of found.violations)
    console.log('   axe', id, help, nodes.length, nodes[0]?.target.join(' '), nodes[0]?.any[0]?.message ?? '');
  await context.close();
  await server.close();
}
await browser.close();
