// All reporters; a new one takes its file and a line here.
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { oneline } from './oneline.js';
import { plan } from './plan.js';
import type { Reporter } from './reporter.js';
import { sarif } from './sarif.js';
import { text } from './text.js';

/** Every format that there is. */
export const reporters: readonly Reporter[] = [
  text,
  json,
  oneline,
  sarif,
  github,
  markdown,
  gitlab,
  junit,
  plan,
  html,
];
