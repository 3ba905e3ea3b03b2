// One stage of the built scan, as a process. `choose FOLDER` -> the files that a scan parses, in order, as JSON.
// `lower FOLDER`, and that list on standard input -> nothing: they are parsed and lowered, in the threads of a scan.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const [stage, folder] = process.argv.slice(2);
const path = join(root, 'dist', 'scan.cjs');
const scan = require(path);

if (stage === 'choose') choose();
else lower(JSON.parse(readFileSync(0, 'utf8')));

/** Runs the program itself until it wants files to be lowered. */
function choose() {
  const lowerInThreads = (_root, sources) => {
    console.log(JSON.stringify(sources.map(({ file }) => file)));
    process.exit();
  };
  require.cache[path].exports = { ...scan, lowerInThreads, beginThreads() {} };
  process.argv = [process.execPath, 'permlint', 'calls', folder, '--no-config', '-f', 'json'];
  require(join(root, 'dist', 'main.cjs'));
}

function lower(files) {
  scan.beginThreads(root);
  const sources = files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  const lowered = scan.lowerInThreads(root, sources);
  if (lowered.length === 0) throw new Error(`nothing of ${folder} was lowered`);
}
