// node test/journey.mjs: the pages in a real browser against the stand-in server. Prints each thing seen; fails loudly.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { fill } from './fake/fill.mjs';
import { House } from './fake/house.mjs';
import { FakeServer } from './fake/server.mjs';
import { staff } from './fake/staff.mjs';
import { turn } from './fake/turn.mjs';

const dist = new URL('../dist', import.meta.url).pathname;
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
const officer = { id: 'a-2', name: '이현장', unit: 'seoul-1' };
const only = process.argv.slice(2);

async function scene(
  name,
  {
    incidents = 40,
    viewport = { width: 1440, height: 900 },
    path = '/',
    signedOut = false,
    drill = false,
    posts = 900,
    stations = 0,
  },
  act,
) {
  if (only.length > 0 && !only.some((part) => name.includes(part))) return;
  const house = new House({ ...(drill ? { kind: 'DRILL', rate: 60 } : {}), stations });
  fill(house, incidents, posts);
  staff(house);
  const server = new FakeServer(house, { dist, tickMillis: 500, signedOut });
  const origin = `http://127.0.0.1:${await server.listen()}`;
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const wrong = [];
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !message.text().includes('Failed to load resource') && wrong.push(message.text()),
  );
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.goto(origin + path);
  const id = (testid) => page.getByTestId(testid);
  await act({ page, context, server, house, id, origin });
  assert.deepEqual(wrong, [], name);
  await context.close();
  await server.close();
  console.log('ok', name);
}
const report = (house, change = {}) =>
  house.report(
    {
      kind: 'TRAFFIC',
      code: 0,
      text: '새로 들어온 상황',
      unit: 'seoul-1',
      occurredAt: new Date().toISOString(),
      ...change,
    },
    officer,
  );
const logIn = async (id) => {
  await id('login-name').fill('officer');
  await id('login-password').fill('secret');
  await id('login-submit').click();
  await id('report').waitFor();
};

await scene('a report appears without reload', {}, async ({ house, id, page }) => {
  await id('incident-row').first().waitFor();
  const { number } = report(house);
  await page.locator(`[data-number="${number}"]`).waitFor({ timeout: 2000 });
});

await scene('what arrives while one reads waits', {}, async ({ house, id, page }) => {
  await id('incident-row').nth(3).click();
  await id('timeline-line').first().waitFor();
  const before = await id('incident-row').allInnerTexts();
  const { number } = report(house);
  await id('fresh').waitFor();
  assert.deepEqual(
    (await id('incident-row').allInnerTexts()).map((text) => text.split('\n')[1]),
    before.map((text) => text.split('\n')[1]),
  );
  await id('fresh').click();
  await page.locator(`[data-number="${number}"]`).waitFor();
});

