import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { decodeText } from '../encoding/text.ts';
import { actor } from '../testing/actors.ts';
import { formatNote, mostSignatures, parseNote } from './note.ts';
import { signNote } from './sign-note.ts';
import { formatSignerKey, parseSignerKey } from './signer.ts';
import { formatVerifierKey, isKeyName, parseVerifierKey, type VerifierKey, verifierKey } from './verifier-key.ts';
import { verifyNote } from './verify-note.ts';

/** The keys and the note of the documentation of Go's `sumdb/note`. */
const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterSecret = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const enochKey = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterLine = '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const enochLine = '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';

function key(vkey: string): VerifierKey {
  const parsed = parseVerifierKey(vkey);
  if (!parsed.ok) throw new Error(parsed.code);
  return parsed.value;
}

const [peter, enoch] = [key(peterKey), key(enochKey)];

async function outcome(note: string, keys: readonly VerifierKey[]) {
  const verified = await verifyNote(note, keys);
  return verified.ok ? verified.value.signatures.map((signature) => signature.key.name) : verified.code;
}

describe('keys', () => {
  test('are written as they were read, pluses in the base64 included', () => {
    for (const vkey of [peterKey, enochKey, 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2']) {
      expect(formatVerifierKey(key(vkey))).toBe(vkey);
    }
    expect(key('remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2').algorithm).toBe('cosignature/v1');
    const plus = verifierKey(
      'log.example',
      'ed25519',
      Uint8Array.from({ length: 32 }, () => 0xfb),
    );
    expect(formatVerifierKey(plus).split('+').length).toBeGreaterThan(3);
    expect(parseVerifierKey(formatVerifierKey(plus))).toEqual({ ok: true, value: plus });
  });

  test('are refused when anything is cut off or changed', () => {
    for (let start = 0; start <= peterKey.length; start++) {
      for (let end = start; end <= peterKey.length; end++) {
        if (start !== 0 || end !== peterKey.length) expect(parseVerifierKey(peterKey.slice(start, end)).ok).toBe(false);
      }
    }
    for (let at = 0; at < peterKey.length; at++) {
      const changed = peterKey.slice(0, at) + String.fromCharCode(peterKey.charCodeAt(at) + 1) + peterKey.slice(at + 1);
      expect(parseVerifierKey(changed).ok).toBe(false);
    }
  });

  test('of a wrong length or an unknown type are refused although their id is right', () => {
    const long = 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==';
    expect(parseVerifierKey(long)).toEqual({ ok: false, code: 'key_malformed' });
    expect(parseVerifierKey('PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')).toEqual({
      ok: false,
      code: 'key_type_unknown',
    });
    const short = verifierKey('PeterNeumann', 'ed25519', peter.publicKey.subarray(1));
    expect(parseVerifierKey(formatVerifierKey(short))).toEqual({ ok: false, code: 'key_size' });
  });

  test('that sign are read, written and refused in the same way', async () => {
    const parsed = await parseSignerKey(peterSecret);
    expect(parsed.ok && formatVerifierKey(parsed.value)).toBe(peterKey);
    const seed = decodeBase64('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz')!.subarray(1);
    expect(await formatSignerKey({ name: 'PeterNeumann', algorithm: 'ed25519', seed })).toBe(peterSecret);
    for (let at = 0; at < peterSecret.length; at++) {
      const changed = peterSecret.slice(0, at) + String.fromCharCode(peterSecret.charCodeAt(at) + 1) + peterSecret.slice(at + 1);
      expect((await parseSignerKey(changed)).ok).toBe(false);
      expect((await parseSignerKey(peterSecret.slice(0, at))).ok).toBe(false);
    }
    expect(await parseSignerKey('PRIVATE+KEY+a b+00000000+AQ==')).toEqual({ ok: false, code: 'key_name' });
    expect(await parseSignerKey('PRIVATE+KEY+a+00000000+ZQ==')).toEqual({ ok: false, code: 'key_type_unknown' });
    expect(await parseSignerKey('PRIVATE+KEY+a+00000000+AQ==')).toEqual({ ok: false, code: 'key_size' });
    expect(await parseSignerKey('PRIVATE+KEY+a+00000000+A')).toEqual({ ok: false, code: 'key_malformed' });
  });
});

describe('a note', () => {
  test('is signed to the byte as Go signs it', async () => {
    const parsed = await parseSignerKey(peterSecret);
    expect(parsed.ok && (await signNote(text, [parsed.value]))).toBe(`${text}\n${peterLine}`);
  });

  test('tells who signed it, of those whose keys are known', async () => {
    const note = `${text}\n${peterLine}${enochLine}`;
    expect(await outcome(note, [peter])).toEqual(['PeterNeumann']);
    expect(await outcome(note, [enoch, peter])).toEqual(['PeterNeumann', 'EnochRoot']);
    expect(await outcome(note, [])).toBe('note_not_signed');
  });

  test('signed twice by one key counts once', async () => {
    expect(await outcome(`${text}\n${peterLine}${peterLine}${enochLine}${enochLine}`, [peter])).toEqual(['PeterNeumann']);
  });

  test('is refused for one bad signature of a known key, before or after a good one', async () => {
    const bad = peterLine.replace('ZJku', 'ZJkv');
    expect(await outcome(`${text}\n${bad}`, [peter])).toBe('note_signature_invalid');
    expect(await outcome(`${text}\n${peterLine}${bad}`, [peter])).toBe('note_signature_invalid');
    expect(await outcome(`${text}\n${bad}${peterLine}`, [peter])).toBe('note_signature_invalid');
    expect(await outcome(`${text}\n${peterLine}${bad}`, [enoch, peter])).toBe('note_signature_invalid');
  });

  test('is refused when two known keys answer to the same name and id', async () => {
    expect(await outcome(`${text}\n${enochLine}`, [enoch, peter, enoch])).toBe('note_ambiguous_key');
    expect(await outcome(`${text}\n${peterLine}`, [enoch, peter, enoch])).toEqual(['PeterNeumann']);
  });

  test('signed under the same name or the same id alone is signed by nobody known', async () => {
    const renamed = { ...peter, name: 'CarmenSandiego' };
    const renumbered = { ...peter, keyId: peter.keyId + 1 };
    expect(await outcome(`${text}\n${peterLine}`, [renamed, renumbered])).toBe('note_not_signed');
  });

  test('may have blank lines in its text: the last one divides', async () => {
    const signer = await actor('poet.example');
    const poem = 'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n';
    const note = await signNote(poem, [signer]);
    const parsed = parseNote(note);
    expect(parsed.ok && parsed.value.text).toBe(poem);
    expect(await outcome(note, [signer])).toEqual(['poet.example']);
    expect(await outcome(note.replace('raggio', 'raggia'), [signer])).toBe('note_signature_invalid');
  });

  test('of the specification is read', () => {
    const note =
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n' +
      '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n';
    const parsed = parseNote(note);
    expect(parsed.ok && parsed.value.signatures.map(({ keyId }) => keyId.toString(16))).toEqual(['367ba04b']);
    expect(parsed.ok && formatNote(parsed.value)).toBe(note);
  });

  test('of at most a hundred signatures is read', () => {
    expect(parseNote(`${text}\n${enochLine.repeat(mostSignatures)}`).ok).toBe(true);
    expect(parseNote(`${text}\n${enochLine.repeat(mostSignatures + 1)}`)).toEqual({ ok: false, code: 'note_too_many_signatures' });
    expect(parseNote(`${'x'.repeat(1_000_000)}\n\n${enochLine}`)).toEqual({ ok: false, code: 'note_too_long' });
  });

  test('that is read is written the same again, whatever its characters', () => {
    const part = fc.constantFrom(
      '\n',
      '\n\n',
      '— ',
      'a',
      ' ',
      '+',
      'é',
      '\u2028',
      '\t',
      '\ud800',
      peterLine,
      enochLine,
      'AAAAAAA=',
      'AAAAAAB=',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const parsed = parseNote(parts.join(''));
        if (parsed.ok) expect(formatNote(parsed.value)).toBe(parts.join(''));
      }),
      { numRuns: 5000 },
    );
  });

  test('is not written when it could not be read', () => {
    const signatures = [{ name: 'a', keyId: 1, signature: new Uint8Array(64) }];
    expect(formatNote({ text: 'a\n', signatures })).toContain('— a ');
    expect(() => formatNote({ text: 'a', signatures })).toThrow('no note');
    expect(() => formatNote({ text: 'a\n\n', signatures: [] })).toThrow('no note');
    expect(() => formatNote({ text: 'a\u0007\n', signatures })).toThrow('no note');
    // Without its newline this text would end in the middle, and what is behind would be a signature.
    expect(() => formatNote({ text: `a\n\n${enochLine.trim()}`, signatures })).toThrow('no note');
    expect(() => formatNote({ text: 'a\n', signatures: [{ name: 'a b', keyId: 1, signature: new Uint8Array(64) }] })).toThrow('no note');
  });

  test('is not signed without a time by the key of a witness', async () => {
    await expect(signNote('a\n', [await actor('w', 'cosignature/v1')])).rejects.toThrow('with its time');
  });
});

describe('base64', () => {
  test('has one encoding for each sequence of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('A', 'B', 'Q', '/', '+', '-', '=', ' ', '\n'), maxLength: 9 }), (encoded) => {
        const bytes = decodeBase64(encoded);
        if (bytes !== undefined) expect(encodeBase64(bytes)).toBe(encoded);
      }),
      { numRuns: 5000 },
    );
  });
});

test('a name with a lone surrogate, a control character or a plus is none', () => {
  expect(['a', 'log.example/2026h2', 'журнал'].every(isKeyName)).toBe(true);
  expect(['', 'a\ud800', 'a\u0001', 'a\n', 'a+b', 'a b', 'a\u3000b'].some(isKeyName)).toBe(false);
});

test('bytes that are no UTF-8 have no text, and a byte order mark stays', () => {
  expect(decodeText(Uint8Array.of(0xff))).toBeUndefined();
  expect(decodeText(Uint8Array.of(0xc0, 0x80))).toBeUndefined();
  expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa');
});
