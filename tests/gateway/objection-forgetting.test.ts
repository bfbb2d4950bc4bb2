import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newObjection } from '../../apps/gateway/src/store/testing/objection-contract.ts';
import { type RunningServer, startServer } from '../../apps/gateway/src/server/start-server.ts';
import { serverSettings } from '../server-settings.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'parlance-forgetting-'));
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

const startOn = (day: string): Promise<RunningServer> =>
  startServer(serverSettings(home, { data: home }), () => new Date(`${day}T10:00:00Z`));

const keyFiles = (): number => (existsSync(join(home, 'objection-keys')) ? readdirSync(join(home, 'objection-keys')).length : 0);

async function readiness(server: RunningServer): Promise<unknown> {
  return (await fetch(`${server.address}/readyz`)).json();
}

test('a server deletes what was written as many days after the decision as the pack allows and not a day before, and says what the log does not tell', async () => {
  const first = await startOn('2026-11-22');
  const objection = newObjection({ rule: 'nobody.has.this' });
  const { objections } = first.gateway.store;
  await objections.add(objection, 10);
  const number = (await objections.findByCode(objection.codeHash))?.number ?? 0n;
  const decided = await first.gateway.office?.desk.decide({ number, outcome: 'upheld', reasons: 'It was wrong.', by: null });
  expect(decided).toMatchObject({ kind: 'unlogged', why: 'no-rule' });
  await first.close();

  const early = await startOn('2026-12-21');
  await expect.poll(() => readiness(early)).toMatchObject({ objections: { failures: 0, unlogged: 1 } });
  expect(await early.gateway.store.objections.find(number)).toMatchObject({ text: objection.text, decision: { reasons: 'It was wrong.' } });
  expect(keyFiles()).toBe(1);
  await early.close();

  const late = await startOn('2026-12-22');
  await expect.poll(keyFiles).toBe(0);
  await expect.poll(() => late.gateway.store.objections.find(number)).toMatchObject({ text: null, decision: { reasons: null } });
  await late.close();
}, 120_000);
