// The data of one app -> its bar, its table and its panel, kept in step with the state in the address.
import { element } from './element.js';
import { makeGrid } from './grid.js';
import { KINDS } from './kinds.js';
import { fillPanel } from './panel.js';
import { listen } from './walk.js';

/** Draws an app into its place: `restore(state)` shows a state and keeps it up to date, `all()` draws every row. */
export function makeView(app, place, said, changed) {
  const rows = (app.rows || []).map((row) => ({ cells: '', ...row }));
  const columns = app.columns || [];
  const data = { ...app, rows, columns };
  const texts = rows.map((row) => textOf(row, columns));
  const grid = makeGrid(data, `Routes and permissions${app.name ? ` of ${app.name}` : ''}`);
  const scroller = element('div', { class: 'scroll' }, grid.table);
  const filter = element('input', {
    type: 'search',
    placeholder: '/ filter routes, files, permissions',
    'aria-label': 'Filter routes, files, permissions',
  });
  const owned = rows.filter(({ own }) => own).length;
  const own = scopeButton(`my app ${owned}`);
  const every = scopeButton(`all ${rows.length}`);
  const count = element('span', { class: 'quiet count-of' });
  const panel = element('aside', {
    class: 'panel',
    'aria-label': 'Details',
    tabindex: -1,
    hidden: '',
  });
  place.append(
    element(
      'div',
      { class: 'bar' },
      filter,
      element('span', { role: 'group', 'aria-label': 'Rows', class: 'scope' }, own, every),
      count,
    ),
    element(
      'div',
      { class: 'split' },
      element('div', { class: 'left' }, scroller, legend(rows)),
      panel,
    ),
  );
  place.hidden = false;
  let state = null;

  function refresh() {
    const words = state.filter.toLowerCase().split(/\s+/).filter(Boolean);
    const all = state.scope === 'all';
    const kept = rows.filter(
      (row, at) => (all || row.own) && words.every((word) => texts[at].includes(word)),
    );
    grid.show(kept);
    own.setAttribute('aria-pressed', !all);
    every.setAttribute('aria-pressed', all);
    const shown = kept.length === (all ? rows.length : owned) ? '' : `${kept.length} shown`;
    count.textContent = shown;
    if (words.length > 0) said(`${kept.length} rows`);
    mark();
  }

  function mark() {
    for (const old of grid.table.querySelectorAll('.chosen')) old.classList.remove('chosen');
    const at = columns.findIndex(({ id }) => id === state.column);
    const row = rows.find(({ id }) => id === state.row);
    const index = row ? grid.rows().indexOf(row) : -1;
    const cell = grid.cell(index, at);
    if ((row || at !== -1) && cell && (index !== -1 || !row)) {
      cell.classList.add('chosen');
      if (index !== -1) cell.parentElement.classList.add('chosen');
    }
    panel.textContent = '';
    panel.hidden = !row && at === -1;
    if (panel.hidden) return null;
    const close = element(
      'button',
      { type: 'button', class: 'close', 'aria-label': 'Close the details' },
      'close',
    );
    close.addEventListener('click', () => walk.leave());
    panel.append(close, ...fillPanel(data, row, at, said).filter(Boolean));
    return cell;
  }

  const walk = listen(grid, scroller, {
    choose(index, at) {
      const row = grid.rows()[index];
      state.row = row ? row.id : '';
      state.column = at >= 0 && columns[at] ? columns[at].id : '';
      mark();
      changed();
      if (!panel.hidden)
        said(
          `Details: ${[row && `${row.method} ${row.path}`, at >= 0 && columns[at].name].filter(Boolean).join(', ')}`,
        );
    },
    close() {
      state.row = '';
      state.column = '';
      mark();
      changed();
    },
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') walk.leave();
  });
  filter.addEventListener('input', () => {
    state.filter = filter.value;
    refresh();
    walk.reset();
    changed();
  });
  filter.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && filter.value === '') walk.focus();
    if (event.key === 'ArrowDown' || event.key === 'Enter') walk.focus();
  });
  for (const [button, scope] of [
    [own, 'own'],
    [every, 'all'],
  ])
    button.addEventListener('click', () => {
      state.scope = scope;
      refresh();
      walk.reset();
      changed();
    });
  return {
    restore(next) {
      state = next;
      // a linked row is shown wherever it stands
      const linked = rows.find(({ id }) => id === next.row);
      if (linked && !linked.own) state.scope = 'all';
      filter.value = next.filter;
      refresh();
      const cell = mark();
      if (cell) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      walk.reset();
    },
    all: () => grid.all(),
  };
}

const scopeButton = (text) => element('button', { type: 'button' }, text);

function textOf(row, columns) {
  const names = columns
    .filter((_, at) => row.cells[at] !== '.')
    .map(({ name, title }) => `${name} ${title || ''}`);
  const calls = (row.calls || []).flatMap((call) => [call.text, ...(call.places || [])]);
  return [row.method, row.path, row.lost || '', row.needs || '', ...names, ...calls]
    .join(' ')
    .toLowerCase();
}

function legend(rows) {
  const seen = new Set(rows.flatMap(({ cells }) => [...new Set(cells)]));
  const kinds = Object.entries(KINDS).filter(([kind]) => kind !== '.' && seen.has(kind));
  const item = ([, [type, symbol, words]]) =>
    element('li', {}, element('span', { class: `sample ${type}` }, symbol), ` ${words}`);
  return element('ul', { class: 'legend', 'aria-label': 'Symbols' }, kinds.map(item));
}
