// A small RingCentral app -> docs/page.png: its HTML page, light, at twice the size, for the README.
// node docs/make-picture.mjs; needs dist/ (npm run build) and a chromium (CHROMIUM or /usr/bin/chromium).
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { shrinkPng } from './shrink-png.mjs';

const MOST_BYTES = 200 * 1024;
const WIDTH = 1240;
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const ACCOUNT = '/restapi/v1.0/account/~';
const FILES = {
  'permlint.yaml': `version: 1
matrix: ringcentral
calls: [src, plan.yaml]
grants: [ReadAccounts, ReadCallLog, VoipCalling]
`,
  'plan.yaml': `version: 1
calls:
  - GET ${ACCOUNT}/call-log
  - GET ${ACCOUNT}/recording/** # links of other calls, followed
  - POST /restapi/oauth/token
`,
  'src/recordings.ts': `import { platform } from './platform';

export const details = (id: string) => platform.get(\`${ACCOUNT}/recording/\${id}\`);

export async function download(id: string): Promise<Blob> {
  const response = await platform.get(\`${ACCOUNT}/recording/\${id}/content\`);
  return response.blob();
}

export const own = () => platform.get('${ACCOUNT}/extension/~');
export const log = () => platform.get('${ACCOUNT}/extension/~/call-log');
`,
  'src/platform.ts': `import { SDK } from '@ringcentral/sdk';
export const platform = new SDK({}).platform();
`,
};

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'permlint-picture-'));
try {
  mkdirSync(join(folder, 'src'));
  for (const [name, text] of Object.entries(FILES)) {
    writeFileSync(join(folder, name), text);
  }
  const argv = [at('../dist/permlint.cjs'), '--fail-on', 'never', '-f', 'html:page.html'];
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`permlint ended with ${status}: ${stderr}`);
  await draw(`file://${join(folder, 'page.html')}`);
} finally {
  rmSync(folder, { recursive: true });
}

async function draw(url) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text'],
  });
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: 1000 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
  });
  const cell = new URLSearchParams({
    row: 'GET /restapi/v1.0/account/{accountId}/recording/{recordingId}/content',
    column: 'ReadCallRecording',
  });
  await page.goto(`${url}#${cell}`);
  await page.waitForSelector('#ready', { state: 'attached' });
  const { y, height } = await page.locator('.left').boundingBox();
  const clip = { x: 0, y: 0, width: WIDTH, height: Math.ceil(y + height) + 16 };
  const png = shrinkPng(await page.screenshot({ clip }));
  await browser.close();
  if (png.length > MOST_BYTES) throw new Error(`docs/page.png would have ${png.length} bytes`);
  writeFileSync(at('page.png'), png);
  console.log(`docs/page.png, ${Math.round(png.length / 1024)} KB`);
}
