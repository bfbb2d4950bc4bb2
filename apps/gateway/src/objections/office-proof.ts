import { createHmac } from 'node:crypto';

/** What a server is asked before it is given a key, and where it was asked. */
interface OfficeChallenge {
  /** 32 random bytes in hexadecimal. */
  readonly challenge: string;
  /** The server's own: a program that hands the challenge on to the true server listens at another. */
  readonly port: number;
}

export function isChallenge(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
}

/** Shows that somebody has the key of the office, without telling it. */
export function officeProof(keyHash: Uint8Array, { challenge, port }: OfficeChallenge): string {
  return createHmac('sha256', keyHash).update(`parlance office ${port} ${challenge}`).digest('hex');
}
