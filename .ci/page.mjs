// src/reporters/html/page/* -> src/reporters/html/page-text.ts: the script and the style of the HTML page as texts.
import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const folder = fileURLToPath(new URL('../src/reporters/html', import.meta.url));

/** Writes src/reporters/html/page-text.ts. */
export function writePage() {
  const bundle = (entry) => {
    const { outputFiles } = buildSync({
      entryPoints: [`${folder}/page/${entry}`],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: 'es2020',
      charset: 'ascii',
      legalComments: 'none',
      logLevel: 'warning',
    });
    return outputFiles[0].text.trim();
  };
  const [script, style] = [bundle('main.js'), bundle('page.css')];
  // either would end the element that holds it, or hide what follows
  if (/<\/(script|style)|<!--/i.test(script + style)) throw new Error('the page would end early');
  const text = [
    '// The script and the style of the HTML page, as the build wrote them from page/.',
    '/** The script of the page. */',
    `export const script = ${JSON.stringify(script)};`,
    '/** The style of the page. */',
    `export const style = ${JSON.stringify(style)};`,
  ];
  // whole or not at all: two runs may write at the same time
  const unfinished = `${folder}/page-text.${process.pid}`;
  writeFileSync(unfinished, `${text.join('\n')}\n`);
  renameSync(unfinished, `${folder}/page-text.ts`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writePage();
