// A finding of a loader -> one line for standard error that says where it is.
import type { Finding } from '../model/report.js';
import { placeText } from '../reporters/layout.js';

/** A message that begins with the file needs no place before it. */
export const findingLine = ({ message, location }: Finding): string =>
  message.startsWith(location.file) ? message : `${placeText(location)}: ${message}`;
