// Before the suite: what the build makes of schema/*.json and of the parts of the HTML page.
import { writePage } from '../.ci/page.mjs';
import { writeValidators } from '../.ci/validators.mjs';

export default function setup(): void {
  writeValidators();
  writePage();
}
