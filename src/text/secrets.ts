// Whether a text of a stranger may be repeated in a message.

/** A secret begins like a JWT, or has a long run of letters with digits in it. */
const SECRET =
  /eyJ[A-Za-z\d_-]{8}|(?=[A-Za-z\d]{20})[A-Za-z]*\d[A-Za-z]*\d|(?<![\w-])(?=(?:[A-Za-z_-]*\d){3})[\w-]{32}/;

/** Whether a text looks as if it held a token, a key, a password in a URL, or a query. */
export const looksSecret = (text: string): boolean => SECRET.test(text) || /[?@]|^eyJ/.test(text);
