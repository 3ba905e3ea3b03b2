// Things that are alike -> the one that stands for them: looked for by two of their parts, told apart by the others.

/** Keeps the first of all that are alike; nothing in it outlives the first of the two parts. */
export class Pool<T> {
  private readonly known = new WeakMap<object, Map<unknown, T[]>>();

  /** @param isAlike compares the other parts; the more the two say, the fewer things it is asked about */
  one(first: object, second: unknown, isAlike: (other: T) => boolean, make: () => T): T {
    let bySecond = this.known.get(first);
    if (!bySecond) {
      bySecond = new Map();
      this.known.set(first, bySecond);
    }
    const all = bySecond.get(second);
    const known = all?.find(isAlike);
    if (known !== undefined) return known;
    const made = make();
    // a list that is written out has no room to spare: most have one item
    if (all) all.push(made);
    else bySecond.set(second, [made]);
    return made;
  }
}
