// All reporters; a new one takes its file and a line here.
import { json } from './json.js';
import { oneline } from './oneline.js';
import { plan } from './plan.js';
import type { Reporter } from './reporter.js';
import { text } from './text.js';

/** Every format that there is. */
export const reporters: readonly Reporter[] = [text, json, oneline, plan];
