// The text of a file -> whether it sets what all requests of a client carry.

const DEFAULTS =
  /\.defaults\s*(?:\.\s*(?:headers|auth|transformRequest)\b|\[|=|,|\))|\.interceptors(?!\s*\.\s*response)\b/;

/** Whether a file gives default headers, or interceptors of requests, to a client that a program has one of: axios. */
export const setsDefaults = (text: string): boolean =>
  text.includes('axios') && DEFAULTS.test(text);
