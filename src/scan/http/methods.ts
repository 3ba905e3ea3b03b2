// The methods of HTTP, as requests name them.
import { words } from '../name-tables.js';

/** All that are known. */
export const METHODS: ReadonlySet<string> = new Set(
  words('GET POST PUT PATCH DELETE HEAD OPTIONS'),
);

/** Those that routes have, for trying one by one where the code does not say the method. */
export const ROUTE_METHODS: readonly string[] = words('GET POST PUT PATCH DELETE');
