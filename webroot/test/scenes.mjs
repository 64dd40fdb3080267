import { flash } from './fake/orders.mjs';
import { turn } from './fake/turn.mjs';

const pause = (page, millis) => page.waitForTimeout(millis);
const openFirst = async ({ page }) => {
  await page.getByTestId('incident-row').nth(1).click();
  await pause(page, 600);
};
const freeze = async ({ page, server }) => {
  server.ticking = false;
  await pause(page, 17_500);
};

const page = (name, act) => async (all) => {
  await turn(all.page, name);
  await pause(all.page, 500);
  await act?.(all);
};
const press =
  (testid, wait = 900) =>
  async ({ page }) => {
    await page.getByTestId(testid).first().click();
    await pause(page, wait);
  };

const desk = { width: 1440, height: 900 };
const wide = { width: 1920, height: 1080 };
const tablet = { width: 820, height: 1180 };
const wall = { width: 3840, height: 2160 };
const hand = { width: 360, height: 800, path: '/field', scale: 2 };

const chooseKind = async ({ page }) => {
  await page.getByTestId('report').click();
  await pause(page, 300);
};
const write = async (all) => {
  await chooseKind(all);
  await all.page.getByTestId('kind').first().click();
  await all.page.getByTestId('report-text').fill('술 취한 남성이 투표소 입구에서 소란. 경찰관 2명 대응 중.');
  await all.page.getByTestId('position').click();
  await pause(all.page, 500);
};
const officer = async ({ page }) => {
  await page.getByTestId('login-name').fill('officer');
  await page.getByTestId('login-password').fill('a long password');
  await page.getByTestId('login-submit').click();
  await pause(page, 800);
};
const admin = async ({ page }) => {
  await page.getByTestId('login-name').fill('admin');
  await page.getByTestId('login-password').fill('a long password');
  await page.getByTestId('login-submit').click();
  await pause(page, 800);
};
const list = () => async (all) => {
  const lines = [
    'name,province,district,memo',
    '삼청동투표소,서울,종로구,',
    ',서울,종로구,',
    '노형동제1투표소,제주,제주시,',
  ];
  await all.page
    .getByTestId('import-posts')
    .getByTestId('import-file')
    .setInputFiles({ name: '2026 투표소.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  await pause(all.page, 600);
};
const after =
  (...steps) =>
  async (all) => {
    for (const step of steps) await step(all);
  };
const send = async ({ page }) => {
  await page.getByTestId('send').click();
  await pause(page, 900);
};

export const scenes = [
  { name: 'desk-1440-dark', ...desk, incidents: 60 },
  { name: 'desk-1440-light', ...desk, incidents: 60, theme: 'light' },
  { name: 'desk-1440-detail', ...desk, incidents: 60, act: openFirst },
  { name: 'desk-1920-detail-light', ...wide, incidents: 60, theme: 'light', act: openFirst },
  { name: 'desk-1920-en', ...wide, incidents: 60, language: 'en', drill: true },
  { name: 'desk-1920-stale', ...wide, incidents: 60, act: freeze },
  { name: 'desk-1440-empty', ...desk, act: ({ page }) => pause(page, 100) },
  { name: 'desk-1440-login', ...desk, signedOut: true },
  {
    name: 'desk-1440-unassigned',
    ...desk,
    incidents: 10,
    act: ({ page }) => turn(page, 'unassigned').then(() => pause(page, 400)),
  },
  {
    name: 'desk-1440-enter',
    ...desk,
    incidents: 10,
    act: ({ page }) => page.keyboard.press('n').then(() => pause(page, 400)),
  },
  { name: 'levels-1440', ...desk, incidents: 30, act: page('levels') },
  { name: 'levels-1920-light', ...wide, incidents: 30, theme: 'light', act: page('levels', press('musters-open')) },
  {
    name: 'levels-declare',
    ...desk,
    incidents: 30,
    act: page('levels', async (all) => {
      await press('level-declare', 300)(all);
      await all.page.locator('dialog[open] select[name=level]').selectOption('A');
      await pause(all.page, 900);
    }),
  },
  ...['dark', 'light'].flatMap((theme) =>
    [
      ['directives', { act: page('directives', ({ house }) => flash(house)) }],
      ['directive', { act: page('directives', after(press('directive-open'), press('room-cell'))) }],
      ['compose', { act: page('directives', press('directive-compose')) }],
      ['conferences', { act: page('conferences') }],
      ['conference', { act: page('conferences', press('conference-open')) }],
      ['minutes', { act: page('conferences', after(press('conference-open'), press('conference-minutes'))) }],
      ['convene', { act: page('conferences', press('conference-convene')) }],
    ].flatMap(([name, scene]) => [
      { name: `${name}-1920-${theme}`, ...wide, incidents: 30, national: true, theme, ...scene },
      { name: `${name}-820-${theme}-en`, ...tablet, incidents: 30, national: true, theme, language: 'en', ...scene },
    ]),
  ),
  { name: 'silence-1440', ...desk, incidents: 30, act: page('silence') },
  { name: 'silence-1440-en-light', ...desk, incidents: 30, language: 'en', theme: 'light', act: page('silence') },
  { name: 'posts-1440', ...desk, incidents: 30, act: page('posts') },
  { name: 'posts-national', ...wide, incidents: 60, national: true, act: page('posts') },
  {
    name: 'post-1440',
    ...desk,
    incidents: 30,
    path: '/?scope=seoul-1&page=posts',
    act: press('post-row'),
  },
  { name: 'forces-1440', ...desk, incidents: 30, act: page('forces') },
  {
    name: 'forces-station',
    ...desk,
    incidents: 30,
    path: '/?scope=seoul-1&page=forces',
    act: ({ page }) => pause(page, 300),
  },
  { name: 'reserves-1440', ...desk, incidents: 30, act: page('reserves') },
  { name: 'reserves-approve', ...desk, incidents: 30, act: page('reserves', press('reserve-approve')) },
  { name: 'operation-1440', ...desk, incidents: 30, drill: true, act: page('operation') },
  {
    name: 'operation-edit-light',
    ...desk,
    incidents: 30,
    theme: 'light',
    act: page('operation', press('edit-timetable')),
  },
  { name: 'admin-operation', ...desk, incidents: 10, signedOut: true, act: admin },
  {
    name: 'operation-proposal',
    ...desk,
    incidents: 10,
    act: page('operation', async (all) => {
      await press('proposal-open', 300)(all);
      await all.page.locator('input[name=pollingDay]').fill('2026-06-03');
      await press('proposal-ask')(all);
      await all.page.getByTestId('proposed-phases').scrollIntoViewIfNeeded();
    }),
  },
  { name: 'imports-light', ...desk, incidents: 10, theme: 'light', act: page('imports', list()) },
  {
    name: 'imports-admin',
    ...desk,
    incidents: 10,
    signedOut: true,
    act: after(admin, page('imports', list())),
  },
  { name: 'levels-course', ...desk, incidents: 10, act: page('levels', press('course-open')) },
  { name: 'levels-course-light', ...desk, incidents: 10, theme: 'light', act: page('levels', press('course-open')) },
  {
    name: 'deployment-enter-light',
    ...desk,
    incidents: 10,
    theme: 'light',
    path: '/?scope=seoul-1&page=forces',
    act: async (all) => {
      await press('deployment-enter', 500)(all);
      await all.page.getByTestId('deployment-form').getByTestId('post-search').fill('제1');
      await pause(all.page, 700);
      await all.page.getByTestId('deployment-form').getByTestId('post-found').first().click();
      await pause(all.page, 300);
    },
  },
  { name: 'strength-set', ...desk, incidents: 10, path: '/?scope=seoul-1&page=forces', act: press('strength-set') },
  { name: 'national-1920', ...wide, incidents: 300, national: true },
  { name: 'national-1440-en', ...desk, incidents: 300, national: true, language: 'en' },
  { name: 'wall-3840', ...wall, incidents: 200 },
  { name: 'desk-5000', ...wide, incidents: 5000 },
  { name: 'narrow-800', width: 800, height: 1000, incidents: 60 },
  { name: 'field-login', ...hand, signedOut: true },
  { name: 'field-home', ...hand, incidents: 5, signedOut: true, theme: 'light', act: officer },
  { name: 'field-home-en-dark', ...hand, incidents: 5, signedOut: true, drill: true, language: 'en', act: officer },
  {
    name: 'field-duty',
    ...hand,
    incidents: 5,
    signedOut: true,
    theme: 'light',
    act: after(officer, press('check-in', 2000)),
  },
  {
    name: 'field-duty-en-dark',
    ...hand,
    incidents: 5,
    signedOut: true,
    language: 'en',
    act: after(officer, press('check-in', 2000), press('nil', 2000)),
  },
  {
    name: 'field-round',
    ...hand,
    incidents: 5,
    signedOut: true,
    theme: 'light',
    act: after(officer, press('check-in', 2000), press('situation', 500)),
  },
  ...['dark', 'light'].flatMap((theme) => [
    { name: `field-orders-${theme}`, ...hand, incidents: 5, signedOut: true, theme, act: officer },
    {
      name: `field-orders-flash-${theme}-en`,
      ...hand,
      incidents: 5,
      signedOut: true,
      theme,
      language: 'en',
      act: after(
        officer,
        ({ house }) => flash(house, 'hq', ['POLLING_PLACE', 'EARLY_VOTING_PLACE']),
        press('check-in', 2000),
      ),
    },
    {
      name: `field-orders-answered-${theme}`,
      ...hand,
      incidents: 5,
      signedOut: true,
      theme,
      act: after(officer, press('directive-acknowledge', 2000)),
    },
  ]),
  { name: 'field-kind', ...hand, incidents: 5, signedOut: true, theme: 'light', act: after(officer, chooseKind) },
  { name: 'field-write', ...hand, incidents: 5, signedOut: true, theme: 'light', act: after(officer, write) },
  {
    name: 'field-write-dark',
    ...hand,
    incidents: 5,
    signedOut: true,
    drill: true,
    language: 'en',
    act: after(officer, write),
  },
  { name: 'field-sent', ...hand, incidents: 5, signedOut: true, theme: 'light', act: after(officer, write, send) },
];
