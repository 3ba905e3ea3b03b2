// What differs between languages in how names, files and calls behave. Imports nothing.

/** What an evaluation has to know of a language besides the lowered form of its files. */
export interface LanguageTraits {
  /** Which functions assign to the variables around them unless they declare them: all, closures, or none. */
  readonly assignsOuter: 'all' | 'closures' | 'none';
  /** How an import leads to a file: by its path or dotted name, by what configs say too, to a folder of a package, to a script. */
  readonly imports: 'paths' | 'modules' | 'folders' | 'scripts';
  /** What the name of a file may have behind what an import says, in the order of trying. */
  readonly endings: readonly string[];
  /** A package is all files of one folder with its name, or all files with its name. */
  readonly packages: 'folder' | 'name';
  /** A name that a package does not bind may be a file in its folder. */
  readonly submodules: boolean;
  /** Several files may hold parts of one class. */
  readonly partialClasses: boolean;
  /** A variable that is assigned to another one gives it an object of its own. */
  readonly copiesObjects: boolean;
  /** Files see each other without imports. */
  readonly autoloads: boolean;
  /** A function of one file is called from any other one, without imports. */
  readonly sharesFunctions: boolean;
  /** A parameter that nobody gives is the empty text, and not unknown. */
  readonly absentIsEmpty: boolean;
  /** A loop over a dict takes its keys, not its values. */
  readonly iteratesKeys: boolean;
  /** A client may be a bare function: `got(url)`. */
  readonly functionClients: boolean;
  /** A text that is called is the name of a function. */
  readonly callsTexts: boolean;
  /** Code says the type of what it calls: whoever is given an object calls it under its type. */
  readonly typed: boolean;
  /** The language whose packages and classes it shares, by its id; `null` for its own. */
  readonly platform: string | null;
  /** A call is a command of a shell. */
  readonly commands: boolean;
}
