// The HTML page in a real browser: readable by all, walked by keys, linked by its fragment, and inert.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage, startBrowser } from './browser.js';
import { hostilePage, ordinaryProject } from './html-projects.js';
import { runIn } from './run.js';

const project = inject('project');
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let browser: Browser;
let ordinary: string;
let hostile: string;

beforeAll(async () => {
  const write = (folder: string) =>
    runIn(folder, process.execPath, [
      join(project, 'node_modules', 'permlint', 'dist', 'permlint.cjs'),
      ...['-f', 'html', '--fail-on', 'never'],
    ]).out;
  ordinary = write(ordinaryProject(join(project, 'ordinary')));
  hostile = hostilePage();
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const CONTENT = '/restapi/v1.0/account/{accountId}/recording/{recordingId}/content';
const linked = `#${new URLSearchParams({ row: `GET ${CONTENT}`, column: 'ReadCallRecording' })}`;
const focused = (page: Page) =>
  page.evaluate(
    'document.activeElement.getAttribute("aria-label") || document.activeElement.textContent',
  );

describe('axe finds nothing', () => {
  it.each([
    ['light, desktop', 'light', 1280],
    ['dark, desktop', 'dark', 1280],
    ['light, phone', 'light', 390],
    ['dark, phone', 'dark', 390],
  ] as const)('%s', async (_, scheme, width) => {
    const { page, faults } = await openPage(browser, ordinary, { scheme, width, hash: linked });
    // the policy of the page stops what is added to it, but not what the debugger evaluates
    const { readFileSync } = await import('node:fs');
    await page.evaluate(readFileSync(axePath, 'utf8'));
    const violations = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))',
    );
    expect(violations).toEqual([]);
    expect(faults).toEqual([]);
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(wide).toBe(false);
    await page.close();
  });
});

