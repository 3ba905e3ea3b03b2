// The data of the page -> one HTML file that loads nothing, with a policy that allows its own script and style alone.
import { createHash } from 'node:crypto';
import { printable } from '../../text/printable.js';
import type { AppPage } from './page.js';
import { script, style } from './page-text.js';

/** Writes the page. The same data gives the same bytes. */
export function writeDocument(apps: readonly AppPage[]): string {
  const policy = [
    ...["default-src 'none'", `script-src '${hashOf(script)}'`, `style-src '${hashOf(style)}'`],
    ...["base-uri 'none'", "form-action 'none'"],
  ].join('; ');
  const named = apps.map(({ name }) => name).filter((name) => name !== '');
  const title = ['permlint', ...(named.length > 0 ? [named.join(', ')] : [])].join(' - ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeText(title)}</title>
<style>${style}</style>
</head>
<body>
${header(apps)}
<main>
${apps.map(section).join('\n')}
</main>
<div id="said" class="unseen" aria-live="polite"></div>
<script type="application/json" id="data">${dataText(apps)}</script>
<script>${script}</script>
</body>
</html>
`;
}

const hashOf = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** JSON that no HTML parser can take for anything else; what is empty is left out. */
function dataText(apps: readonly AppPage[]): string {
  const data = apps.map(({ name, mode, columns, rows }) => ({ name, mode, columns, rows }));
  const text = JSON.stringify(data, (_, value: unknown) => {
    if (typeof value === 'string') return value === '' ? undefined : shown(value);
    return value === false || (Array.isArray(value) && value.length === 0) ? undefined : value;
  });
  return text.replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const shown = (text: string): string => printable(text.toWellFormed());

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeText = (text: string): string => shown(text).replace(/[&<>"']/g, (c) => ESCAPES[c]!);

function header(apps: readonly AppPage[]): string {
  const several = apps.length > 1;
  const names = apps.map(
    ({ name }, index) =>
      `<button type="button" data-app="${index}" aria-pressed="${index === 0}">${escapeText(name || `app ${index + 1}`)}</button>`,
  );
  const one = apps[0]?.name ? `<span class="app">${escapeText(apps[0].name)}</span>` : '';
  return `<header>
<h1>permlint${several ? '' : ` ${one}`}</h1>
${several ? `<div class="apps" role="group" aria-label="App">${names.join('')}</div>` : ''}
<button type="button" id="theme" hidden>dark</button>
</header>`;
}

function section(app: AppPage, index: number): string {
  const counts = app.counts
    .filter(([label, n]) => n > 0 || label === 'missing' || label === 'excess')
    .filter(([label]) => app.mode === 'check' || (label !== 'missing' && label !== 'excess'))
    .map(
      ([label, n]) =>
        `<li class="count ${n > 0 ? label.replace(' ', '-') : 'none'}"><b>${n}</b> ${label}</li>`,
    );
  const drawn = app.rows.length > 0;
  return `<section class="of-app" id="app-${index}" aria-label="${escapeText(app.name || 'the app')}">
<p class="verdict is-${app.kind}">${escapeText(app.verdict)}</p>
<ul class="counts">${counts.join('')}</ul>
${drawn ? '<div class="matrix" hidden></div><noscript><p>The matrix is drawn by the script of this page; all that was found stands below.</p></noscript>' : ''}
${findings(app)}
${suppressed(app)}
<h2>Read</h2>
<dl class="read">${readList(app)}</dl>
</section>`;
}

/** Texts of one label stand together. */
function readList({ read }: AppPage): string {
  const labels = [...new Set(read.map(([label]) => label))];
  const texts = (label: string) =>
    read.flatMap(([own, text]) => (own === label ? [`<dd>${escapeText(text)}</dd>`] : [])).join('');
  return labels.map((label) => `<div><dt>${escapeText(label)}</dt>${texts(label)}</div>`).join('');
}

function findings({ findings: found }: AppPage): string {
  if (found.length === 0) return '<h2>Findings</h2>\n<p class="quiet">none</p>';
  const items = found.map(
    ({ severity, check, text, place, details }) =>
      `<li><span class="severity ${escapeText(severity)}">${escapeText(severity)}</span> <code>${escapeText(check)}</code> ${escapeText(text)}<div class="place">${escapeText(place)}</div>${details.map((d) => `<div class="more">${escapeText(d)}</div>`).join('')}</li>`,
  );
  return `<h2>Findings <span class="quiet">${found.length}</span></h2>\n<ul class="findings">${items.join('\n')}</ul>`;
}

function suppressed({ suppressed: set }: AppPage): string {
  if (set.length === 0) return '';
  const items = set.map(
    ({ check, text, place, by }) =>
      `<li><code>${escapeText(check)}</code> ${escapeText(text)}<div class="place">${escapeText(place)}</div><div class="more">set aside by ${escapeText(by)}</div></li>`,
  );
  return `<h2>Suppressed <span class="quiet">${set.length}</span></h2>\n<ul class="findings">${items.join('\n')}</ul>`;
}
