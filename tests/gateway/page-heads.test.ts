import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../answers/running-gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway(null, 'ee', { pageQuestions: 1 });
});

afterAll(() => gateway.close());

const places = [
  '/',
  '/ask',
  '/study',
  '/person',
  '/services',
  '/services/passport',
  '/services/nothing',
  '/verify',
  '/object',
  '/objections',
  '/register',
  '/transparency',
  '/transparency/charter',
];

test.each(places)('HEAD %s answers as GET does, without the page', async (place) => {
  const asked = async (method: string): Promise<Response> => fetch(gateway.address + place, { method, redirect: 'manual' });
  const [head, get] = await Promise.all([asked('HEAD'), asked('GET')]);
  expect(head.status).toBe(get.status);
  expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
  expect(await head.text()).toBe('');
  expect((await get.text()).length > 0).toBe(head.headers.get('location') === null);
});

test.each(['/', '/study', '/person'])('HEAD %s is no form that is sent: it is never asked to wait', async (place) => {
  const statuses = new Set<number>();
  for (let sent = 0; sent < 12; sent++) statuses.add((await fetch(gateway.address + place, { method: 'HEAD' })).status);
  const { status } = await fetch(gateway.address + place);
  expect([...statuses]).toEqual([status]);
});
