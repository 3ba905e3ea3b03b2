// The validators that the build compiles from schema/*.json (see .ci/validators.mjs).

/** What ajv reports, as far as it is used here. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}

/** A compiled JSON Schema; the errors of the last run hang on the function. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

export declare const validateMatrix: Validator;
export declare const validateConfig: Validator;
export declare const validatePlan: Validator;
export declare const validateBaseline: Validator;
