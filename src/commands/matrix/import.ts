// permlint matrix import: a vendor's document -> a matrix on standard output or in a file, new or brought up to date.
import type { Host } from '../../host/host.js';
import type { ImportedPack, ImportSettings } from '../../matrix/import/importer.js';
import { importers } from '../../matrix/import/index.js';
import { DEFAULT_SETTINGS, readImported } from '../../matrix/import/read-imported.js';
import { updatePack } from '../../matrix/import/update-pack.js';
import { writePack } from '../../matrix/import/write-pack.js';
import { isMatrixPath, loadMatrices } from '../../matrix/index.js';
import { readMatrix } from '../../matrix/read-matrix.js';
import { COMMAND_LINE, type Matrix, STANDARD_INPUT } from '../../model/model.js';
import type { Finding } from '../../model/report.js';
import { placeText } from '../../reporters/layout.js';
import { readText, unreadable } from '../../text/files.js';
import { lineFinder } from '../../text/line-index.js';
import { defineCommand, oneOf, UsageError } from '../command.js';
import { writeFile } from '../outputs.js';
import {
  addImportOptions,
  type ImportOptions,
  readImportOptions,
  type StatedImport,
} from './import-options.js';

/** Builds a matrix from a document of the vendor. */
export const importMatrix = defineCommand({
  id: 'import',
  summary: 'build a matrix from a document of the vendor',
  examples: [['permlint matrix import openapi openapi.json -w api.yaml', 'a matrix from OpenAPI']],
  define(command, host, end) {
    const formats = importers.map(({ id, summary }) => `${id} (${summary})`).join(', ');
    addImportOptions(
      command.argument('<format>', formats).argument('<file>', 'the document; - is standard input'),
    ).action((format: string, file: string, options: ImportOptions) => {
      end(runImport(format, file, options, host));
    });
  },
});

/** A matrix that is to be brought up to date. */
interface Present {
  readonly file: string;
  readonly text: string;
  readonly matrix: Matrix;
  /** Those that it extends. */
  readonly bases: readonly Matrix[];
}

function runImport(format: string, file: string, options: ImportOptions, host: Host): 0 | 2 {
  const known = importers.map(({ id }) => id);
  const id = oneOf('matrix import', format, known);
  const importer = importers.find((one) => one.id === id)!;
  const stated = readImportOptions(options);
  const { present, findings: faults } = readPresent(options.write, host);
  if (faults.length > 0) return fail(faults, host);
  const before = present && readImported(present.text);
  const settings: ImportSettings = {
    ...DEFAULT_SETTINGS,
    ...(before?.format === id && before.settings),
    ...stated.settings,
  };
  const path = file === '-' ? STANDARD_INPUT : file;
  const input = readText(host.files, path);
  if ('finding' in input) return fail([input.finding], host);
  const shown = path === STANDARD_INPUT ? path : host.files.local(path);
  const names = { ...stated.names, api: stated.names.api ?? present?.matrix.api ?? null };
  const { value, findings } = importer.read(input.text, shown, settings, names);
  if (!value) return fail(findings, host);
  if (value.api === '')
    throw new UsageError('the document has no title to name the API after; --api NAME does');
  tell(findings, host);
  host.complain(`${summaryOf(shown, value)}\n`);
  if (present) return update(present, value, stated, options.write!, host);
  const text = writePack(value, stated.date);
  if (options.write === undefined) host.print(text);
  else writeFile(options.write, text, host);
  return 0;
}

/** No file yet is no fault; one that cannot be brought up to date is. */
function readPresent(
  path: string | undefined,
  { files }: Host,
): { present: Present | null; findings: readonly Finding[] } {
  if (path === undefined || files.kind(path) === null) return { present: null, findings: [] };
  const file = files.local(path);
  const input = readText(files, path);
  if ('finding' in input) return { present: null, findings: [input.finding] };
  const location = { file: COMMAND_LINE, line: 1, column: 1 };
  const word = isMatrixPath(path) ? path : `./${path}`;
  const { matrices, findings } = loadMatrices([{ text: word, location }], files);
  const matrix = matrices.find((one) => one.file === file);
  if (findings.length > 0 || !matrix) {
    const message = `${file} has faults, so it is not brought up to date`;
    const fault = { ...unreadable(file, 'it has faults'), message };
    return { present: null, findings: [...findings, fault] };
  }
  const bases = matrices.filter((one) => one !== matrix);
  return { present: { file, text: input.text, matrix, bases }, findings: [] };
}

function update(
  { file, text, matrix, bases }: Present,
  pack: ImportedPack,
  { date, names }: StatedImport,
  path: string,
  host: Host,
): 0 | 2 {
  const updated = updatePack(text, matrix, pack, { date, title: names.title });
  if ('obstacle' in updated) {
    const message = `${file} is not brought up to date: ${updated.obstacle}`;
    return fail([{ ...unreadable(file, updated.obstacle), message }], host);
  }
  // a file that loads is never made one that does not
  const [fault] = readMatrix(updated.text, file, bases).findings;
  if (fault) {
    const message = `${file} is not brought up to date, for it would have a fault: ${fault.message}`;
    return fail([{ ...fault, message }], host);
  }
  const place = lineFinder(updated.text);
  for (const { kind, message, offset } of updated.changes)
    host.complain(`${placeText({ file, ...place(offset) })}  ${kind}: ${message}\n`);
  if (updated.text !== text) writeFile(path, updated.text, host);
  return 0;
}

function summaryOf(file: string, { operations, rows, permissions }: ImportedPack): string {
  const unknown = rows.filter(({ requires }) =>
    [...requires.values()].every(({ kind }) => kind === 'unknown'),
  ).length;
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  return `${file}: ${count(operations, 'operation')}, ${count(rows.length, 'row')} (${unknown} unknown), ${count(permissions.length, 'permission')}`;
}

function fail(findings: readonly Finding[], host: Host): 2 {
  tell(findings, host);
  return 2;
}

function tell(findings: readonly Finding[], host: Host): void {
  for (const { check, severity, message, location } of findings)
    host.complain(`${placeText(location)}  ${severity}[${check}]: ${message}\n`);
}
