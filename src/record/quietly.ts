// Something that a recorder does in the program of another -> the same without a trace of its faults.

/** A program must run as it does without a recorder, whatever it gives to its clients. */
export function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // what cannot be read is not recorded
  }
}
