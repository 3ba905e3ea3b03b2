// The wrappers of a config -> their forms, and a finding for each that says no path.
import { type ClientForm, parseClientForm } from '../calls/client-form.js';
import type { ConfigWord } from '../config/read-config.js';
import type { Finding } from '../model/report.js';
import { unreadable } from '../text/files.js';

/** Reads the forms. */
export function readClients(words: readonly ConfigWord[]): {
  forms: readonly ClientForm[];
  findings: readonly Finding[];
} {
  const forms: ClientForm[] = [];
  const findings: Finding[] = [];
  for (const { text, location } of words) {
    const form = parseClientForm(text);
    if (typeof form !== 'string') forms.push(form);
    else findings.push({ ...unreadable(location, form), message: `${text}: ${form}` });
  }
  return { forms, findings };
}
