import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { cosign } from '../cosignature/cosign.ts';
import { formatNote, formatSignatureLine, parseNote } from '../note/note.ts';
import { verifierKey } from '../note/verifier-key.ts';
import { log, origin, policy, signedCheckpoint, witnesses } from '../testing/actors.ts';
import { memoryTree } from '../testing/memory-tree.ts';
import { verifyCheckpoint } from '../proof/verify-proof.ts';
import { frontierOf, rootOf } from '../tree/frontier.ts';
import { emptyRoot } from '../tree/hash.ts';
import { consistencyProof } from '../tree/proof.ts';
import { formatConflict, judgeAddCheckpoint, type WitnessState } from './add-checkpoint.ts';
import { formatAddCheckpoint, parseAddCheckpoint } from './request.ts';
import { acceptCosignatures } from './response.ts';

const tree = memoryTree(100);
const fork = memoryTree(100, (index) => Uint8Array.of(index === 20 ? 0 : 1, index));
const unseen: WitnessState = new Map([[origin, { keys: [log], size: 0n, root: emptyRoot }]]);

function rootAt(size: number, { hashAt } = tree): Uint8Array {
  return rootOf(frontierOf(BigInt(size), hashAt));
}

function at(size: number): WitnessState {
  return new Map([[origin, { keys: [log], size: BigInt(size), root: rootAt(size) }]]);
}

async function body(from: number, to: number, of = tree): Promise<string> {
  const checkpoint = await signedCheckpoint({ size: BigInt(to), root: rootAt(to, of), cosigners: [] });
  const proof = from <= to ? consistencyProof(BigInt(from), BigInt(to), of.hashAt) : [];
  return formatAddCheckpoint({ oldSize: BigInt(from), proof, checkpoint });
}

describe('a witness', () => {
  test('cosigns a log from its first checkpoint on, and then its growth', async () => {
    expect(await judgeAddCheckpoint(unseen, await body(0, 7))).toMatchObject({ status: 200, origin, tree: { size: 7n, root: rootAt(7) } });
    expect(await judgeAddCheckpoint(at(7), await body(7, 50))).toMatchObject({ status: 200, tree: { size: 50n, root: rootAt(50) } });
    expect(await judgeAddCheckpoint(at(50), await body(50, 50))).toMatchObject({ status: 200, tree: { size: 50n } });
    expect(await judgeAddCheckpoint(unseen, await body(0, 0))).toMatchObject({ status: 200, tree: { size: 0n, root: emptyRoot } });
  });

  test('answers 404 to an origin that it does not know', async () => {
    expect(await judgeAddCheckpoint(new Map(), await body(0, 7))).toEqual({ status: 404, code: 'origin_unknown' });
  });

  test('answers 403 to a checkpoint that no key of that log signed', async () => {
    const others: WitnessState = new Map([[origin, { keys: [witnesses[0]], size: 0n, root: emptyRoot }]]);
    expect(await judgeAddCheckpoint(others, await body(0, 7))).toEqual({ status: 403, code: 'log_signature' });
    expect(await judgeAddCheckpoint(unseen, (await body(0, 7)).replace('\n7\n', '\n8\n'))).toEqual({ status: 403, code: 'log_signature' });
  });

  test('answers 400 to an old size above the new one', async () => {
    expect(await judgeAddCheckpoint(at(50), await body(50, 7))).toEqual({ status: 400, code: 'old_size_above_new' });
  });

  test('answers 409 and the size that it has to an old size that it has not', async () => {
    expect(await judgeAddCheckpoint(at(50), await body(7, 60))).toEqual({ status: 409, code: 'old_size_differs', size: 50n });
    expect(await judgeAddCheckpoint(unseen, await body(7, 60))).toEqual({ status: 409, code: 'old_size_differs', size: 0n });
    expect(formatConflict(50n)).toBe('50\n');
  });

  test('answers 409 to a second root of one size', async () => {
    expect(await judgeAddCheckpoint(at(50), await body(50, 50, fork))).toEqual({ status: 409, code: 'root_differs', size: 50n });
  });

  test('answers 422 to a log that was rewritten, and to a proof where none belongs', async () => {
    expect(await judgeAddCheckpoint(at(50), await body(50, 60, fork))).toEqual({ status: 422, code: 'not_consistent' });
    const first = await body(0, 7);
    const [hash] = (await body(7, 50)).split('\n').slice(1);
    expect(await judgeAddCheckpoint(unseen, first.replace('old 0\n', `old 0\n${hash!}\n`))).toEqual({
      status: 422,
      code: 'not_consistent',
    });
    const same = await body(50, 50);
    expect(await judgeAddCheckpoint(at(50), same.replace('old 50\n', `old 50\n${hash!}\n`))).toEqual({
      status: 422,
      code: 'not_consistent',
    });
  });

  test('does not look at a request of more than a million characters', async () => {
    const long = (await body(0, 7)) + 'x'.repeat(1_000_000);
    expect(await judgeAddCheckpoint(unseen, long)).toEqual({ status: 400, code: 'request_too_long' });
  });

  test('answers 400 to what is no request, no note or no checkpoint', async () => {
    expect(await judgeAddCheckpoint(unseen, 'old 0')).toEqual({ status: 400, code: 'request_not_split' });
    expect(await judgeAddCheckpoint(unseen, 'old 0\n\nno note')).toEqual({ status: 400, code: 'note_not_split' });
    const note = formatNote({ text: `${origin}\n`, signatures: [{ name: 'a', keyId: 1, signature: new Uint8Array(64) }] });
    expect(await judgeAddCheckpoint(unseen, `old 0\n\n${note}`)).toEqual({ status: 400, code: 'checkpoint_lines' });
  });

  test('that judged two requests at once may store one of them: the other finds another size', async () => {
    const [slow, fast] = [await body(7, 40), await body(7, 50)];
    const judged = await judgeAddCheckpoint(at(7), fast);
    expect(judged).toMatchObject({ status: 200, tree: { size: 50n } });
    expect(await judgeAddCheckpoint(at(50), slow)).toMatchObject({ status: 409, size: 50n });
  });

  test('understands the request of the specification and that of a Sigsum log', async () => {
    const request = [
      'old 20852014',
      'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=',
      'jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=',
      '5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=',
      '/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=',
      '',
      'example.com/behind-the-sofa',
      '20852163',
      'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
      '',
      '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=',
      '— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=',
      '',
    ].join('\n');
    const parsed = parseAddCheckpoint(request);
    expect(parsed.ok && [parsed.value.oldSize, parsed.value.proof.length]).toEqual([20852014n, 4]);
    expect(parsed.ok && formatAddCheckpoint(parsed.value)).toBe(request);
    const sigsum = 'sigsum.org/v1/tree/985ea163f5af026723561354f51f2ebcdcf2af809ce254ccfb64aa9aadd80f90';
    const key = verifierKey(sigsum, 'ed25519', hexToBytes('52c05edad1bf5feffa81354faae59a655d9a9a1a793ed2f62c39c26c0be2aecd'));
    const state: WitnessState = new Map([[sigsum, { keys: [key], size: 0n, root: emptyRoot }]]);
    const line = `— ${sigsum} 7BKT0gOfNZ1J0So9unY3BZtm2YkPIoNYM/dce0Z2avJDs8dxN6ts9bOSwwrVrbjm6P9K3ZxpK6jJngOG6YvGGzV/lwo=`;
    const posted = `old 0\n\n${sigsum}\n1\nKgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n${line}\n`;
    expect(await judgeAddCheckpoint(state, posted)).toMatchObject({ status: 200, tree: { size: 1n } });
  });
});

