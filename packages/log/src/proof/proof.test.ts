import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Policy } from '../policy/policy.ts';
import { actor, log, origin, policy, signedCheckpoint, witnesses } from '../testing/actors.ts';
import { memoryTree } from '../testing/memory-tree.ts';
import { frontierOf, rootOf } from '../tree/frontier.ts';
import { hashLeaf } from '../tree/hash.ts';
import { inclusionProof } from '../tree/proof.ts';
import { formatProof, parseProof, type TlogProof } from './tlog-proof.ts';
import { verifyProof } from './verify-proof.ts';

const tree = memoryTree(1000);
const root = rootOf(frontierOf(1000n, tree.hashAt));
const checkpoint = await signedCheckpoint({ size: 1000n, root });
const proof: TlogProof = { extra: null, index: 738n, path: inclusionProof(738n, 1000n, tree.hashAt), checkpoint };
const leafHash = hashLeaf(tree.entries[738]!);

async function codeOf(changes: Partial<TlogProof>, { leaf = leafHash, under = policy }: { leaf?: Uint8Array; under?: Policy } = {}) {
  const verified = await verifyProof({ ...proof, ...changes }, leaf, under);
  return verified.ok ? 'proved' : verified.code;
}

describe('a proof', () => {
  test('has the form of the specification', () => {
    const lines = formatProof({ ...proof, extra: new TextEncoder().encode('age-v1.2.1-darwin-arm64.tar.gz') }).split('\n');
    expect(lines.slice(0, 3)).toEqual(['c2sp.org/tlog-proof@v1', 'extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6', 'index 738']);
    expect(lines.slice(3 + proof.path.length, 6 + proof.path.length)).toEqual(['', origin, '1000']);
  });

  test('comes back from what it was written as', () => {
    const hashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 63 });
    const extra = fc.option(fc.uint8Array({ minLength: 1, maxLength: 99 }));
    fc.assert(
      fc.property(extra, fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), hashes, (extra, index, path) => {
        const parsed = parseProof(formatProof({ extra, index, path, checkpoint }));
        expect(parsed).toEqual({ ok: true, value: { extra, index, path, checkpoint } });
      }),
    );
  });

  test('of more than a million characters is not looked at', () => {
    expect(parseProof(formatProof(proof) + 'x'.repeat(1_000_000))).toEqual({ ok: false, code: 'proof_too_long' });
  });

  test('shows that the entry stands in a log that enough witnesses saw', async () => {
    const verified = await verifyProof(proof, leafHash, policy);
    expect(verified.ok && verified.value.checkpoint).toMatchObject({ origin, size: 1000n });
    expect(verified.ok && verified.value.signatures.map(({ key }) => key.name)).toEqual([
      origin,
      'witness.example/w1',
      'witness.example/w2',
    ]);
  });

  test('is refused for another entry, index or path', async () => {
    expect(await codeOf({}, { leaf: hashLeaf(tree.entries[739]!) })).toBe('not_included');
    expect(await codeOf({ index: 739n })).toBe('not_included');
    expect(await codeOf({ path: proof.path.slice(1) })).toBe('not_included');
  });

  test('is refused without the signature of a log that is known by the origin', async () => {
    const stranger = await actor('stranger.example');
    expect(await codeOf({ checkpoint: await signedCheckpoint({ size: 1000n, root, signer: stranger }) })).toBe('log_unknown');
    expect(await codeOf({ checkpoint: await signedCheckpoint({ size: 1000n, root, origin: 'log.example/2027h1' }) })).toBe('log_unknown');
    expect(await codeOf({}, { under: { ...policy, logs: [] } })).toBe('log_unknown');
  });

  test('is refused below the quorum', async () => {
    expect(await codeOf({ checkpoint: await signedCheckpoint({ size: 1000n, root, cosigners: [witnesses[0]] }) })).toBe('quorum_not_met');
    expect(await codeOf({ checkpoint: await signedCheckpoint({ size: 1000n, root, cosigners: [] }) })).toBe('quorum_not_met');
    expect(
      await codeOf({ checkpoint: await signedCheckpoint({ size: 1000n, root, cosigners: [] }) }, { under: { ...policy, quorum: null } }),
    ).toBe('proved');
  });

  test('is refused when one witness said the same thing twice where two were asked for', async () => {
    const twice = await signedCheckpoint({ size: 1000n, root, cosigners: [witnesses[0], witnesses[0]] });
    expect(await codeOf({ checkpoint: twice })).toBe('quorum_not_met');
  });

  test('is refused when the checkpoint was changed or is none', async () => {
    expect(await codeOf({ checkpoint: checkpoint.replace('\n1000\n', '\n1001\n') })).toBe('note_signature_invalid');
    expect(await codeOf({ checkpoint: '' })).toBe('note_not_split');
    const { signNote } = await import('../note/sign-note.ts');
    expect(await codeOf({ checkpoint: await signNote('no checkpoint\n', [log]) })).toBe('checkpoint_lines');
  });
});
