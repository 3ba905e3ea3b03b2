// Clicks and keys on a table -> cells that have the focus or are chosen; one listener for all cells.

/** Lets arrows walk the cells, Enter, Space or a click choose one, Escape close. */
export function listen(grid, scroller, { choose, close }) {
  let [row, column] = [-1, -1];
  let focused = grid.cell(-1, -1);

  const reach = (nextRow, nextColumn) => {
    const width = grid.table.tHead.rows[0].cells.length - 2;
    row = Math.max(-1, Math.min(nextRow, grid.rows().length - 1));
    column = Math.max(-1, Math.min(nextColumn, width));
    const cell = grid.cell(row, column);
    if (!cell) return;
    focused.tabIndex = -1;
    focused = cell;
    cell.tabIndex = 0;
  };
  const placeOf = (target) => {
    const cell = target.closest('th, td');
    if (!cell || !scroller.contains(cell)) return null;
    const line = cell.parentElement;
    if (line.classList.contains('sum')) return null;
    return [line.dataset.row === undefined ? -1 : Number(line.dataset.row), cell.cellIndex - 1];
  };
  const STEPS = {
    ArrowUp: () => [row - 1, column],
    ArrowDown: () => [row + 1, column],
    ArrowLeft: () => [row, column - 1],
    ArrowRight: () => [row, column + 1],
    Home: (far) => [far ? -1 : row, -1],
    End: (far) => [far ? Number.MAX_SAFE_INTEGER : row, Number.MAX_SAFE_INTEGER],
    PageUp: () => [Math.max(0, row - 10), column],
    PageDown: () => [row + 10, column],
  };

  scroller.addEventListener('keydown', (event) => {
    const at = placeOf(event.target);
    if (!at) return;
    [row, column] = at;
    if (event.key === 'Enter' || event.key === ' ') choose(row, column);
    else if (event.key === 'Escape') close();
    else if (STEPS[event.key] && !event.altKey && !event.metaKey) {
      reach(...STEPS[event.key](event.ctrlKey));
      focused.focus();
    } else return;
    event.preventDefault();
  });
  scroller.addEventListener('click', (event) => {
    const at = placeOf(event.target);
    if (!at) return;
    reach(...at);
    focused.focus({ preventScroll: true });
    choose(...at);
  });
  scroller.addEventListener(
    'scroll',
    () => {
      if (scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 600) grid.more();
    },
    { passive: true },
  );
  const focus = () => {
    if (row < 0 && grid.rows().length > 0) row = 0;
    reach(row, column);
    focused.focus();
  };
  return {
    focus,
    /** Closes what is open and goes back to the cell that opened it. */
    leave() {
      close();
      reach(row, column);
      focused.focus();
    },
    /** After the rows were drawn anew. */
    reset() {
      const chosen = scroller.querySelector('td.chosen, th.chosen');
      const at = chosen && placeOf(chosen);
      if (at) reach(...at);
      else reach(-1, -1);
    },
  };
}