describe('the answer of a witness', () => {
  test('gives the log cosignatures that make its checkpoint good', async () => {
    const checkpoint = await signedCheckpoint({ size: 50n, root: rootAt(50), cosigners: [] });
    const { text, signatures } = noteOf(checkpoint);
    const body = await Promise.all(witnesses.map(async (witness) => formatSignatureLine(await cosign(text, witness, 7n))));
    const accepted = await acceptCosignatures(checkpoint, body.join(''), witnesses.slice(0, 2));
    if (!accepted.ok) throw new Error(accepted.code);
    expect(accepted.value.map(({ name }) => name)).toEqual(['witness.example/w1', 'witness.example/w2']);
    const cosigned = formatNote({ text, signatures: [...signatures, ...accepted.value] });
    expect((await verifyCheckpoint(cosigned, policy)).ok).toBe(true);
    expect(await acceptCosignatures(checkpoint, body.join(''), [])).toEqual({ ok: true, value: [] });
  });

  test('is refused when it is for another checkpoint, is cut off or does not belong to one', async () => {
    const [checkpoint, other] = [
      await signedCheckpoint({ size: 50n, root: rootAt(50) }),
      await signedCheckpoint({ size: 51n, root: rootAt(51) }),
    ];
    const line = formatSignatureLine(await cosign(noteOf(other).text, witnesses[0], 7n));
    expect(await acceptCosignatures(checkpoint, line, witnesses)).toEqual({ ok: false, code: 'note_signature_invalid' });
    expect(await acceptCosignatures(checkpoint, line.slice(0, -1), witnesses)).toEqual({ ok: false, code: 'note_not_terminated' });
    expect(await acceptCosignatures('', line, witnesses)).toEqual({ ok: false, code: 'note_not_split' });
  });
});

function noteOf(checkpoint: string) {
  const note = parseNote(checkpoint);
  if (!note.ok) throw new Error(note.code);
  return note.value;
}
