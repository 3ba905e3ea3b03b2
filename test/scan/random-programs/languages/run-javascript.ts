// The files of a JavaScript program and its inputs -> the requests that it really sends.
import { runInNewContext } from 'node:vm';
import { HOST } from './printer.js';

/** Runs `main.js` once. */
export function runJavaScript(
  files: Readonly<Record<string, string>>,
  inputs: ReadonlySet<string>,
  sent: Set<string>,
): void {
  const context = {
    process: { env: Object.fromEntries([...inputs].map((input) => [input, '1'])) },
    fetch: (url: string, options?: { method?: string }) => {
      sent.add(`${options?.method ?? 'GET'} ${url.slice(HOST.length)}`);
    },
  };
  // each file sees what the ones before it export, so that all may stand in one
  const order = ['first.js', 'second.js', 'main.js'];
  const source = order
    .map((file) => files[file] ?? '')
    .join('\n')
    .replace(/^import .*$/gm, '')
    .replace(/^export /gm, '');
  try {
    runInNewContext(source, context, { timeout: 5000 });
  } catch (error) {
    if ((error as Error).message !== 'stop') throw error;
  }
}
