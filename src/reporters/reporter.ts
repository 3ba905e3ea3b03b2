// The shape of a reporter: the reports of a run -> text. Reads nothing else.
import type { Report } from '../model/report.js';

/** How a person wants it shown. */
export interface RenderOptions {
  readonly color: boolean;
  /** Nothing folded. */
  readonly all: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** Writes reports in one format. */
export interface Reporter {
  /** Its file name, and the value of `--format`. */
  readonly id: string;
  /** One line: what it writes, for whom. */
  readonly summary: string;
  /** @param reports one per app, at least one */
  render(reports: readonly Report[], options: RenderOptions): string;
}

/** Types a reporter; the id is its file name. */
export const defineReporter = (reporter: Reporter): Reporter => reporter;
