// A suite as an app has it: one call without a mock, one with. Run by suites.test.ts alone.
import nock from 'nock';
import { afterEach, expect, it } from 'vitest';

const API = 'https://platform.ringcentral.com';

afterEach(() => nock.cleanAll());

it('asks a server', async () => {
  const response = await fetch(`${process.env.BASE}/restapi/v1.0/account/~/call-log`);
  expect(response.ok).toBe(true);
});

it('asks a mock', async () => {
  nock(API).get('/restapi/v1.0/account/~/recording/4711').reply(200, { id: 4711 });
  const response = await fetch(`${API}/restapi/v1.0/account/~/recording/4711`);
  expect(await response.json()).toEqual({ id: 4711 });
});
