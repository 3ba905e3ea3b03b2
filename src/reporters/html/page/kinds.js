// What the kinds of cells look like, and what they say in words.

/** Kind -> class, symbol, words. */
export const KINDS = {
  m: ['missing', 'MISS', 'missing'],
  p: ['missing maybe', 'MISS?', 'possibly missing'],
  c: ['missing', '1 of', 'one of several, none of which is granted'],
  '?': ['open', '?', 'cannot tell: a call could land here'],
  i: ['open', 'ok?', 'granted by an inclusion that is not verified'],
  o: ['fine', 'ok', 'needed and granted'],
  n: ['needed', 'need', 'needed'],
  v: ['fine', 'incl', 'granted, stands for one that is needed'],
  a: ['other', 'or', 'another way, not needed'],
  e: ['excess', 'EXC', 'excess: only rows that no call reaches need it'],
  x: ['excess', 'EXC?', 'possibly excess: of the calls that are known, none reaches this row'],
  r: ['other', 'req', 'required by this row, which no call reaches'],
  '.': ['nothing', '\u00b7', 'not required'],
};

/** Status of a column -> words. */
export const STATUS = {
  missing: 'missing',
  excess: 'excess',
  open: 'cannot tell',
  fine: 'fine',
};
