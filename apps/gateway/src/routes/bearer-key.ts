import { timingSafeEqual } from 'node:crypto';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type ClientFault } from '../errors.ts';
import { hashOfSecret } from '../store/key-facts.ts';
import { sendFault } from './send-fault.ts';

/** A hook that lets only the holder of one key in, before the body is read: a stranger makes nobody parse anything. `use` ends the message to them. */
export function bearerKey(keyHash: Uint8Array, use: string) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const fault = keyFault(request.headers.authorization, keyHash, use);
    if (fault === null) done();
    else void sendFault(reply, fault);
  };
}

/** Hashes have one length, so that comparing them tells nothing of the key. */
function keyFault(header: string | undefined, keyHash: Uint8Array, use: string): ClientFault | null {
  if (header === undefined || header === '') return { code: 'missing_key', message: 'send the header "Authorization: Bearer <key>"' };
  const secret = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (secret !== undefined && timingSafeEqual(hashOfSecret(secret), keyHash)) return null;
  return { code: 'invalid_key', message: `this is not the key with which ${use}` };
}
