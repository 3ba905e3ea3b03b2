// A call that no run need make -> each format says so beside it, and no other call is said to be so.
import { expect, it } from 'vitest';
import { permlint } from '../run.js';

const MATRIX = `version: 1
api: lab
permissions: { Read: Read, Edit: Edit }
routes:
  GET /things: Read
  POST /things: Edit
`;
const files = {
  'lab.yaml': MATRIX,
  'plan.yaml':
    'version: 1\ncalls:\n  - GET /things\n  - { method: POST, path: /things, possible: true }\n',
};
const run = (...argv: string[]) => permlint([...argv, '-m', 'lab.yaml'], { files }).out;

it.each<[argv: string, lines: string[]]>([
  ['calls plan.yaml', ['plan.yaml:4:5  POST /things possibly', '    maybe POST /things']],
  [
    'plan.yaml',
    [
      'This app needs 1 permission of lab, and may need 1 more',
      '    plan.yaml:4:5  POST /things possibly',
    ],
  ],
  ['plan.yaml -f oneline', ['plan.yaml:4:5: POST /things possibly needs Edit']],
  [
    'plan.yaml -f markdown',
    [
      '| `Edit` | `POST /things` possibly at `plan.yaml:4` |',
      '| `POST /things` possibly | `plan.yaml:4` | Edit |',
    ],
  ],
  ['calls plan.yaml -f plan', ['    possible: true']],
  [
    'plan.yaml -g Read',
    [
      'note[unresolved-call]: 1 call cannot be judged',
      '    it may never be made; if it is, it lacks Edit',
    ],
  ],
  [
    'plan.yaml -g Read,Edit',
    ['withheld: Edit: POST /things may never be made, and may need it if it is'],
  ],
  ['explain Edit plan.yaml', ['  plan.yaml:4:5  POST /things possibly']],
  [
    'explain plan.yaml:4',
    ['  sent     possibly: the code combines what it chooses, and no run need send this'],
  ],
])('%s', (argv, lines) => {
  const out = run(...argv.split(' '));
  for (const line of lines)
    expect(out.split('\n').map((each) => each.trimStart())).toContain(line.trimStart());
  expect(out).not.toMatch(/GET \/things`? possibly/);
});

it.each([
  ['Read', '<skipped message="it may never be made; if it is, it lacks a permission"/>'],
  ['Read,Edit', '<testcase classname="plan.yaml" name="POST /things"/>'],
])('junit, with %s', (grants, part) => {
  expect(run('plan.yaml', '-g', grants, '-f', 'junit')).toContain(part);
});
