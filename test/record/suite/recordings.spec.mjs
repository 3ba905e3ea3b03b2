// A second file: a process or thread of its own.
import axios from 'axios';
import { expect, it } from 'vitest';

it('sends what it was told to', async () => {
  const url = `${process.env.BASE}/restapi/v1.0/account/~/extension/~/sms`;
  const { status } = await axios.post(url, { text: 'body-secret' });
  expect(status).toBe(200);
});