describe('the page', () => {
  it('says what is missing, excess and unresolved, and draws where that could land', async () => {
    const { page, faults } = await openPage(browser, ordinary);
    expect(await page.textContent('.verdict')).toMatch(/^1 missing, 1 excess, 1 cannot tell/);
    const heads = await page
      .locator('th.name')
      .evaluateAll((all) => all.map((one) => one.textContent));
    expect(heads).toEqual(['ReadCallRecording', 'VoipCalling', 'ReadCallLog']);
    const rows = await page
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((one) =>
          [...one.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim()),
        ),
      );
    expect(rows).toMatchInlineSnapshot(`
      [
        [
          "GET /restapi/v1.0/account/{accountId}/call-log1×",
          "·",
          "·",
          "ok",
        ],
        [
          "GET /restapi/v1.0/account/{accountId}/recording/{recordingId}1×",
          "MISS",
          "·",
          "ok",
        ],
        [
          "GET /restapi/v1.0/account/{accountId}/recording/{recordingId}/content1×",
          "MISS",
          "·",
          "·",
        ],
        [
          "POST /restapi/v1.0/client-info/sip-provision–",
          "·",
          "EXC",
          "·",
        ],
        [
          "GET /restapi/v1.0/account/~/call-log/** unresolved: the path is not known to its end1×",
          "·",
          "·",
          "?",
        ],
      ]
    `);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('is walked with arrows, chosen from with Enter, and left with Escape', async () => {
    const { page } = await openPage(browser, ordinary);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
    await page.keyboard.press('ArrowDown');
    const steps = ['ArrowRight', 'ArrowDown', 'ArrowRight', 'Home', 'End', 'ArrowUp', 'ArrowUp'];
    const seen: unknown[] = [];
    for (const key of steps) {
      await page.keyboard.press(key);
      seen.push(await focused(page));
    }
    expect(seen).toMatchInlineSnapshot(`
      [
        "·, not required: ReadCallRecording",
        "MISS, missing: ReadCallRecording",
        "·, not required: VoipCalling",
        "GET /restapi/v1.0/account/{accountId}/recording/{recordingId}1×",
        "ok, needed and granted: ReadCallLog",
        "ok, needed and granted: ReadCallLog",
        "ReadCallLog, fine",
      ]
    `);
    expect(await page.locator('.matrix [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.isVisible('.panel')).toBe(true);
    expect(await page.textContent('.panel h2')).toMatch(/^Why do we have ReadCallLog\?/);
    expect(page.url()).toContain('column=ReadCallLog');
    await page.keyboard.press('Escape');
    expect(await page.isVisible('.panel')).toBe(false);
    expect(page.url()).not.toContain('column');
    await page.close();
  });

  it('shows again what its fragment says: cell, scope, filter', async () => {
    const hash = `${linked}&scope=all&filter=recording`;
    const { page } = await openPage(browser, ordinary, { hash });
    expect(await page.inputValue('input[type=search]')).toBe('recording');
    expect(await page.textContent('.scope [aria-pressed=true]')).toMatch(/^all/);
    expect(await page.textContent('td.chosen')).toBe('MISS');
    const panel = (await page.textContent('.panel')) ?? '';
    for (const part of ['plan.yaml:5:5', 'CMN-401', 'npx permlint explain ReadCallRecording'])
      expect(panel).toContain(part);
    await page.close();
  });

  it('filters by routes, files and permissions, and says how many are left', async () => {
    const { page } = await openPage(browser, ordinary);
    await page.fill('input[type=search]', 'voip');
    const left = await page.locator('tbody tr').count();
    expect(left).toBeGreaterThan(0);
    expect(await page.textContent('#said')).toBe(`${left} rows`);
    await page.fill('input[type=search]', 'no such row');
    expect(await page.locator('tbody tr').count()).toBe(0);
    await page.close();
  });

  it('is printed whole, light and without controls', async () => {
    const { page } = await openPage(browser, ordinary, { scheme: 'dark', hash: '#scope=all' });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    const all = Number(
      /\d+/.exec((await page.textContent('.scope [aria-pressed=true]')) ?? '')?.[0],
    );
    expect(await page.locator('tbody tr').count()).toBe(all);
    expect(await page.isVisible('.bar')).toBe(false);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    );
    await page.close();
  });

  it('changes its colours by a button', async () => {
    const { page } = await openPage(browser, ordinary);
    const before = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.click('#theme');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).not.toBe(before);
    await page.close();
  });
});

describe('texts of strangers', () => {
  it('do nothing, load nothing, and are shown as they are', async () => {
    const { page, faults } = await openPage(browser, hostile);
    for (let app = 0; app < (await page.locator('[data-app]').count()); app++) {
      await page.locator('[data-app]').nth(app).click();
      const heads = page.locator(`#app-${app} tbody th, #app-${app} th.name`);
      expect(app > 1 || (await heads.count()) > 4).toBe(true);
      for (let at = 0; at < (await heads.count()); at++) {
        await heads.nth(at).dispatchEvent('click');
        expect(await page.locator('.panel a:not([href^="http"])').count()).toBe(0);
      }
    }
    expect(await page.locator('img, iframe, object, script[src], link, svg').count()).toBe(0);
    const text = await page.evaluate('document.body.innerText');
    expect(text).toContain('\\u202e');
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(hostile).not.toMatch(/<img|<svg|stolen=1<\/script>/);
    expect(await page.evaluate('typeof stolen')).toBe('undefined');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('in the fragment do nothing either', async () => {
    const hash = `#${new URLSearchParams({ app: '__proto__', row: '"><img src=x onerror=alert(1)>', column: 'constructor', filter: '</script>' })}`;
    const { page, faults } = await openPage(browser, ordinary, { hash });
    expect(await page.locator('tbody tr').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('are written alike each time', () => {
    expect(ordinary).toContain("default-src 'none'");
    expect(ordinary).not.toMatch(
      /unsafe-inline|unsafe-eval|https?:\/\/(?!127)[^"\\]*\.(js|css|woff)/,
    );
  });
});
