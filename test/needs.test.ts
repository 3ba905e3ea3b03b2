// Calls, without grants -> what the headline of an audit says that the app needs.
import { expect, it } from 'vitest';
import { permlint } from './run.js';

const MATRIX = `version: 1
api: lab
servers: [https://api.lab.example]
permissions:
  Read: Read
  Edit: { title: Edit, includes: [{ name: Read, verified: true }] }
  Guess: { title: Guess, includes: [Read] }
  Admin: Admin
routes:
  GET /things: Read
  POST /things: Edit
  GET /guess: Guess
  GET /either: { anyOf: [Read, Admin] }
  GET /other: { anyOf: [Edit, Admin] }
  GET /both: [Edit, { anyOf: [Guess, Admin] }]
  GET /open: []
  GET /lab: unknown
  GET /limit: { unknown: [Read, Admin] }
  ANY /coarse/**: { requires: Read, basis: prefix }
  ANY /rough/**: { requires: { anyOf: [Read, Admin] }, basis: prefix }
`;

const CHOICE = 'one of several for';

it.each<[calls: string, sentence: string]>([
  ['GET /things', 'needs 1 permission of lab'],
  ['GET /things, POST /things', 'needs 2 permissions of lab'],
  ['GET /open', 'needs 0 permissions of lab'],
  ['GET /either', `needs permissions of lab: ${CHOICE} 1 call`],
  ['GET /either, GET /other', `needs permissions of lab: ${CHOICE} 2 calls`],
  ['GET /either, GET /things', 'needs 1 permission of lab'],
  ['GET /either, POST /things', 'needs 1 permission of lab'],
  ['GET /either, GET /guess', 'needs 1 permission of lab'],
  ['GET /other, GET /things', `needs 1 permission of lab, and ${CHOICE} 1 call`],
  ['GET /both', `needs 1 permission of lab, and ${CHOICE} 1 call`],
  ['GET /coarse/1', 'may need 1 permission of lab'],
  ['GET /coarse/1, GET /things', 'needs 1 permission of lab'],
  ['GET /coarse/1, GET /guess', 'needs 1 permission of lab, and may need 1 more'],
  ['GET /rough/1, GET /coarse/1', 'may need 1 permission of lab'],
  ['GET /limit', 'may need 2 permissions of lab'],
  ['GET /limit, GET /things', 'needs 1 permission of lab, and may need 1 more'],
  [
    'GET /guess, GET /coarse/1, GET /other',
    `needs 1 permission of lab, may need 1 more, and ${CHOICE} 1 call`,
  ],
])('%s', (calls, sentence) => {
  const { out } = permlint([...calls.split(', '), '-m', 'lab.yaml', '-f', 'json'], {
    files: { 'lab.yaml': MATRIX },
  });
  expect(JSON.parse(out).verdict.sentence).toBe(`This app ${sentence}`);
});

it.each<[calls: string, sentence: string]>([
  ['GET /lab', 'What this app needs of lab cannot be told: none of its calls can be judged'],
  ['GET /rough/1', 'What this app needs of lab cannot be told: none of its calls can be judged'],
  [
    'GET /lab, GET /open',
    'What can be judged needs no permission of lab; 1 of 2 calls cannot be judged',
  ],
  ['GET /lab, GET /things', 'This app needs 1 permission of lab'],
])('%s, which cannot be judged', (calls, sentence) => {
  const { out } = permlint([...calls.split(', '), '-m', 'lab.yaml', '-f', 'json'], {
    files: { 'lab.yaml': MATRIX },
  });
  expect(JSON.parse(out).verdict.sentence).toBe(sentence);
});
