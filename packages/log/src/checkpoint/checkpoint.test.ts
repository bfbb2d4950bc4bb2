import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestSize } from '../tree/subtree.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';

const example = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

test('the checkpoint of the specification is read and written', () => {
  const parsed = parseCheckpoint(example);
  expect(parsed.ok && parsed.value).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163n, extensions: [] });
  expect(parsed.ok && formatCheckpoint(parsed.value)).toBe(example);
});

test('extension lines are kept as they are', () => {
  const parsed = parseCheckpoint(`${example}one\ntwo \n`);
  expect(parsed.ok && parsed.value.extensions).toEqual(['one', 'two ']);
  expect(parsed.ok && formatCheckpoint(parsed.value)).toBe(`${example}one\ntwo \n`);
});

test('an empty tree has one root, and no tree is larger than 2^63 - 1', () => {
  const empty = createHash('sha256').digest();
  expect(parseCheckpoint(`a\n0\n${empty.toString('base64')}\n`).ok).toBe(true);
  expect(parseCheckpoint('a\n0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n')).toEqual({ ok: false, code: 'checkpoint_root' });
  expect(parseCheckpoint(example.replace('20852163', String(largestSize))).ok).toBe(true);
  expect(parseCheckpoint(example.replace('20852163', String(largestSize + 1n)))).toEqual({ ok: false, code: 'checkpoint_size' });
});

test('what is read is written the same again, whatever its lines', () => {
  const line = fc.constantFrom(
    '',
    'a',
    '0',
    '00',
    '1',
    '+1',
    '1.0',
    'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fc.boolean(), (lines, isTerminated) => {
      const text = lines.join('\n') + (isTerminated ? '\n' : '');
      const parsed = parseCheckpoint(text);
      if (parsed.ok) expect(formatCheckpoint(parsed.value)).toBe(text);
    }),
    { numRuns: 5000 },
  );
});

test('what could not be read is not written', () => {
  const root = new Uint8Array(32);
  expect(() => formatCheckpoint({ origin: '', size: 1n, root, extensions: [] })).toThrow('no checkpoint');
  expect(() => formatCheckpoint({ origin: 'a\nb', size: 1n, root, extensions: [] })).toThrow('no checkpoint');
  expect(() => formatCheckpoint({ origin: 'a', size: -1n, root, extensions: [] })).toThrow('no checkpoint');
  expect(() => formatCheckpoint({ origin: 'a', size: 0n, root, extensions: [] })).toThrow('no checkpoint');
  expect(() => formatCheckpoint({ origin: 'a', size: 1n, root, extensions: ['x\ny'] })).toThrow('no checkpoint');
  expect(() => formatCheckpoint({ origin: 'a', size: 1n, root: root.subarray(1), extensions: [] })).toThrow('no checkpoint');
});