await scene('the keyboard works through a call', {}, async ({ page, id }) => {
  await id('incident-row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await id('timeline-line').first().waitFor();
  await page.keyboard.press('a');
  await page.locator('[data-testid=timeline-line][data-type=incident-acknowledged]').waitFor();
  await page.keyboard.press('c');
  await page.keyboard.press('2');
  await page.locator('[data-testid=timeline-line][data-type=incident-closed]').waitFor();
  await page.keyboard.press('Escape');
  await id('incident').waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  await page.keyboard.type('정전');
  await page.waitForFunction(() => true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await id('help').waitFor();
});

await scene('a row of the matrix narrows the page and back widens it', {}, async ({ page, id }) => {
  await page.locator('[data-testid=matrix-row][data-unit=seoul]').click();
  await page.locator('[data-testid=matrix-row][data-unit=seoul-1]').waitFor();
  assert.match(await id('breadcrumb').innerText(), /전국[\s\S]*서울청/);
  assert.match(page.url(), /scope=seoul/);
  await page.locator('[data-testid=matrix-row][data-unit=seoul-1]').click();
  await page.goBack();
  await page.goBack();
  await page.locator('[data-testid=matrix-row][data-unit=busan]').waitFor();
});

await scene('an incident that leaves the audience vanishes', {}, async ({ house, id, page }) => {
  const { number, id: incident } = report(house);
  await page.goto(`${page.url()}?scope=seoul`);
  const row = page.locator(`[data-number="${number}"]`);
  await row.waitFor();
  const held = house.entities.get(`incident/${incident}`);
  house.commit([{ ...held, unit: 'busan-1' }]);
  await row.waitFor({ state: 'detached', timeout: 2000 });
  await id('incident-row').first().waitFor();
});

await scene(
  'a frozen picture looks frozen, and says on return what was missed',
  {},
  async ({ server, house, id, page }) => {
    await page.locator('[data-testid=status][data-freshness=live]').waitFor();
    server.ticking = false;
    server.paused = true;
    await page.locator('[data-testid=status][data-freshness=late]').waitFor({ timeout: 9000 });
    await page.locator('[data-testid=status][data-freshness=stale]').waitFor({ timeout: 12000 });
    await id('stale').waitFor();
    report(house);
    server.paused = false;
    server.ticking = true;
    await id('missed').waitFor({ timeout: 20000 });
    assert.match(await id('missed').innerText(), /새 상황 1건/);
    await page.locator('[data-testid=status][data-freshness=live]').waitFor();
  },
);

await scene('jurisdiction unknown is worked off', {}, async ({ page, house, id }) => {
  await turn(page, 'unassigned');
  const rows = house
    .since('hq')
    .put.filter((entity) => entity.kind === 'post' && entity.jurisdiction !== 'MAPPED').length;
  await id('assign').first().click();
  await id('said').filter({ hasText: '지정했습니다' }).waitFor();
  const left = house
    .since('hq')
    .put.filter((entity) => entity.kind === 'post' && entity.jurisdiction !== 'MAPPED').length;
  assert.equal(left, rows - 1);
});

await scene('a room enters an incident for somebody else', {}, async ({ house, id }) => {
  await id('enter-open').click();
  await id('enter-call').fill('112-4711');
  await id('enter-kind').selectOption('MEDICAL');
  await id('enter-text').fill('투표소 앞 노인 쓰러짐');
  await id('post-search').fill('1동제1투표소');
  await id('post-found').first().click();
  await id('enter-send').click();
  await id('said').filter({ hasText: '입력했습니다' }).waitFor();
  const made = [...house.entities.values()].find((entity) => entity.callNumber === '112-4711');
  assert.equal(made.source, 'CALL_112');
});

await scene('all incidents, closed ones too, page by page', { incidents: 250 }, async ({ page, id }) => {
  await id('incident-row').first().waitFor();
  await id('filter-all').click();
  await id('more').click();
  await id('more').click();
  await id('more').waitFor({ state: 'detached' });
  assert.match(page.url(), /show=all/);
});

await scene(
  '5,000 incidents stay quick',
  { incidents: 5000, viewport: { width: 1920, height: 1080 } },
  async ({ page, id, house }) => {
    await id('incident-row').first().waitFor();
    assert.ok((await id('incident-row').count()) < 60);
    const before = Date.now();
    const { number } = report(house);
    await page.locator(`[data-number="${number}"]`).waitFor();
    console.log('   report to row at 5,000:', Date.now() - before, 'ms');
    const frames = await page.evaluate(async () => {
      const app = document.querySelector('haetae-dashboard').shadowRoot;
      const scroller = app.querySelector('haetae-incidents').shadowRoot.querySelector('.scroll');
      const gaps = [];
      let last = performance.now();
      for (let step = 0; step < 60; step++) {
        scroller.scrollTop += 700;
        await new Promise((done) => requestAnimationFrame(done));
        gaps.push(performance.now() - last);
        last = performance.now();
      }
      return gaps.sort((a, b) => a - b);
    });
    console.log('   frame ms while scrolling: median', Math.round(frames[30]), 'worst', Math.round(frames[59]));
  },
);

await scene(
  'g and a letter go to a page; a level is declared, confirmed on screen, and lifted',
  {},
  async ({ page, id, house }) => {
    await id('incident-row').first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await id('level-declare').click();
    const ask = page.locator('dialog[open]');
    await ask.locator('select[name=unit]').selectOption('jeju');
    await ask.locator('select[name=level]').selectOption('A');
    await id('ask-preview').filter({ hasText: '연가 중지' }).waitFor();
    await ask.locator('textarea[name=reason]').fill('태풍 접근');
    await ask.locator('input[name=urgent]').check();
    await id('ask-send').click();
    const card = id('level-card').filter({ hasText: '제주경찰청' });
    await card.waitFor();
    assert.equal(await card.getAttribute('data-state'), 'IN_FORCE');
    await card.getByTestId('level-lift').click();
    await ask.locator('textarea[name=reason]').fill('태풍 지나감');
    await page.keyboard.press('Control+Enter');
    await card.waitFor({ state: 'detached' });
    const held = [...house.entities.values()].find((entity) => entity.kind === 'level' && entity.unit === 'jeju');
    assert.equal(held.state, 'LIFTED');
    assert.equal(held.urgent, true);
  },
);

await scene('what somebody took note of stays while it is silent', {}, async ({ page, id, house }) => {
  await turn(page, 'silence');
  const outage = page.locator('[data-testid=silence-unit][data-outage=true]').first();
  await outage.getByTestId('silence-acknowledge').click();
  await id('ask-send').click();
  await outage.getByTestId('silence-noted').waitFor();
  const unit = await outage.getAttribute('data-unit');
  house.commit([], [`silence/${unit}`]);
  await outage.waitFor({ state: 'detached' });
});

await scene('a row of the matrix is found by sorting with the keyboard', {}, async ({ page, id }) => {
  await id('matrix-row').first().waitFor();
  await id('sort-silent').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-testid=matrix-row][data-unit=gangwon]:first-child').waitFor();
});

await scene('a room enters a report for a post, and the post is heard of', {}, async ({ page, id, house, origin }) => {
  await page.goto(`${origin}/?scope=seoul-1&page=posts`);
  await page.locator('[data-testid=post-row][data-state=NEVER_REPORTED]').first().click();
  await id('post-report').click();
  await page.locator('dialog[open] input[name=name]').fill('박무전');
  await id('ask-send').click();
  await page.locator('[data-testid=post] [data-state=REPORTING]').waitFor();
  await id('post-reports').filter({ hasText: '박무전' }).waitFor();
  await page.goBack();
  await id('post-list').waitFor();
  assert.equal(house.reports.size, 1);
});

await scene('a deployment is moved and its attendance corrected with a reason', {}, async ({ page, id, origin }) => {
  await page.goto(`${origin}/?scope=busan-1&page=forces`);
  const row = page.locator('[data-testid=deployment][data-state=ON_POST]').first();
  await row.getByTestId('deployment-correct').click();
  await page.locator('dialog[open] input[name=present]').fill('1');
  await page.locator('dialog[open] textarea[name=reason]').fill('1명 조퇴');
  await id('ask-send').click();
  await id('deployment').filter({ hasText: '정정' }).filter({ hasText: '1명 부족' }).first().waitFor();
});

await scene(
  'the national picture stays quick: 18,117 watches at headquarters',
  { posts: 18_117, stations: 261, viewport: { width: 1920, height: 1080 } },
  async ({ page, id, house, origin }) => {
    await id('matrix-row').first().waitFor();
    const posts = [...house.entities.values()].filter((entity) => entity.kind === 'watch');
    const timed = async (name) => {
      await page.goto(`${origin}/?page=${name}`);
      await id(name === 'matrix' ? 'matrix-row' : 'post-row')
        .first()
        .waitFor();
      await page.evaluate(() => {
        window.gaps = [];
        let last = performance.now();
        const step = () => {
          window.gaps.push(performance.now() - last);
          last = performance.now();
          window.frame = requestAnimationFrame(step);
        };
        step();
      });
      // The bunched round on the hour: 60 frames of 100 posts each within 6 s.
      for (let round = 0; round < 60; round++) {
        const from = (round * 100) % posts.length;
        house.commit(
          posts.slice(from, from + 100).map((watch) => ({ ...watch, state: 'REPORTING', reports: watch.reports + 1 })),
        );
        await page.waitForTimeout(100);
      }
      const gaps = (await page.evaluate(() => window.gaps)).sort((a, b) => a - b);
      const at = (share) => Math.round(gaps[Math.floor(gaps.length * share)]);
      console.log(`   ${name}: frame ms median ${at(0.5)}, p95 ${at(0.95)}, worst ${Math.round(gaps.at(-1))}`);
      assert.ok(at(0.95) < 250, name);
    };
    await timed('matrix');
    await timed('posts');
    assert.ok((await id('post-row').count()) < 60);
  },
);

await scene(
  'an administrator works without the picture: the standard course, and a list that is looked at first',
  { signedOut: true },
  async ({ page, server, house, id }) => {
    await id('login-name').fill('admin');
    await id('login-password').fill('a long password');
    await id('login-submit').click();
    await id('blind').waitFor();
    assert.equal(await page.locator('haetae-incidents, haetae-figures').count(), 0);
    await id('proposal-open').click();
    await page.locator('input[name=pollingDay]').fill('2026-06-03');
    await id('proposal-ask').click();
    await id('proposed-phases').waitFor();
    await id('lines-save').click();
    await id('timetable').waitFor();
    const { timetable } = house.entities.get(`operation/${house.operation}`);
    assert.equal(timetable.find(({ phase }) => phase === 'VOTING').from, '2026-06-02T21:00:00.000Z');
    await page.getByText('06-03 06:00').waitFor();

    await page.keyboard.press('g');
    await page.keyboard.press('i');
    const lines = ['unit,kind,name,strength', 'seoul-1,TRAFFIC,교통1팀,20', 'seoul-1,TRAFFIC,,20'].join('\n');
    const forces = id('import-forces');
    await forces
      .getByTestId('import-file')
      .setInputFiles({ name: '경력.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) });
    await forces.getByTestId('import-errors').waitFor();
    assert.match(await forces.getByTestId('import-errors').innerText(), /3\s+name\s+값 없음/);
    assert.equal(await forces.getByTestId('import-take').isDisabled(), true);
    await turn(page, 'operation');
    await turn(page, 'imports');
    assert.equal(await forces.getByTestId('import-name').innerText(), '경력.csv');
    await forces.locator('input[value=valid-rows]').check();
    server.failPostsOnly = true;
    server.failures.push({ status: 503, body: { status: 503, code: 'overloaded' } });
    await forces.getByTestId('import-take').click();
    await forces.getByTestId('import-failed').waitFor();
    await forces.getByTestId('import-take').click();
    await forces.getByTestId('import-taken').waitFor();
    assert.match(await forces.locator('[data-count="import.written"]').innerText(), /1/);
    assert.equal(server.hellos, 0);
  },
);

await scene(
  'one deployment and one strength by hand',
  { path: '/?scope=seoul-1&page=forces' },
  async ({ page, house, id }) => {
    const held = () => [...house.entities.values()].filter(({ kind }) => kind === 'deployment').length;
    const before = held();
    await id('deployment-enter').click();
    await id('deploy-send').click();
    await page.locator('[data-testid=deploy-error]:visible').waitFor();
    const form = id('deployment-form');
    for (const name of ['제1', '제5']) {
      await form.getByTestId('post-search').fill(name);
      await form.getByTestId('post-found').first().click();
    }
    assert.equal(await form.getByTestId('deploy-posts').locator('li').count(), 2);
    await id('deploy-force').selectOption({ index: 1 });
    await id('deploy-planned').fill('3');
    await id('deploy-send').click();
    await form.waitFor({ state: 'hidden' });
    assert.equal(held(), before + 1);

    await id('strength-set').first().click();
    await page.locator('dialog[open] input[name=onLeave]').fill('7');
    await id('ask-send').click();
    await id('ask-form').waitFor({ state: 'hidden' });
    const [force] = [...house.entities.values()].filter(({ kind, unit }) => kind === 'force' && unit === 'seoul-1');
    assert.equal(force.onLeave, 7);
    assert.equal(force.available, force.strength - 9);
  },
);

await scene('the course of a muster by unit', { path: '/?page=levels' }, async ({ page, id }) => {
  await id('course-open').first().click();
  const row = id('muster-course').locator('tr[data-unit=seoul]');
  await row.waitFor();
  assert.match(await row.innerText(), /80\s+37\s*46\.2 %\s+56\s*70\.0 %/);
  await page.locator('haetae-muster-course tr.all').waitFor();
});

const hand = { viewport: { width: 360, height: 800 }, path: '/field', signedOut: true, incidents: 3 };

await scene('an officer reports and gets a receipt', hand, async ({ house, id }) => {
  await logIn(id);
  await id('report').click();
  await id('kind').first().click();
  await id('report-text').fill('소란');
  await id('code-1').click();
  await id('send').click();
  const number = await id('receipt').innerText();
  const made = [...house.entities.values()].find((entity) => entity.number === number);
  assert.equal(made.code, 1);
  assert.equal(made.unit, 'seoul-1');
});

await scene(
  'an officer arrives, reports with one tap, fills the form in and ends the duty',
  hand,
  async ({ page, house, server, id }) => {
    const duty = (next) => page.locator(`[data-testid=duty][data-next=${next}]`);
    await logIn(id);
    await duty('check-in').waitFor();
    await id('check-in').click();
    await duty('report').waitFor();
    await id('nil').click();
    await page.locator('[data-testid=outbox-item][data-state=sent]').nth(1).waitFor();
    await id('due').filter({ hasText: '남음' }).waitFor();
    await id('situation').click();
    await id('round-send').click();
    await id('round-error').filter({ hasText: '대기 행렬' }).waitFor();
    for (const option of ['CROWDED', 'CALM', 'OK']) await page.locator(`[data-option=${option}]`).click();
    await page.locator('input[data-field=people]').fill('2');
    await id('round-text').fill('줄이 길어 안내 중');
    await page.reload();
    await id('situation').click();
    assert.equal(await id('round-text').inputValue(), '줄이 길어 안내 중');
    await id('round-send').click();
    await page.locator('[data-testid=outbox-item][data-state=sent]').nth(2).waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await id('sign-off').click();
    await duty('off').waitFor();
    await page.locator('[data-testid=outbox-item][data-state=sent]').nth(4).waitFor();
    const [reports] = house.reports.values();
    assert.deepEqual(
      reports.map(({ event }) => event.kind),
      ['SIGN_OFF', 'SITUATION', 'NIL'],
    );
    assert.deepEqual(reports[1].event.fields, { queue: 'CROWDED', order: 'CALM', facilities: 'OK', people: '2' });
    assert.equal(reports[1].event.phase, 'VOTING');
    assert.equal(server.deviceTimes.length, 5);
  },
);

await scene(
  'an arrival without signal waits on the device and is sent once',
  hand,
  async ({ page, house, server, id, context }) => {
    await logIn(id);
    await page.locator('[data-testid=duty][data-next=check-in]').waitFor();
    await context.setOffline(true);
    await id('check-in').click();
    await page.locator('[data-testid=duty][data-next=report]').waitFor();
    await page.locator('[data-testid=queue][data-unsent="1"]').waitFor();
    await id('nil').click({ delay: 1500 });
    await page.locator('[data-testid=queue][data-unsent="2"]').waitFor();
    await context.setOffline(false);
    await page.locator('[data-testid=queue][data-unsent="0"]').waitFor({ timeout: 20_000 });
    const [reports] = house.reports.values();
    assert.equal(reports.length, 1);
    const present = [...house.entities.values()].filter(
      (entity) => entity.kind === 'duty' && entity.present.some(({ account }) => account === 'a-2'),
    );
    assert.equal(present.length, 1);
    assert.equal(server.deviceTimes.length, 2);
  },
);

await scene(
  'nothing written is lost over reload, outage and refusal',
  hand,
  async ({ page, house, server, id, context }) => {
    await logIn(id);
    await id('report').click();
    await id('kind').nth(1).click();
    await id('report-text').fill('반쯤 쓴 글');
    await page.reload();
    await id('draft-resume').click();
    assert.equal(await id('report-text').inputValue(), '반쯤 쓴 글');
    server.failPostsOnly = true;
    // More than the browser itself repeats on connections that it had open.
    server.failures.push(...Array(8).fill('cut'));
    await id('send').click();
    await page.locator('[data-testid=outbox-item][data-state=waiting]').waitFor();
    server.failures.length = 0;
    await context.setOffline(true);
    await page.locator('[data-testid=connection][data-online=false]').waitFor();
    await context.setOffline(false);
    await id('receipt').waitFor();
    assert.equal([...house.entities.values()].filter((entity) => entity.text === '반쯤 쓴 글').length, 1);

    await id('report').click();
    await id('kind').first().click();
    await id('report-text').fill('거부될 글');
    await id('send').click();
    await id('refusal').waitFor();
    await page.reload();
    await id('edit').click();
    await id('report-text').fill('고친 글');
    await id('send').click();
    await page.locator('[data-testid=outbox-item][data-state=sent]').nth(1).waitFor();
    assert.equal(await id('outbox-item').count(), 2);
  },
);

await scene(
  'the session ends: log-in, and what was unsent is sent after it',
  hand,
  async ({ page, server, house, id }) => {
    await logIn(id);
    await id('report').click();
    await id('kind').first().click();
    await id('report-text').fill('만료 뒤');
    server.account = undefined;
    await id('send').click();
    await logIn(id);
    await id('receipt').waitFor();
    assert.equal([...house.entities.values()].filter((entity) => entity.text === '만료 뒤').length, 1);
    await page.getByTestId('language').click();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  },
);

await browser.close();
