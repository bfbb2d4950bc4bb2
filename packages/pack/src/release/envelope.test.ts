import { createPublicKey, verify } from 'node:crypto';
import { decodeBase64, decodeText, parseVerifierKey } from '@parlance/core';
import { encodeUtf8 } from '@parlance/core/bytes';
import { expect, test } from 'vitest';
import { parseEnvelope, preAuthenticationEncoding, signEnvelope } from './envelope.ts';
import { testSigner } from './testing/signers.ts';
import { isGreaterVersion } from './version-order.ts';

test('what is signed is the encoding of the specification of DSSE, its own vector', () => {
  const encoded = preAuthenticationEncoding('http://example.com/HelloWorld', encodeUtf8('hello world'));
  expect(decodeText(encoded)).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
});

test('lengths are of bytes', () => {
  expect(decodeText(preAuthenticationEncoding('tybé', encodeUtf8('õ')))).toBe('DSSEv1 5 tybé 2 õ');
});

test('another implementation of Ed25519 verifies an envelope, and reading gives back what was signed', async () => {
  const signer = await testSigner('lea.language');
  const payload = encodeUtf8('{}');
  const { value } = parseEnvelope('x', await signEnvelope({ payloadType: 'text/plain', payload }, signer));
  expect(value).toMatchObject({ payloadType: 'text/plain', payload, keyId: signer.keyId });
  const key = parseVerifierKey(signer.vkey);
  const x = Buffer.from(key.ok ? key.value.publicKey : []).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  expect(verify(null, preAuthenticationEncoding('text/plain', payload), publicKey, value?.signature ?? Buffer.of())).toBe(true);
  expect(decodeBase64(signer.vkey.split('+').slice(2).join('+'))).toHaveLength(33);
});

test('versions are in the order of the specification of SemVer, its own example', () => {
  const order = [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '1.0.10',
    '1.2.0',
    '10.0.0',
  ];
  for (const [place, version] of order.entries()) {
    for (const [otherPlace, other] of order.entries()) expect(isGreaterVersion(version, other)).toBe(place > otherPlace);
  }
});
