import { decodeBase64, verifierKey, formatVerifierKey } from '@parlance/core';
import { encodeUtf8, sha256 } from '@parlance/core/bytes';
import { type StatementSigner } from '../envelope.ts';
import { keyIdOf } from '../parse-trust.ts';

/** A key for tests: the same name gives the same key on every machine. */
export interface TestSigner extends StatementSigner {
  /** As it stands in trust.yaml. */
  readonly vkey: string;
}

/** PKCS #8 of an Ed25519 key (RFC 8410 section 7) is these bytes and the seed. */
const prefix = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

export async function testSigner(name: string): Promise<TestSigner> {
  const pkcs8 = Uint8Array.of(...prefix, ...sha256(encodeUtf8(`a key for tests, known to everybody: ${name}`)));
  const secret = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', secret);
  const key = verifierKey(name, 'ed25519', decodeBase64(`${x.replaceAll('-', '+').replaceAll('_', '/')}=`) ?? new Uint8Array());
  return {
    keyId: keyIdOf(key),
    vkey: formatVerifierKey(key),
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', secret, Uint8Array.from(message))),
  };
}
