// A second file: a process or thread of its own.
import { request } from 'node:http';
import { expect, it } from 'vitest';

it('sends what it was told to', async () => {
  const url = `${process.env.BASE}/restapi/v1.0/account/~/extension/~/sms`;
  const status = await new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST' }, (response) => resolve(response.statusCode));
    sent.on('error', reject).end('body-secret');
  });
  expect(status).toBe(200);
});
