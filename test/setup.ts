// Before the suite: the validators that the build compiles from schema/*.json.
import { writeValidators } from '../.ci/validators.mjs';

export default function setup(): void {
  writeValidators();
}
