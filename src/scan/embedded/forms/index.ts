// All forms of files that hold code; a new one takes its file and a line here.
import type { EmbeddedForm } from '../form.js';
import { dockerfile } from './dockerfile.js';
import { makefile } from './makefile.js';
import { packageScripts } from './package-scripts.js';
import { pages } from './pages.js';
import { pipelines } from './pipelines.js';

/** In the order of the documentation. */
export const forms: readonly EmbeddedForm[] = [
  pages,
  pipelines,
  makefile,
  dockerfile,
  packageScripts,
];

/** The form of a file by its path; `null` for a file that is code as a whole, or none. */
export const formOf = (path: string): EmbeddedForm | null =>
  forms.find((form) => form.isForm(path)) ?? null;
