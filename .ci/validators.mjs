// schema/*.json -> src/text/validators.js: ajv's validators as plain code, so that nothing compiles at run time.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const root = new URL('../', import.meta.url);

/** Writes src/text/validators.js; one export per schema. */
export function writeValidators() {
  const ajv = new Ajv.default({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    strictTypes: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addKeyword('x-expected');
  const names = ['matrix', 'config', 'plan', 'baseline'];
  for (const name of names)
    ajv.addSchema(JSON.parse(readFileSync(new URL(`schema/${name}.json`, root), 'utf8')), name);
  const code = standaloneCode.default(
    ajv,
    Object.fromEntries(
      names.map((name) => [`validate${name[0].toUpperCase()}${name.slice(1)}`, name]),
    ),
  );
  // minLength and uniqueItems would bring helpers of ajv along
  if (code.includes('require(')) throw new Error('a keyword of a schema needs ajv at run time');
  // concat copies all errors for each more, which a file of many faults makes minutes of
  const add =
    'function addErrors(all, more) { for (const error of more) all.push(error); return all; }';
  const linear = `${code.replace(/vErrors\.concat\(([\w.]+\.errors)\)/g, 'addErrors(vErrors, $1)')}\n${add}\n`;
  if (linear.includes('.concat(')) throw new Error('ajv writes its code in another way now');
  // whole or not at all: two runs may write at the same time
  const unfinished = new URL(`src/text/validators.js.${process.pid}`, root);
  writeFileSync(unfinished, linear);
  renameSync(unfinished, new URL('src/text/validators.js', root));
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeValidators();
