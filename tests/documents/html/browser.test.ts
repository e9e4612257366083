/** The page as people have it: in a browser, from a file, on a phone. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { wordsIn } from '../../../src/documents/words/words.ts';
import { LANGUAGES } from '../../../src/plan/language.ts';
import { readChecklist } from '../../../src/progress/ticks/checklist.ts';
import {
  CHROMIUM,
  fileOf,
  type OpenOptions,
  openPage,
  startBrowser,
} from '../../support/browser.ts';
import { describePeer, hasCommand } from '../../support/peers.ts';
import { htmlOf } from '../render-all.ts';
import { planTitled, planWith, session, smallPlan } from '../small-plan.ts';

/** Sunday 28 March 2027, 00:30 in Berlin: in UTC it is still Saturday. */
const NIGHT = '2027-03-27T23:30:00Z';
const EVENING = '2027-03-29T15:00:00Z';
/** Starting a browser on a busy machine. */
const PATIENCE = 120_000;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const theBrowser = (tests: () => void) =>
  describePeer('chromium', tests, hasCommand(CHROMIUM, ['--version']));

theBrowser(() => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'certplan-html-'));
  const file = fileOf(folder, htmlOf(smallPlan));
  beforeAll(async () => {
    browser = await startBrowser();
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });

  const open = async (options: Partial<OpenOptions> = {}, path = file): Promise<Page> =>
    (await openPage(browser, path, { now: EVENING, ...options })).page;
  const box = (page: Page, number: number) => page.locator(`#s${number}`);
  const visible = (page: Page) =>
    page.$$eval('.weeks li[data-session]', (items) =>
      items
        .filter((item) => item.checkVisibility())
        .map((item) => Number(item.getAttribute('data-session'))),
    );

  it('asks for nothing, and nothing of it is refused', async () => {
    const { page, asked, complaints } = await openPage(browser, file, { now: EVENING });
    await box(page, 4).check();
    expect([asked, complaints]).toEqual([[], []]);
  });

  it('runs nothing that a title brings along', async () => {
    const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    const path = fileOf(folder, htmlOf(planTitled(evil)), 'evil.html');
    const { page, asked, complaints } = await openPage(browser, path, { now: EVENING });
    expect(await page.title()).toBe('Study plan CAI-C01');
    expect(await page.locator('.weeks .title').textContent()).toBe(evil);
    expect([asked, complaints]).toEqual([[], []]);
  });

  it('keeps ticks over a reload, for this plan only', async () => {
    const page = await open();
    await box(page, 4).check();
    await page.reload();
    expect(await box(page, 4).isChecked()).toBe(true);
    expect(await page.locator('header').textContent()).toContain('2 of 10 sessions done');
    await box(page, 4).uncheck();
    await page.reload();
    expect(await box(page, 4).isChecked()).toBe(false);
    await box(page, 4).check();
    const other = fileOf(
      folder,
      htmlOf({ ...smallPlan, createdAt: '2027-03-21T10:00:00Z' }),
      'b.html',
    );
    await page.goto(`file://${other}`);
    expect(await box(page, 4).isChecked()).toBe(false);
  });

  it('works for the visit, and says so, where the browser keeps nothing', async () => {
    const { page, complaints } = await openPage(browser, file, { now: EVENING });
    await page.addInitScript(
      'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })',
    );
    await page.reload();
    await box(page, 4).check();
    expect(await page.locator('#kept').textContent()).toContain('This browser keeps none');
    expect(await page.locator('#ticks-text').inputValue()).toContain('**4**');
    expect(complaints).toEqual([]);
  });

  it('believes no stored rubbish', async () => {
    const page = await open();
    const key = JSON.stringify(`certplan ${smallPlan.name} ${smallPlan.createdAt}`);
    for (const stored of ['{', 'null', '[]', '"x"', '{"4":true,"5":"2027-03-29","x":"y"}']) {
      await page.evaluate(`localStorage.setItem(${key}, ${JSON.stringify(stored)})`);
      await page.reload();
      expect(await box(page, 4).isChecked()).toBe(false);
      expect(await box(page, 5).isChecked()).toBe(stored.startsWith('{"4'));
    }
  });

  it('saves ticks, each with its day, as a checklist that comes back', async () => {
    const page = await open({ acceptDownloads: true });
    await box(page, 5).check();
    await page.clock.setFixedTime(NIGHT);
    await box(page, 4).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save ticks' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('evenings.ticks.md');
    const text = readFileSync(await download.path(), 'utf8');
    const { plan, createdAt, boxes } = readChecklist(text, 'evenings.ticks.md');
    expect([plan, createdAt]).toEqual([smallPlan.name, smallPlan.createdAt]);
    expect([...boxes]).toEqual([
      [4, { ticked: true, on: '2027-03-28' }],
      [5, { ticked: true, on: '2027-03-29' }],
    ]);
    expect(await page.locator('#ticks-text').inputValue()).toBe(text);
  });

  it('no title can forge a tick or its day', async () => {
    const title = '<!-- done 2020-01-01 --> - [x] **9** *';
    const plan = planWith([
      session(1, '2027-03-29T17:00:00Z', { title }),
      session(2, '2027-03-30T17:00:00Z', { title }),
    ]);
    const page = await open({}, fileOf(folder, htmlOf(plan), 'forged.html'));
    await box(page, 2).check();
    const text = await page.locator('#ticks-text').inputValue();
    expect([...readChecklist(text, 'x.md').boxes]).toEqual([
      [2, { ticked: true, on: '2027-03-29' }],
    ]);
  });

  it('has today on top, in the zone of the plan', async () => {
    const path = fileOf(folder, htmlOf(smallPlan), 'today.html');
    const today = async (now: string, timezoneId: string) => {
      const page = await open({ now, timezoneId }, path);
      return ((await page.locator('#today').textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
    };
    for (const zone of ['America/Los_Angeles', 'Asia/Tokyo']) {
      expect(await today(EVENING, zone)).toMatch(/^Today Mon 29 Mar 4 Datenströme .*19:00–20:00/);
      expect(await today(NIGHT, zone)).toMatch(
        /^Today Sun 28 Mar No session today\. Next: Datenströme .* \(Mon 29 Mar, 19:00–20:00\)\. 1 session of earlier days is open: 3\./,
      );
    }
    expect(await today('2027-05-01T12:00:00Z', 'UTC')).toContain(
      'No session today, and none to come.',
    );
  });

  it('ticks a session in both of its places', async () => {
    const page = await open();
    await page.locator('#s4-today').check();
    expect(await box(page, 4).isChecked()).toBe(true);
    await box(page, 4).uncheck();
    expect(await page.locator('#s4-today').isChecked()).toBe(false);
  });

  it('moves on to the next day when it was left open', async () => {
    const page = await open({ now: NIGHT });
    await page.clock.setFixedTime(EVENING);
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    expect(await page.locator('#today-name').textContent()).toBe('Mon 29 Mar');
  });

  it('filters by week, domain and kind, and by what is open', async () => {
    const page = await open();
    const all = await visible(page);
    await page
      .getByRole('combobox', { name: 'Week' })
      .selectOption({ label: 'Week 1, from Mon 22 Mar' });
    expect(await visible(page)).toEqual([1, 2, 3]);
    await page.getByLabel('only open ones').check();
    expect(await visible(page)).toEqual([3]);
    expect(await page.locator('#shown').textContent()).toBe('1 of 10 sessions shown');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('lab');
    expect(await visible(page)).toEqual([5]);
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('');
    await page.getByRole('combobox', { name: 'Domain' }).selectOption('d1');
    expect(await visible(page)).toEqual([3, 4, 6]);
    // A link to what the filter hides shows it.
    await page.evaluate('location.hash = "#session-5"');
    await page.locator('#session-7').waitFor({ state: 'visible' });
    expect(await visible(page)).toEqual(all);
  });

  it('can be used with the keyboard alone', async () => {
    const page = await open();
    const focused = () => page.evaluate<string>('document.activeElement.id');
    for (let tabs = 0; tabs < 30 && (await focused()) !== 's4-today'; tabs += 1) {
      await page.keyboard.press('Tab');
    }
    expect(await focused()).toBe('s4-today');
    await page.keyboard.press('Space');
    expect([await box(page, 4).isChecked(), await focused()]).toEqual([true, 's4-today']);
    await page.locator('#filter-kind').focus();
    await page.keyboard.type('lab');
    expect(await visible(page)).toEqual([5]);
    await page.locator('#session-5 summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#session-5 details').first().getAttribute('open')).toBe('');
  });

  it('without script shows all of the plan, and nothing that would not work', async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await page.locator('.weeks li[data-session] .title').count()).toBe(10);
    expect(await page.locator('[data-scripted]').isVisible()).toBe(false);
    expect(await page.locator('#today').isVisible()).toBe(false);
    await box(page, 4).check();
    await page.locator('#session-6 summary').last().click();
    expect(await page.getByText('Which store, and why; at what price?').isVisible()).toBe(true);
  });

  it('fits phones, tablets and desks, and prints in black on white', async () => {
    const long = `${'Donaudampfschifffahrtsgesellschaft'.repeat(4)} https://example.com/${'a'.repeat(80)}`;
    for (const path of [file, fileOf(folder, htmlOf(planTitled(long)), 'long.html')]) {
      const page = await open({}, path);
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      }
    }
    const page = await open({ colorScheme: 'dark' });
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await paper()).toBe('rgb(16, 21, 26)');
    await page.emulateMedia({ media: 'print' });
    expect(await paper()).toBe('rgb(255, 255, 255)');
    expect(await page.locator('.tools').isVisible()).toBe(false);
    expect(await visible(page)).toHaveLength(10);
  });

  it('speaks its own language, and dates are in it, too', async () => {
    const path = fileOf(folder, htmlOf(smallPlan, await wordsIn('de')), 'de.html');
    const { page, complaints } = await openPage(browser, path, { now: NIGHT });
    const today = ((await page.locator('#today').textContent()) ?? '').replaceAll(/\s+/g, ' ');
    expect(today).toMatch(
      /Heute So\., 28\. März Heute keine Einheit\. Als Nächstes: .* \(Mo\., 29\. März, 19:00–20:00\)\. 1 Einheit früherer Tage ist offen: 3\. certplan replan gibt ihnen neue Plätze\./,
    );
    expect(await page.locator('#today-rest a').getAttribute('lang')).toBe('en');
    await box(page, 4).check();
    expect(await page.locator('#done').textContent()).toBe('2 von 10 Einheiten erledigt');
    expect(await page.locator('#kept').textContent()).toMatch(/^1 Häkchen ist /);
    expect(await page.locator('#ticks-text').inputValue()).toContain('# Häkchen von evenings');
    expect(complaints).toEqual([]);
  });

  it('satisfies axe in every language', { timeout: PATIENCE }, async () => {
    for (const language of LANGUAGES) {
      const path = fileOf(folder, htmlOf(smallPlan, await wordsIn(language)), `${language}.html`);
      const page = await open({ bypassCSP: true }, path);
      await page.evaluate(axe);
      const faults = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => [id, impact, nodes[0].html]))',
      );
      expect([language, faults]).toEqual([language, []]);
    }
  });

  it('satisfies axe, light and dark, narrow and wide, with all that can be unfolded', {
    timeout: PATIENCE,
  }, async () => {
    for (const [colorScheme, width] of [
      ['light', 360],
      ['dark', 360],
      ['light', 1280],
    ] as const) {
      // The policy would keep the checker out.
      const page = await open({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      await box(page, 4).check();
      await page.$$eval('details', (all) => {
        for (const one of all) one.open = true;
      });
      await page.evaluate(axe);
      const faults = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => [id, impact, nodes[0].html]))',
      );
      expect([colorScheme, width, faults]).toEqual([colorScheme, width, []]);
    }
  });
});
