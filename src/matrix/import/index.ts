// All formats that a matrix can be imported from; a new one takes its file and a line here.
import type { Importer } from './importer.js';
import { openapi } from './openapi.js';

/** Every format that there is. */
export const importers: readonly Importer[] = [openapi];
