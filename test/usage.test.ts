// A command line that cannot be run: exit code 2, the reason, and no report.
import { describe, expect, it } from 'vitest';
import { permlint } from './run.js';

const LOG = 'GET /v1.0/account/~/call-log';

describe('a command line that cannot be run ends with 2, says why, and judges nothing', () => {
  it.each([
    [['--fail-on', 'warnings', LOG], 'did you mean warning'],
    [['--fail-on'], '--fail-on'],
    [['-f', 'jsn', LOG], 'did you mean json'],
    [['-f', 'text', '-f', 'json', LOG], 'standard output'],
    [['--color', 'sometimes', LOG], '--color'],
    [['--as', 'pla', LOG], 'did you mean plan'],
    [['--grant', 'none', LOG], 'Did you mean --grants?'],
    [['--nonsense', LOG], '--nonsense'],
    [['-g'], '--grants'],
    [['--server', 'localhost', LOG], 'http://'],
    [['-c', 'nothing.yaml'], 'no calls'],
    [['chek', LOG], 'did you mean check'],
    [['plan.tx'], 'plan.tx'],
    [['GET', '/v1.0/account/~/call-log'], 'one word'],
    [['-', '-g', '-'], 'standard input'],
    [['calls', '--fail-on', 'note', LOG], '--fail-on'],
    [['calls', '-g', 'none', LOG], '-g'],
    [['matrix'], 'show'],
    [['matrix', 'shw'], 'show'],
    [['matrix', 'show', 'permissions.yaml'], '-m names a matrix'],
  ])('%j: %s', (argv, says) => {
    const { code, out, err } = permlint(argv, {
      files: { 'permissions.yaml': '', 'nothing.yaml': 'version: 1\n' },
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });

  it.each([[['--help']], [['--version']], [['check', '--help']], [['matrix', 'show', '--help']]])(
    '%j ends with 0',
    (argv) => {
      expect(permlint(argv)).toMatchObject({ code: 0, err: '' });
    },
  );
});
