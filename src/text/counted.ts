// A number and a noun -> both in words: `1 call`, `2 calls`.

/** The noun takes an s, but for one. */
export const counted = (n: number, noun: string): string => `${n} ${n === 1 ? noun : `${noun}s`}`;
