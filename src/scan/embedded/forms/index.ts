// All forms of files that hold code; a new one takes its file and a line here.
import type { EmbeddedForm } from '../form.js';
import { erb } from './erb.js';
import { notebook } from './notebook.js';
import { phpTemplate } from './php-template.js';
import { razor } from './razor.js';
import { templates } from './templates.js';

/** In the order of the documentation. */
export const forms: readonly EmbeddedForm[] = [notebook, phpTemplate, erb, razor, templates];
