// The shape of a chain of methods and of the request that it sends. Imports nothing.

/** One method of a chain, and what it is called with; `null` is the value, which stands for no argument at all. */
export interface ChainStep {
  readonly name: string;
  readonly argument: 'given' | 'omitted' | 'null';
}

/** What a chain sends; a number among the segments is the step whose argument stands there. */
export interface ChainRequest {
  readonly method: string;
  readonly segments: readonly (string | number)[];
}
