// Columns and rows -> a table of which only the rows near the view are made; the rest is added while scrolling.
import { breakable, breakablePath, element } from './element.js';
import { KINDS, STATUS } from './kinds.js';

/** What fills the table at once, and a few more. */
const atOnce = () => Math.max(24, Math.ceil((innerHeight * 0.76) / 27) + 4);

/** Makes the table of an app: `show(rows)` draws rows, `cell(row, column)` finds one, `all()` draws what is left. */
export function makeGrid(app, label) {
  const columns = app.columns || [];
  const body = element('tbody');
  const table = element(
    'table',
    { role: 'grid', 'aria-label': label, 'aria-colcount': columns.length + 1 },
    head(app, columns),
    body,
  );
  let rows = [];
  let drawn = 0;
  const more = () => {
    const part = document.createDocumentFragment();
    for (const end = Math.min(rows.length, drawn + atOnce()); drawn < end; drawn++)
      part.append(drawRow(rows[drawn], drawn, columns));
    body.append(part);
  };
  const until = (index) => {
    while (drawn <= index && drawn < rows.length) more();
  };
  return {
    table,
    rows: () => rows,
    show(next) {
      rows = next;
      drawn = 0;
      body.textContent = '';
      table.setAttribute('aria-rowcount', rows.length + 3);
      more();
    },
    more,
    all: () => until(rows.length),
    /** The cell of a row and a column, both counted from -1, the heads. */
    cell(row, column) {
      if (row < 0) return table.tHead.rows[0].cells[column + 1];
      until(row);
      return body.rows[row]?.cells[column + 1];
    },
  };
}

function head(app, columns) {
  const rows = app.rows || [];
  const needed = columns.map(
    (_, at) => rows.filter((r) => r.own && r.times && 'mpcoin'.includes(r.cells[at])).length,
  );
  const names = columns.map((column, at) =>
    element(
      'th',
      {
        scope: 'col',
        class: `name ${app.mode === 'check' ? column.status : ''}`,
        tabindex: -1,
        'data-column': at,
        'aria-label': `${column.name}${column.scheme ? `, ${column.scheme}` : ''}, ${app.mode === 'check' ? STATUS[column.status] : 'needed'}`,
      },
      breakable(column.name),
      column.scheme ? element('small', {}, column.scheme) : null,
    ),
  );
  const line = (text, cells) =>
    element('tr', { class: 'sum' }, element('th', { scope: 'row' }, text), cells);
  return element(
    'thead',
    {},
    element(
      'tr',
      {},
      element('th', { scope: 'col', class: 'corner', tabindex: 0 }, 'route'),
      names,
    ),
    app.mode === 'check'
      ? line(
          'granted?',
          columns.map(({ granted, status }) => element('td', { class: status }, granted || '')),
        )
      : null,
    line(
      'needed by',
      needed.map((n) => element('td', {}, String(n))),
    ),
  );
}

function drawRow(row, index, columns) {
  const lost = row.lost ? element('small', { class: 'lost' }, row.lost) : null;
  const route = element(
    'th',
    { scope: 'row', class: 'route', tabindex: -1 },
    element(
      'span',
      { class: 'line' },
      element('span', { class: 'method' }, row.method),
      ' ',
      element('span', { class: 'path' }, breakablePath(row.path), lost ? [' ', lost] : []),
      element('span', { class: 'times' }, row.times ? `${row.times}\u00d7` : '\u2013'),
    ),
  );
  const cells = columns.map((column, at) => {
    const kind = row.cells[at];
    const [type, symbol, words] = KINDS[kind];
    const label = `${symbol}, ${words}: ${column.name}`;
    return element(
      'td',
      { class: type, tabindex: -1, 'aria-label': label, title: kind === '.' ? null : label },
      symbol,
    );
  });
  return element(
    'tr',
    { 'data-row': index, 'aria-rowindex': index + 4, class: row.times ? null : 'uncalled' },
    route,
    cells,
  );
}
