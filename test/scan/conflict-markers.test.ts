// Texts with the markers of git -> the same texts, as long as before, without them.
import { expect, it } from 'vitest';
import { blankConflictMarkers } from '../../src/scan/frontend/conflict-markers.js';

const [OURS, BASE, MIDDLE, THEIRS] = ['<<<<<<< HEAD', '||||||| a1', '=======', '>>>>>>> b'];

// `-` stands for a line that is blanked
it.each([
  ['a conflict', ['a', OURS, 'b', MIDDLE, 'c', THEIRS, 'd'], 'a - b - c - d'],
  ['one with its base', [OURS, 'a', BASE, 'b', MIDDLE, 'c', THEIRS], '- a - b - c -'],
  ['a marker that was left behind', [OURS, 'a()'], '- a()'],
  ['the end of one', ['a()', THEIRS, 'b()'], 'a() - b()'],
  ['a heading', ['Title', MIDDLE, 'text'], 'Title ======= text'],
  ['longer and shorter signs', ['<<<<<<<<', '>>>>>>', '<<<<<<<'], '<<<<<<<< >>>>>> <<<<<<<'],
])('%s', (_, lines, expected) => {
  const read = blankConflictMarkers(lines.join('\n')).split('\n');
  expect(read.map((line) => line.length)).toEqual(lines.map((line) => line.length));
  expect(read.map((line) => (line.trim() === '' ? '-' : line)).join(' ')).toBe(expected);
});

it('keeps the line ends of Windows', () => {
  expect(blankConflictMarkers('<<<<<<< HEAD\r\na\r\n=======\r\nb\r\n>>>>>>> c\r\n')).toBe(
    '            \r\na\r\n       \r\nb\r\n         \r\n',
  );
});
