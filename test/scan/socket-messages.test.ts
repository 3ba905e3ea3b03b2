// Messages that an app sends over a socket -> the requests that they are.
import { expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const CLOSE = 'GET /restapi/v1.0/account/~/presence';
const rows: readonly [what: string, file: string, source: string, calls: string[]][] = [
  [
    'a list in JSON',
    'a.js',
    "ws.send(JSON.stringify([{ type: 'ClientRequest', method: 'GET', path: '/restapi/v1.0/account/~/presence' }]));",
    [`1 ${CLOSE}`],
  ],
  [
    'a message alone',
    'a.js',
    "ws.send({ type: 'ClientRequest', method: 'GET', path: '/restapi/v1.0/account/~/presence' });",
    [`1 ${CLOSE}`],
  ],
  [
    'a message in a variable',
    'a.py',
    'message = [{"type": "ClientRequest", "method": "GET", "path": "/restapi/v1.0/account/~/presence"}]\nws.send(json.dumps(message))',
    [`1 ${CLOSE}`],
  ],
  [
    'what callers give',
    'a.js',
    "const ask = (method, path) => ws.send(JSON.stringify([{ type: 'ClientRequest', method, path }]));\nask('GET', '/restapi/v1.0/account/~/presence');",
    [`2 ${CLOSE}`],
  ],
  [
    'a path that the code does not say',
    'a.js',
    "ws.send(JSON.stringify([{ type: 'ClientRequest', method: 'GET', path: next() }, null])); // /restapi/v1.0",
    ['1 GET {}'],
  ],
  [
    'a subscription',
    'a.rb',
    "ws.send([{ type: 'ClientRequest', method: 'POST', path: '/restapi/v1.0/subscription' }, { eventFilters: ['/restapi/v1.0/account/~/presence'], deliveryMode: { transportType: 'WebSocket' } }].to_json)",
    ['1 POST /restapi/v1.0/subscription /restapi/v1.0/account/~/presence by WebSocket'],
  ],
  [
    'a message that is written out',
    'a.js',
    'ws.send(\'[{"type":"ClientRequest","messageId":"1","method":"GET","path":"/restapi/v1.0/account/~/presence"}]\');',
    [`1 ${CLOSE}`],
  ],
  [
    'a message of another kind',
    'a.js',
    "ws.send(JSON.stringify([{ type: 'Heartbeat', messageId: '1' }])); // /restapi/v1.0",
    [],
  ],
];

it.each(rows)('reads %s', async (_, file, source, calls) => {
  expect(await callsIn(file, source)).toEqual(calls);
});
