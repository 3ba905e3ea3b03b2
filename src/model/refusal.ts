// What a matrix says of the refusals of its API: the answer to expect, which codes and wordings mean what. Types alone; imports nothing.

/** What the API answers when a permission lacks; `{permission}` stands in its strings. */
export interface Refusal {
  readonly status: number;
  readonly body: unknown;
}

/** What a code or a wording says: the scheme of the permission that lacks, or in words what lacks instead. */
export interface RefusalMeaning {
  readonly scheme: string | null;
  readonly means: string | null;
}

/** What a code of the API says, and the HTTP status that it usually comes with. */
export interface RefusalCode extends RefusalMeaning {
  readonly status: number | null;
}

/** A sentence of the API; `{permission}` in it is one name, `{permissions}` a list of which one is enough. */
export interface RefusalWording extends RefusalMeaning {
  readonly says: string;
}

/** A key of a body whose value names the permission; with `is`, the pair of keys that name and hold it. */
export interface RefusalField {
  readonly name: string;
  readonly is: string | null;
  readonly value: string | null;
}

/** How an API words its refusals. */
export interface RefusalForms {
  readonly codes: ReadonlyMap<string, RefusalCode>;
  readonly wordings: readonly RefusalWording[];
  readonly fields: readonly RefusalField[];
}
