// The languages that random programs are printed in.
import { CSharp } from './c-sharp.js';
import { Go } from './go.js';
import { Java } from './java.js';
import { JavaScript } from './javascript.js';
import { Kotlin } from './kotlin.js';
import { Php } from './php.js';
import { PowerShell } from './powershell.js';
import type { Printer } from './printer.js';
import { Python } from './python.js';
import { Ruby } from './ruby.js';
import { Shell } from './shell.js';

export const LANGUAGES = {
  JavaScript: new JavaScript(),
  Python: new Python(),
  Ruby: new Ruby(),
  PHP: new Php(),
  Java: new Java(),
  Kotlin: new Kotlin(),
  'C#': new CSharp(),
  Go: new Go(),
  shell: new Shell(),
  PowerShell: new PowerShell(),
} satisfies Record<string, Printer>;
export type Language = keyof typeof LANGUAGES;
