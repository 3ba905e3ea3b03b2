// Reports -> one HTML file: the matrix with the app drawn onto it, for people and for tickets.
import { buildPage } from './html/build-page.js';
import { writeDocument } from './html/document.js';
import { defineReporter } from './reporter.js';

/** The page; it loads nothing and needs no server. */
export const html = defineReporter({
  id: 'html',
  summary: 'for reviews: one page, the matrix with the app drawn onto it',
  render: (reports) => writeDocument(reports.map(buildPage)),
});
