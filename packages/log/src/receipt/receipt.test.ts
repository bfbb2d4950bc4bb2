import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '../encoding/base64.ts';
import { verifyNote } from '../note/verify-note.ts';
import {
  changed,
  context,
  deadline,
  delivered,
  groupWith,
  mediationReceipt,
  nonce,
  promisedReceipt,
  tallyReceipt,
  unchanged,
} from '../testing/answers.ts';
import { operator, origin } from '../testing/actors.ts';
import { commitment } from './commitment.ts';
import { mediationBytes } from './mediation.ts';
import { formatPromise, parsePromise, promiseGroup } from './promise.ts';
import { formatReceipt, parseReceipt } from './receipt.ts';

describe('a commitment', () => {
  test('is HMAC-SHA-256 over canonical JSON, as Node computes it', () => {
    const json = '[{"channel":"content","choice":0,"text":"a\\n\\"é\\""},{"channel":"tool","choice":1,"text":""}]';
    const channels = [
      { choice: 0, channel: 'content', text: 'a\n"é"' },
      { choice: 1, channel: 'tool', text: '' },
    ];
    expect(Buffer.from(commitment(nonce, channels))).toEqual(createHmac('sha256', nonce).update(json).digest());
  });

  test('differs when a text, a channel, a choice or their order does', () => {
    const [first, second] = delivered;
    const others = [
      [second!, first!],
      [first!],
      [{ ...first!, text: `${first!.text} ` }, second!],
      [{ ...first!, channel: 'reasoning' }, second!],
      [{ ...first!, choice: 1 }, second!],
      [{ ...first!, text: first!.text + second!.text }],
      [],
    ];
    const all = [delivered, ...others].map((channels) => encodeBase64(commitment(nonce, channels)));
    expect(new Set(all).size).toBe(all.length);
  });

  test('needs a nonce that nobody can guess', () => {
    expect(() => commitment(nonce.subarray(1), delivered)).toThrow('32 bytes');
    expect(() => commitment(new Uint8Array(33), delivered)).toThrow('32 bytes');
  });

  test('can be tested against a dictionary with the nonce, and without it no guess can', () => {
    // The reader's own answer is one of a hundred thousand that differ in five digits: an easy dictionary.
    const answerOf = (digits: number) => [
      { choice: 0, channel: 'content', text: `Your case has the number ${String(digits).padStart(5, '0')}.` },
    ];
    const logged = encodeBase64(commitment(nonce, answerOf(31337)));
    const guesses = [1, 500, 31336, 31337, 99999];
    expect(guesses.filter((guess) => encodeBase64(commitment(nonce, answerOf(guess))) === logged)).toEqual([31337]);
    // Without the nonce everything public about the leaf is the same function of a value that is uniform over 2^256: all that a guesser can do is to try keys
    // of which none is the nonce, and whatever is found in the leaf itself.
    const leaf = new TextDecoder().decode(
      mediationBytes({ ...changed, commitments: { ...changed.commitments, delivered: logged } }, context),
    );
    const publicKeys = [leaf, changed.id, logged, '', 'parlance'].map(
      (guess) => new Uint8Array(createHmac('sha256', '').update(guess).digest()),
    );
    for (const key of [...publicKeys, new Uint8Array(32), nonce.with(31, nonce[31]! ^ 1)]) {
      expect(encodeBase64(commitment(key, answerOf(31337)))).not.toBe(logged);
    }
    for (const guess of guesses) {
      const text = answerOf(guess)[0]!.text;
      for (const plain of [text, JSON.stringify(answerOf(guess))]) {
        const hash = createHmac('sha256', '').update(plain).digest();
        expect(leaf).not.toContain(hash.toString('base64'));
        expect(leaf).not.toContain(hash.toString('hex'));
      }
    }
  });

  test('of one text under two nonces shows no likeness', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (text, other) => {
        fc.pre(!other.every((byte, place) => byte === nonce[place]));
        const channels = [{ choice: 0, channel: 'content', text }];
        expect(commitment(other, channels)).not.toEqual(commitment(nonce, channels));
      }),
    );
  });
});

