import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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

test.each([
  ['is empty', ''],
  ['holds half a key', 'ab'.repeat(16)],
  ['holds another text', 'pk-parlance-something'],
])('a file that %s is refused and left as it is, and the error does not tell it', async (_name, text) => {
  const data = folder();
  writeFileSync(join(data, 'turn-key'), text);
  await expect(ensureTurnKey(data)).rejects.toThrow(expect.objectContaining({ code: 'turn_key_unusable' }));
  await expect(ensureTurnKey(data)).rejects.not.toThrow(/pk-parlance|abab/);
  expect(readFileSync(join(data, 'turn-key'), 'utf8')).toBe(text);
});
