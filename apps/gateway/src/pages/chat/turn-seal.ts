import { createHmac, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type CarriedTurn, type EarlierTurn } from '@parlance/web';
import { readEarlierTurn } from './earlier-turn.ts';

/** Signs the turns that a page brings along, so that a page shows nothing as told here that was not. */
export interface TurnSeal {
  /** The value of the field: `<mac>.<turn>`. */
  seal(turn: EarlierTurn): string;
  /** Null: this server, or one with its key, never told this turn so. */
  open(value: string): CarriedTurn | null;
}

/** Separates the use of the key from any other. The number changes with the form of a turn. */
const context = 'parlance turn 1\n';

/** 128 bits: nobody tries so many against a server. */
const macBytes = 16;

/** Bytes of a turn. What is longer never left. */
const longestTurn = 4_000_000;

/**
 * HMAC-SHA-256, shortened, over the JSON of the turn, deflated (RFC 1951) and in Base64url: letters that a form sends as they are, where it would write three to nine bytes for one letter of most
 * scripts. Nothing is unpacked whose MAC is wrong.
 */
export function turnSeal(key: Uint8Array): TurnSeal {
  const macOf = (packed: string): Buffer => createHmac('sha256', key).update(context).update(packed).digest().subarray(0, macBytes);
  return {
    seal(turn) {
      const packed = deflateRawSync(JSON.stringify(turn), { level: 9 }).toString('base64url');
      return `${macOf(packed).toString('base64url')}.${packed}`;
    },
    open(value) {
      const [mac = '', packed = '', ...rest] = value.split('.', 3);
      const given = Buffer.from(mac, 'base64url');
      if (rest.length > 0 || given.length !== macBytes || !timingSafeEqual(given, macOf(packed))) return null;
      const turn = readEarlierTurn(inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: longestTurn }).toString('utf8'));
      return turn === null ? null : { ...turn, carried: value };
    },
  };
}
