// Some things -> the one whose text is shortest.

/** The first of the smallest. */
export function smallest<T>(all: readonly T[], text: (one: T) => string): T {
  return all.reduce((best, one) => (text(one).length < text(best).length ? one : best));
}
