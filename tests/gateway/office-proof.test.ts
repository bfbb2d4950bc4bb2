import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDataFolder } from '../../apps/gateway/src/lifecycle/data-folder-lock.ts';
import { findOffice } from '../../apps/gateway/src/objections/find-office.ts';
import { ensureOfficeKey } from '../../apps/gateway/src/objections/office-key.ts';
import { officeProof } from '../../apps/gateway/src/objections/office-proof.ts';
import { hashOfSecret } from '../../apps/gateway/src/store/key-facts.ts';

let folder: string;
let key: string;
let server: Server;
let seen: string[];
/** What the listener answers to a challenge. */
let answer: (challenge: string, port: number) => string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-office-'));
  key = await ensureOfficeKey(folder);
  seen = [];
  server = createServer((request, reply) => {
    const { port } = server.address() as AddressInfo;
    seen.push(`${request.url ?? ''} ${JSON.stringify(request.headers)}`);
    reply.end(answer(new URL(request.url ?? '', 'http://x').searchParams.get('challenge') ?? '', port));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function owned<Result>(work: () => Promise<Result>): Promise<Result> {
  const lock = await lockDataFolder(folder);
  lock.setAddress(address());
  return work().finally(() => {
    lock.release();
  });
}

describe('the key of the office', () => {
  test('is given for a server that lives and shows that it has it', async () => {
    answer = (challenge, port) => officeProof(hashOfSecret(key), { challenge, port });
    expect(await owned(() => findOffice(folder))).toEqual({ address: address(), key });
  });

  test.each<[string, typeof answer]>([
    ['says nothing', () => ''],
    ['says the challenge', (challenge) => challenge],
    ['has another key', (challenge, port) => officeProof(hashOfSecret('ok-parlance-x'), { challenge, port })],
    [
      'hands the challenge on to the server at another port',
      (challenge, port) => officeProof(hashOfSecret(key), { challenge, port: port + 1 }),
    ],
  ])('is not sent to a listener that %s', async (_title, given) => {
    answer = given;
    await expect(owned(() => findOffice(folder))).rejects.toMatchObject({ code: 'office_closed' });
    expect(seen).toHaveLength(1);
    expect(seen.join()).not.toContain(key);
  });

  test('is not sent to whoever listens where a server was that is gone, and nobody is asked there', async () => {
    const record = await owned(() => Promise.resolve(readFileSync(join(folder, 'owner.json'), 'utf8')));
    const gone = { ...(JSON.parse(record) as object), pid: 2 ** 22 - 1, born: '1' };
    writeFileSync(join(folder, 'owner.json'), JSON.stringify(gone));
    await expect(findOffice(folder)).rejects.toMatchObject({ code: 'office_closed' });
    expect(seen).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')(
    'that others may read is refused by server and tool, and the error says what to do',
    async () => {
      chmodSync(join(folder, 'office-key'), 0o644);
      const message = expect.stringContaining('chmod 600') as string;
      await expect(ensureOfficeKey(folder)).rejects.toMatchObject({ code: 'office_key_unusable', message });
      await expect(owned(() => findOffice(folder))).rejects.toMatchObject({ code: 'office_closed', message });
      expect(seen).toEqual([]);
    },
  );

  test('that is something else is left as it is', async () => {
    writeFileSync(join(folder, 'office-key'), 'canary', { mode: 0o600 });
    await expect(ensureOfficeKey(folder)).rejects.toMatchObject({ code: 'office_key_unusable' });
    await expect(ensureOfficeKey(folder)).rejects.not.toThrow(/canary/);
    expect(readFileSync(join(folder, 'office-key'), 'utf8')).toBe('canary');
  });
});
