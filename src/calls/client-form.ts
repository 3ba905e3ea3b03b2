// A wrapper as its owner writes it, `rc.send(method, path)` -> what it is called, and what each argument says.

/** A function of an app that is as good as an HTTP call. */
export interface ClientForm {
  /** The names that the call ends with: `rc`, `send`. */
  readonly names: readonly string[];
  /** What each argument is; `null`: nothing that matters. */
  readonly parameters: readonly ('method' | 'path' | 'url' | null)[];
}

/** Reads a form; a sentence where it says neither a path nor a URL. */
export function parseClientForm(text: string): ClientForm | string {
  const [, callee = '', list = ''] = /^([\w$.]+)\(([^()]*)\)$/.exec(text.trim()) ?? [];
  const parameters = list.split(',').map((word) => {
    const [name] = /^(method|path|url)$/i.exec(word.trim()) ?? [null];
    return (name?.toLowerCase() ?? null) as ClientForm['parameters'][number];
  });
  if (callee === '') return 'expected a call such as rc.send(method, path)';
  if (!parameters.includes('path') && !parameters.includes('url'))
    return 'one of its arguments must be path or url, as in rc.send(method, path)';
  return { names: callee.split('.').filter((name) => name !== ''), parameters };
}
