import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureTurnKey } from './turn-key.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'parlance-turn-key-'));

test('a key is made once, is the same at the next start, and only the owner may read it', async () => {
  const data = join(folder(), 'data');
  const key = await ensureTurnKey(data);
  expect(key).toHaveLength(32);
  expect(await ensureTurnKey(data)).toEqual(key);
  expect(statSync(join(data, 'turn-key')).mode & 0o777).toBe(0o600);
  expect(await ensureTurnKey(folder())).not.toEqual(key);
});

test.skipIf(process.platform === 'win32').each([0o640, 0o604, 0o666])(
  'a file that others may read, of mode %o, is refused, and the error says what to do',
  async (mode) => {
    const data = folder();
    await ensureTurnKey(data);
    chmodSync(join(data, 'turn-key'), mode);
    await expect(ensureTurnKey(data)).rejects.toMatchObject({
      code: 'turn_key_unusable',
      message: expect.stringContaining('chmod 600') as string,
    });
    chmodSync(join(data, 'turn-key'), 0o600);
    await expect(ensureTurnKey(data)).resolves.toHaveLength(32);
  },
);

test.each([
  ['is empty', ''],
  ['holds half a key', 'ab'.repeat(16)],
  ['holds another text', 'pk-parlance-something'],
])('a file that %s is refused and left as it is, and the error does not tell it', async (_name, text) => {
  const data = folder();
  writeFileSync(join(data, 'turn-key'), text, { mode: 0o600 });
  await expect(ensureTurnKey(data)).rejects.toThrow(expect.objectContaining({ code: 'turn_key_unusable' }));
  await expect(ensureTurnKey(data)).rejects.not.toThrow(/pk-parlance|abab/);
  expect(readFileSync(join(data, 'turn-key'), 'utf8')).toBe(text);
});
