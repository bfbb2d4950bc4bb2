import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as portable from './bytes.ts';
import * as platform from './node/bytes.ts';

const bytes = fc.uint8Array({ maxLength: 10_000 });

test('the platform does what the portable code does', () => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 4 }), bytes, fc.string({ unit: 'binary' }), (parts, one, text) => {
      expect(platform.sha256(...parts)).toEqual(portable.sha256(...parts));
      expect(platform.hmacSha256(one, parts[0] ?? one)).toEqual(portable.hmacSha256(one, parts[0] ?? one));
      expect(platform.encodeUtf8(text)).toEqual(portable.encodeUtf8(text));
      // A view into other bytes.
      const view = one.subarray(one.length >> 2);
      expect(platform.encodeBase64(view)).toBe(portable.encodeBase64(view));
      expect(platform.sha256(view)).toEqual(portable.sha256(view));
    }),
    { numRuns: 300 },
  );
});

test.each([portable, platform])('known answers', ({ sha256, hmacSha256, encodeUtf8, encodeBase64 }) => {
  // FIPS 180-4, RFC 4231 test case 2, RFC 4648 section 10.
  expect(Buffer.from(sha256(encodeUtf8('abc'))).toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(Buffer.from(hmacSha256(encodeUtf8('Jefe'), encodeUtf8('what do ya want for nothing?'))).toString('hex')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
  expect(['', 'f', 'fo', 'foo', 'foob'].map((text) => encodeBase64(encodeUtf8(text)))).toEqual(['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==']);
});