describe('a promise', () => {
  const terms = { log: origin, records: 37n, root: new Uint8Array(32), deadline };

  test('is read as it was written', () => {
    expect(parsePromise(formatPromise(terms))).toEqual({ ok: true, value: terms });
  });

  test.each([
    ['another version', formatPromise(terms).replace('/v1', '/v2')],
    ['a line more', `${formatPromise(terms)}more\n`],
    ['no last newline', formatPromise(terms).slice(0, -1)],
    ['a leading zero', formatPromise(terms).replace('records 37', 'records 037')],
    ['a root that is too short', formatPromise({ ...terms, root: new Uint8Array(31) })],
    ['a deadline that is no number', formatPromise(terms).replace(String(deadline), '-1')],
    ['a deadline after 2^63', formatPromise({ ...terms, deadline: 2n ** 63n })],
    ['no log', formatPromise({ ...terms, log: '' })],
  ])('with %s is refused', (_, text) => {
    expect(parsePromise(text)).toEqual({ ok: false, code: 'promise_malformed' });
  });

  test('is signed once for the whole group', async () => {
    const promises = await promiseGroup(groupWith(changed, 100), { log: origin, deadline }, operator);
    expect(new Set(promises.map(({ note }) => note)).size).toBe(1);
    expect(promises.map(({ index }) => index)).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect((await verifyNote(promises[0]!.note, [operator])).ok).toBe(true);
  });

  test('of nothing is not made', async () => {
    await expect(promiseGroup([], { log: origin, deadline }, operator)).rejects.toThrow('nothing to promise');
  });
});

describe('a receipt', () => {
  const size = { group: 1000, batch: 10_000 };

  test('is read as it was written, promised and proved both ways', async () => {
    for (const receipt of [await promisedReceipt(changed), await mediationReceipt(changed), await tallyReceipt(unchanged)]) {
      expect(parseReceipt(formatReceipt(receipt))).toEqual({ ok: true, value: receipt });
      expect(parseReceipt(JSON.stringify(receipt, null, 2))).toEqual({ ok: true, value: receipt });
    }
  });

  test('may have strings that look like the names of members', async () => {
    const receipt = await tallyReceipt(unchanged);
    const tally = { list: ['a', ':', '":', '\\":'], ':': ':' };
    const odd = { ...receipt, proved: { ...receipt.proved, tally } };
    expect(parseReceipt(JSON.stringify(odd))).toEqual({ ok: true, value: odd });
    const twice = JSON.stringify(odd).replace('":":":"', '":":":",":":":"');
    expect(parseReceipt(twice)).toEqual({ ok: false, code: 'receipt_member_twice' });
  });

  test('has at most 4 KB, and its proof 1.6 KB, at ten million leaves with two cosignatures', async () => {
    for (const receipt of [await mediationReceipt(changed, size), await tallyReceipt(unchanged, size)]) {
      expect(Buffer.byteLength(receipt.proved!.proof)).toBeLessThanOrEqual(1600);
      expect(Buffer.byteLength(formatReceipt(receipt))).toBeLessThanOrEqual(4000);
    }
  });

  test('that is changed anywhere is another receipt or none', async () => {
    const text = formatReceipt(await promisedReceipt(changed, { group: 2 }));
    const parts = fc.constantFrom('"', ',', '0', '{', '}', '[', ']', 'x', ' ', '\n', ':', 'null');
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), parts, (at, part) => {
        const parsed = parseReceipt(text.slice(0, at) + part + text.slice(at + 1));
        if (parsed.ok) expect(JSON.parse(formatReceipt(parsed.value))).toEqual(JSON.parse(text.slice(0, at) + part + text.slice(at + 1)));
      }),
    );
  });
});
