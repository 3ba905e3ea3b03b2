// The text of an outer file -> the code of a language in it, and whether its pieces lie as they must.
import { expect } from 'vitest';
import type { EmbeddedForm } from '../../../src/scan/embedded/form.js';
import { textOf } from '../../../src/scan/embedded/pieces.js';

/** The code of a language in a file; empty where it holds none. */
export function codeIn(form: EmbeddedForm, path: string, text: string, language: string): string {
  expect(form.isForm(path)).toBe(true);
  const codes = form.codeIn(text, path);
  for (const code of codes) {
    expect(form.languages).toContain(code.language);
    for (const { from, to } of code.pieces)
      expect(0 <= from && from <= to && to <= text.length).toBe(true);
  }
  const [code, ...others] = codes.filter((one) => one.language === language);
  expect(others).toEqual([]);
  return code ? textOf(text, code.pieces) : '';
}
