export declare const GRAMMARS: Readonly<Record<string, string>>;
export declare function grammarFile(file: string): string;
