// What an import has to tell, by the keys it is about -> findings with places; the same sentence is told once.
import type { Finding, Severity } from '../../model/report.js';
import type { JsonPath } from '../../text/json-places.js';
import type { SourceDocument } from './source-document.js';

interface Told {
  readonly severity: Severity;
  readonly check: string;
  readonly message: string;
  readonly path: JsonPath;
  times: number;
}

/** Gathers findings while a document is read; their places are looked up at the end. */
export class FindingLog {
  private readonly told = new Map<string, Told>();

  /** Notes a finding; the place is that of the first of its kind. */
  add(severity: Severity, check: string, message: string, path: JsonPath): void {
    const key = `${check} ${message}`;
    const before = this.told.get(key);
    if (before) before.times++;
    else this.told.set(key, { severity, check, message, path, times: 1 });
  }

  /** Gives the findings, with their places. */
  finish(file: string, source: SourceDocument): Finding[] {
    const all = [...this.told.values()];
    const place = source.locate(all.map(({ path }) => path));
    const own = all.map(({ severity, check, message, path, times }): Finding => {
      const more = times > 1 ? ` (and ${times - 1} more of these)` : '';
      const location = { file, ...place(path) };
      return { check, severity, message: message + more, location, related: [], data: {} };
    });
    return [...source.findings, ...own];
  }
}
