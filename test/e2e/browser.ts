// The machine -> a real Chromium that shows pages from their text, and whatever goes wrong in them.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The program of the browser: CHROMIUM, Debian's, or that of the PATH. */
export function findBrowser(): string {
  const { CHROMIUM, PATH = '' } = process.env;
  const found = [
    ...(CHROMIUM ? [CHROMIUM] : []),
    '/usr/bin/chromium',
    ...PATH.split(delimiter).map((folder) => join(folder, 'chromium')),
  ].find(isProgram);
  if (!found) throw new Error('no chromium: .ci/install-tools installs it, or set CHROMIUM');
  return found;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts the browser. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });

/** How a page is looked at. */
export interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly hash?: string;
}

/** Opens a page; `faults` fills with requests that leave it, dialogs, errors, and what the console says. */
export async function openPage(
  browser: Browser,
  html: string,
  { scheme = 'light', width = 1280, hash = '' }: Look = {},
): Promise<{ page: Page; faults: string[] }> {
  const faults: string[] = [];
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**', (route) => {
    if (route.request().url().split('#')[0] === ADDRESS)
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    faults.push(`request: ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(`${ADDRESS}${hash}`);
  await page.waitForSelector('#ready', { state: 'attached' });
  return { page, faults };
}

const ADDRESS = 'https://page.example/permlint.html';
