// The HTTP clients of Kotlin, beside those of Java.
import type { Client } from './client.js';
import { java } from './java.js';

/** One entry each. */
export const kotlin: readonly Client[] = [
  {
    // Ktor
    names: /(^|\.)io\.ktor\.client\b/,
    sends: { request: 'GET', prepareget: 'GET', preparepost: 'POST', preparerequest: 'GET' },
  },
  ...java,
];
