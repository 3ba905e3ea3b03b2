// The wrappers of a config -> their forms, a finding for each that says no path, and those that no call fits.
import { type ClientForm, parseClientForm } from '../calls/client-form.js';
import type { ConfigWord } from '../config/read-config.js';
import type { Finding } from '../model/report.js';
import { unreadable } from '../text/files.js';

/** The forms of a config, each with its word there. */
export type Forms = ReadonlyMap<ClientForm, ConfigWord>;

/** Reads the forms. */
export function readClients(words: readonly ConfigWord[]): {
  forms: Forms;
  findings: readonly Finding[];
} {
  const forms = new Map<ClientForm, ConfigWord>();
  const findings: Finding[] = [];
  for (const word of words) {
    const { text, location } = word;
    const form = parseClientForm(text);
    if (typeof form !== 'string') forms.set(form, word);
    else findings.push({ ...unreadable(location, form), message: `${text}: ${form}` });
  }
  return { forms, findings };
}

/** The wrappers of all apps of a run: one that any of them uses is used. */
export class StatedClients {
  private readonly words = new Map<string, { readonly word: ConfigWord; isUsed: boolean }>();

  /** @param fitting the forms that some call of the app fits; none where its code was not scanned as a whole */
  note(forms: Forms, fitting: ReadonlySet<ClientForm> | undefined): void {
    for (const [form, word] of forms) {
      const { file, line, column } = word.location;
      const key = `${file}:${line}:${column}`;
      const known = this.words.get(key) ?? { word, isUsed: false };
      known.isUsed ||= fitting?.has(form) ?? true;
      this.words.set(key, known);
    }
  }

  /** The words of a config that no app uses. */
  unusedIn(file: string | undefined): ConfigWord[] {
    return [...this.words.values()].flatMap(({ word, isUsed }) =>
      isUsed || word.location.file !== file ? [] : [word],
    );
  }
}
