// All forms of files that hold code; a new one takes its file and a line here.
import type { EmbeddedForm } from '../form.js';
import { dockerfile } from './dockerfile.js';
import { erb } from './erb.js';
import { makefile } from './makefile.js';
import { notebook } from './notebook.js';
import { packageScripts } from './package-scripts.js';
import { pages } from './pages.js';
import { phpTemplate } from './php-template.js';
import { pipelines } from './pipelines.js';
import { pug } from './pug.js';
import { razor } from './razor.js';
import { templates } from './templates.js';

/** In the order of the documentation. */
export const forms: readonly EmbeddedForm[] = [
  pages,
  notebook,
  phpTemplate,
  erb,
  razor,
  templates,
  pug,
  pipelines,
  makefile,
  dockerfile,
  packageScripts,
];

/** The form of a file by its path; `null` for a file that is code as a whole, or none. */
export const formOf = (path: string): EmbeddedForm | null =>
  forms.find((form) => form.isForm(path)) ?? null;
