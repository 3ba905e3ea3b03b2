// All languages of the scan; a new one takes its file (or folder) and a line here.
import type { ScanLanguage } from '../language.js';
import { cSharp } from './c-sharp/index.js';
import { go } from './go/index.js';
import { java } from './java/index.js';
import { javascript } from './javascript/index.js';
import { php } from './php/index.js';
import { python } from './python/index.js';
import { ruby } from './ruby/index.js';

/** In the order of the documentation. */
export const languages: readonly ScanLanguage[] = [javascript, python, php, ruby, java, cSharp, go];

/** The language of a file by its ending; `null` where no language has it. */
export const languageOf = (file: string): ScanLanguage | null =>
  languages.find(({ extensions }) => extensions[endingOf(file)] !== undefined) ?? null;

/** The ending of a file name, with the dot, in lower case. */
export const endingOf = (file: string): string => /\.[^./]+$/.exec(file)?.[0].toLowerCase() ?? '';
