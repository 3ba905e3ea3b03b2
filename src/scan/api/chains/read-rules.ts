// What a matrix says of its clients -> the rules of their chains.
import type { Sdk } from '../../../model/sdk.js';
import type { SdkRules } from './rules.js';

const mapOf = <T>(record: Readonly<Record<string, T>> = {}): Map<string, T> =>
  new Map(Object.entries(record));

/** Reads the rules. */
export const readRules = (sdk: Sdk): SdkRules => ({
  versions: mapOf(sdk.versions),
  defaults: mapOf(sdk.defaults),
  optional: mapOf(sdk.optional),
  collection: mapOf(sdk.collection),
  names: mapOf(sdk.names),
  languages: new Map(
    Object.entries(sdk.languages ?? {}).map(([language, { words, lowerToo, reserved }]) => [
      language,
      { words, lowerToo: lowerToo ?? false, reserved: mapOf(reserved) },
    ]),
  ),
});
