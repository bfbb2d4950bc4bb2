import { canonicalJson, decodeBase64, decodeText } from '@parlance/core';
import { encodeBase64, encodeUtf8 } from '@parlance/core/bytes';
import { z } from 'zod';
import { closed, listOf } from '../format/fields.ts';
import { type PackIssue } from '../format/pack-issue.ts';
import { schemaIssues } from '../format/schema-issues.ts';
import { sourceText } from '../format/source-text.ts';
import { refused } from './release-issue.ts';

/**
 * A DSSE envelope (protocol 1.0) whose signature nobody has checked yet:
 * `{"payload":"<base64>","payloadType":"...","signatures":[{"keyid":"name+c74f20a3","sig":"<base64>"}]}` and a newline.
 * Any DSSE tool can verify what is written here. What is read is narrower than DSSE allows: one spelling, one signature and no other member, so that a
 * statement has one digest and nothing unsigned beside it.
 */
export interface Envelope {
  readonly payload: Uint8Array;
  readonly payloadType: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

export interface Refusable<Value> {
  /** Null when any issue is an error. */
  readonly value: Value | null;
  readonly issues: readonly PackIssue[];
}

/** Makes Ed25519 signatures, wherever the secret lives: a file, an HSM, a key service. */
export interface StatementSigner {
  /** `name+c74f20a3` */
  readonly keyId: string;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

const largestEnvelope = 64 * 1024;

const schema = closed({
  payload: z.string('the statement in base64'),
  payloadType: z.string('the type of the statement'),
  signatures: listOf(closed({ keyid: z.string('the id of a key, name+c74f20a3'), sig: z.string('the signature in base64') }), {
    least: 1,
    most: 1,
  }),
});

/** "PAE(type, body) = "DSSEv1" + SP + LEN(type) + SP + type + SP + LEN(body) + SP + body": what is signed. Lengths are of bytes. */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = encodeUtf8(payloadType);
  const head = encodeUtf8(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  const message = new Uint8Array(head.length + payload.length);
  message.set(head);
  message.set(payload, head.length);
  return message;
}

export async function signEnvelope(
  statement: { readonly payloadType: string; readonly payload: Uint8Array },
  signer: StatementSigner,
): Promise<Uint8Array> {
  const { payloadType, payload } = statement;
  const signature = await signer.sign(preAuthenticationEncoding(payloadType, payload));
  const signatures = [{ keyid: signer.keyId, sig: encodeBase64(signature) }];
  return encodeUtf8(`${canonicalJson({ payload: encodeBase64(payload), payloadType, signatures })}\n`);
}

export function parseEnvelope(file: string, bytes: Uint8Array): Refusable<Envelope> {
  const refuse = (code: Parameters<typeof refused>[1], received = 'other bytes'): Refusable<Envelope> => ({
    value: null,
    issues: [refused(file, code, { received })],
  });
  if (bytes.length > largestEnvelope) return refuse('too-large', `${bytes.length} bytes`);
  const text = decodeText(bytes);
  const value = text === undefined ? undefined : jsonIn(text);
  if (text === undefined || value === undefined) return refuse('not-json');
  const result = schema.safeParse(value);
  if (!result.success) {
    const raw = { value, marks: new Map<string, number>(), texts: [], issues: [] };
    return { value: null, issues: schemaIssues(result.error, { source: sourceText(file, text), raw, rule: 'S14' }) };
  }
  if (text !== `${canonicalJson(result.data)}\n`) return refuse('envelope-spelling', 'another spelling');
  const { payload: payloadText, payloadType, signatures } = result.data;
  const [{ keyid, sig } = { keyid: '', sig: '' }] = signatures;
  const [payload, signature] = [decodeBase64(payloadText), decodeBase64(sig)];
  if (payload === undefined || signature === undefined) return refuse('base64', 'other letters');
  return { value: { payload, payloadType, keyId: keyid, signature }, issues: [] };
}

/** Undefined when the text is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
