// The fragment of the URL <-> what is selected, so that a cell can be linked.

/** Reads the state: app, scope, filter, the row and the column that are selected. */
export function readState() {
  const words = new URLSearchParams(location.hash.slice(1));
  return {
    app: words.get('app') || '',
    scope: words.get('scope') === 'all' ? 'all' : 'own',
    filter: words.get('filter') || '',
    row: words.get('row') || '',
    column: words.get('column') || '',
  };
}

/** Writes the state without a step in the history. */
export function writeState(state) {
  const words = new URLSearchParams();
  for (const key of ['app', 'scope', 'filter', 'row', 'column'])
    if (state[key] && state[key] !== 'own') words.set(key, state[key]);
  const text = words.toString();
  try {
    history.replaceState(null, '', text ? `#${text}` : location.pathname + location.search);
  } catch {
    // some pages may not touch their address; then a cell has no link there
  }
}
