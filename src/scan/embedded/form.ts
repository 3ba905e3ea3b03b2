// The shape of a form of files that hold code of other languages: which files have it, and which stretches of them are code.

/** A stretch of the text of an outer file that is code. */
export interface Piece {
  /** Where it begins and ends in the outer text, as offsets. */
  readonly from: number;
  readonly to: number;
  /** What it is as code, where that is not what is written there: a character for its escape, or what binds two pieces. */
  readonly as?: string;
}

/** Code in an outer file that runs as one program: its pieces one behind the other, in the order in which they run. */
export interface EmbeddedCode {
  /** The id of the language. */
  readonly language: string;
  /** The ending of files with its syntax, where the language has several and this is not the first: `.ts`. */
  readonly ending?: string;
  readonly pieces: readonly Piece[];
}

/** A form of outer files. */
export interface EmbeddedForm {
  /** Its file name. */
  readonly id: string;
  /** One line: which files it is, and what is read of them. */
  readonly summary: string;
  /** The ids of the languages that such a file may hold; the first is the one that a file is imported for. */
  readonly languages: readonly string[];
  /** Whether a file has this form, by its path from the folder that is scanned. */
  isForm(path: string): boolean;
  /**
   * The code of a file of this form, an entry for each program; none where it holds none. Never throws: what cannot be
   * understood is in no piece, and is looked at as the rest of the file.
   */
  codeIn(text: string, path: string): EmbeddedCode[];
  /** Its code asks for no other file, so that it is read only where it names an API itself. */
  readonly standsAlone: boolean;
  /** What stays unread of such a file, as a sentence: `the HTML in it is not read`. */
  readonly unread: string;
}

/** Types a form; the id is its file name. */
export const defineForm = (form: EmbeddedForm): EmbeddedForm => form;
