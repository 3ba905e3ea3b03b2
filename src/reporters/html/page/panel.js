// What is selected -> what stands beside the table: the row, the permission, and what the cell of both says.
import { breakable, breakablePath, copyLine, element } from './element.js';
import { KINDS, STATUS } from './kinds.js';

/** How many rows of the matrix a permission lists. */
const MOST_ROUTES = 200;

/** Fills the panel. */
export function fillPanel(app, row, at, said) {
  const column = at === -1 ? null : app.columns[at];
  const parts = [];
  if (row && column) {
    const [type, symbol, words] = KINDS[row.cells[at]];
    parts.push(
      element(
        'p',
        { class: `says ${type}` },
        element('b', {}, symbol),
        ` ${words}: `,
        breakable(column.name),
      ),
    );
  }
  if (row) parts.push(...aboutRow(row, said));
  if (column) parts.push(...aboutColumn(app, column, at, said));
  return parts;
}

const list = (items) =>
  element(
    'ul',
    {},
    items.map((item) => element('li', {}, item)),
  );

function field(label, ...content) {
  return element('div', { class: 'field' }, element('dt', {}, label), element('dd', {}, content));
}

function aboutRow(row, said) {
  const fields = [];
  const calls = row.calls || [];
  if (row.lost) fields.push(field('why', row.lost));
  fields.push(field('called', calls.length > 0 ? list(calls.map(aboutCall)) : 'by no call'));
  if (row.needs) fields.push(field('needs', element('code', {}, row.needs)));
  if (row.source)
    fields.push(field('row', element('span', { class: 'place' }, breakablePath(row.source))));
  if (row.docs) fields.push(field('docs', link(row.docs)));
  const notes = row.notes || [];
  if (notes.length > 0) fields.push(field('found', list(notes.map(aboutNote))));
  if (row.expect) fields.push(field('expect', list(row.expect)));
  if (row.body)
    fields.push(
      field(
        'body',
        element('pre', { tabindex: 0, 'aria-label': 'The body of the answer' }, row.body),
      ),
    );
  if (row.fix)
    fields.push(
      field(
        'fix',
        row.fix.map((line) => copyLine(line, said)),
      ),
    );
  return [
    element(
      'h2',
      {},
      element('span', { class: 'method' }, row.method),
      ' ',
      breakablePath(row.path),
    ),
    element('dl', {}, fields),
  ];
}

function aboutCall(call) {
  const places = call.places || [];
  const times = call.count > 1 ? ` ${call.count} times` : '';
  const how = call.how || [];
  return [
    ...places.map((place) => element('div', { class: 'place' }, breakablePath(place))),
    element('code', {}, breakablePath(call.text)),
    `${times}${call.maybe ? ', may reach another route' : ''}`,
    how.length > 0 ? element('details', {}, element('summary', {}, 'how'), list(how)) : null,
  ];
}

const aboutNote = ({ severity, check, text, suppressed }) => [
  element('span', { class: `severity ${severity}` }, severity),
  ' ',
  element('code', {}, check),
  ` ${text}`,
  suppressed ? element('div', { class: 'more' }, `set aside by ${suppressed}`) : null,
];

/** A link only where it leads to the web; any other text stays text. */
function link(text) {
  if (!/^https?:\/\//.test(text)) return text;
  return element(
    'a',
    { href: text, rel: 'noreferrer noopener', target: '_blank' },
    breakablePath(text),
  );
}

function aboutColumn(app, column, at, said) {
  const rows = app.rows.filter((row) => row.cells[at] !== '.');
  const needing = rows.filter((row) => row.times && 'mpcoina'.includes(row.cells[at]));
  const open = rows.filter((row) => row.cells[at] === '?');
  const idle = rows.filter((row) => 'rex'.includes(row.cells[at]));
  const name = (row) => [
    element('span', { class: 'method' }, row.method),
    ' ',
    breakablePath(row.path),
  ];
  const places = (row) => (row.calls || []).flatMap((call) => call.places || []);
  const withPlaces = (row) => [
    name(row),
    places(row).map((p) => element('div', { class: 'place' }, breakablePath(p))),
  ];
  const fields = [field('granted', [column.granted, column.where].filter(Boolean).join(': '))];
  fields.push(field('needed by', needing.length > 0 ? list(needing.map(withPlaces)) : 'no call'));
  if (open.length > 0) fields.push(field('could be by', list(open.map(withPlaces))));
  if (column.argument)
    fields.push(
      field(column.status === 'excess' ? 'proof' : 'why', list(column.argument.split('\n'))),
    );
  if (idle.length > 0) fields.push(field('also in', routes(idle, name)));
  const notes = column.notes || [];
  if (notes.length > 0) fields.push(field('found', list(notes.map(aboutNote))));
  if (column.fix)
    fields.push(
      field(
        'fix',
        column.fix.map((line) => copyLine(line, said)),
      ),
    );
  fields.push(field('more', copyLine(column.copy, said)));
  const question =
    app.mode === 'check' && column.granted === 'yes' ? 'Why do we have ' : 'What needs ';
  const status =
    app.mode === 'check'
      ? element('span', { class: `status ${column.status}` }, STATUS[column.status])
      : null;
  return [
    element('h2', {}, question, element('b', {}, breakable(column.name)), '? ', status),
    column.title && column.title !== column.name
      ? element('p', { class: 'quiet' }, `"${column.title}"`)
      : null,
    element('dl', {}, fields),
  ];
}

function routes(rows, name) {
  const shown = rows.slice(0, MOST_ROUTES).map(name);
  const rest = rows.length - shown.length;
  const summary = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'} that no call reaches`;
  const details = element(
    'details',
    {},
    element('summary', {}, summary),
    list([...shown, ...(rest > 0 ? [`and ${rest} more`] : [])]),
  );
  details.open = rows.length <= 6;
  return details;
}
