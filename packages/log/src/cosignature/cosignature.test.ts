import { describe, expect, test } from 'vitest';
import { decodeBase64 } from '../encoding/base64.ts';
import { decodeText } from '../encoding/text.ts';
import { formatNote, formatSignatureLine } from '../note/note.ts';
import { verifyNote } from '../note/verify-note.ts';
import { log, witnesses } from '../testing/actors.ts';
import { cosign } from './cosign.ts';
import { cosignatureMessage, decodeCosignature, encodeCosignature } from './message.ts';

const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const [witness, other] = witnesses;

async function timesOf(note: string, keys = [witness]) {
  const verified = await verifyNote(note, keys);
  return verified.ok ? verified.value.signatures.map(({ timestamp }) => timestamp) : verified.code;
}

describe('a cosignature', () => {
  test('signs the message that the specification shows', () => {
    expect(decodeText(cosignatureMessage(text, 1679315147n))).toBe(`cosignature/v1\ntime 1679315147\n${text}`);
  });

  test('holds a time before the signature', () => {
    const line = decodeBase64('ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA==')!;
    const cosignature = decodeCosignature(line.subarray(4))!;
    expect(cosignature.timestamp).toBe(1727964367n);
    expect(encodeCosignature(cosignature)).toEqual(line.subarray(4));
    expect(decodeCosignature(line.subarray(12))).toBeUndefined();
    expect(decodeCosignature(Uint8Array.from([0x80, ...line.subarray(5)]))).toBeUndefined();
  });

  test('verifies with its time, which nobody can change', async () => {
    const cosignature = await cosign(text, witness, 1679315147n);
    const note = formatNote({ text, signatures: [cosignature] });
    expect(await timesOf(note)).toEqual([1679315147n]);
    const later = cosignature.signature.with(7, cosignature.signature[7]! + 1);
    expect(await timesOf(formatNote({ text, signatures: [{ ...cosignature, signature: later }] }))).toBe('note_signature_invalid');
    expect(await timesOf(note, [other])).toBe('note_not_signed');
  });

  test('of one witness at two times is two statements', async () => {
    const signatures = [await cosign(text, witness, 5n), await cosign(text, witness, 6n)];
    expect(await timesOf(formatNote({ text, signatures }))).toEqual([5n, 6n]);
  });

  test('is no plain signature, and a plain signature no cosignature', async () => {
    const plain = { name: witness.name, keyId: witness.keyId, signature: await witness.sign(new TextEncoder().encode(text)) };
    expect(await timesOf(formatNote({ text, signatures: [plain] }))).toBe('note_signature_invalid');
    const { signature } = await cosign(text, witness, 5n);
    const asPlain = { ...witness, algorithm: 'ed25519' } as const;
    const note = formatNote({ text, signatures: [{ ...plain, signature: signature.subarray(8) }] });
    expect(await timesOf(note, [asPlain])).toBe('note_signature_invalid');
  });

  test('covers extension lines', async () => {
    const extended = `${text}extension\n`;
    const cosignature = await cosign(extended, witness, 5n);
    const note = `${extended}\n${formatSignatureLine(cosignature)}`;
    expect(await timesOf(note)).toEqual([5n]);
    expect(await timesOf(note.replace('extension', 'extensioN'))).toBe('note_signature_invalid');
  });

  test('is made of checkpoints only, with the key of a witness, at a time that can be written', async () => {
    await expect(cosign('not a checkpoint\n', witness, 5n)).rejects.toThrow('only checkpoints');
    await expect(cosign(text, log, 5n)).rejects.toThrow('0x04');
    await expect(cosign(text, witness, 2n ** 63n)).rejects.toThrow('between');
    await expect(cosign(text, witness, -1n)).rejects.toThrow('between');
    expect((await cosign(text, witness, 2n ** 63n - 1n)).signature).toHaveLength(72);
  });
});
