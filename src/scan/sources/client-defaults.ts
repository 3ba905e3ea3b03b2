// The text of a file -> whether it sets what all requests of a client carry.

/** Default headers and interceptors of axios, in whatever variable it is, and the default client of Go. */
const SETS = [
  ['.defaults', /\.defaults\s*(?:\.\s*(?:headers|auth|transformRequest)\b|\[|=|,|\))/],
  ['interceptors', /\binterceptors(?!\s*\.\s*response)\b/],
  ['defaults', /\bdefaults\b[^\n]{0,80}=\s*axios\b/],
  ['http.Default', /\bhttp\.Default(?:Client|Transport)\b[^\n]{0,40}=(?!=)/],
] as const;

/** Whether a file gives default headers, or interceptors of requests, to a client that a program has one of. */
export const setsDefaults = (text: string): boolean =>
  SETS.some(([sign, pattern]) => text.includes(sign) && pattern.test(text));
