import { createHmac, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type CarriedTurn, type EarlierTurn } from '@parlance/web';
import { readEarlierTurn } from './earlier-turn.ts';

/** Signs the turns that a page brings along, so that a page shows nothing as told here that was not. */
export interface TurnSeal {
  /** The value of the field, `<mac>.<packed turn>`: few bytes in a form, where a letter of most scripts would take three to nine. */
  seal(turn: EarlierTurn): string;
  /** The same as `<mac><JSON of the turn>`: few bytes in a page that is compressed beside the text of the answer. A script packs it before it is sent. */
  sealPlain(turn: EarlierTurn): string;
  /** Of either form. Null: this server, or one with its key, never told this turn so. */
  open(value: string): CarriedTurn | null;
}

/** Separates the use of the key from any other. The number changes with the form of a turn. */
const context = 'parlance turn 3\n';

/** 128 bits: nobody tries so many against a server. In Base64url they have 22 letters. */
const macBytes = 16;

/** Bytes of a turn. What is longer never left. */
const longestTurn = 4_000_000;

/**
 * HMAC-SHA-256, shortened, over the JSON of the turn. Packed it is deflated (RFC 1951) and in Base64url. A form is read from its newest turn back and no further than to the first that is not
 * ours, so that one field at most is unpacked for nothing.
 */
export function turnSeal(key: Uint8Array): TurnSeal {
  const macOf = (json: string): Buffer => createHmac('sha256', key).update(context).update(json).digest().subarray(0, macBytes);
  const isOurs = (mac: string, json: string): boolean => {
    const given = Buffer.from(mac, 'base64url');
    return given.length === macBytes && timingSafeEqual(given, macOf(json));
  };
  // JSON may hold the controls from U+007F on as they are, and our HTML holds none.
  const signed = (turn: EarlierTurn): readonly [mac: string, json: string] => {
    const json = JSON.stringify(turn).replace(/[\u007f-\u009f]/g, (control) => `\\u00${control.charCodeAt(0).toString(16)}`);
    return [macOf(json).toString('base64url'), json];
  };
  return {
    seal: (turn) => packedValue(...signed(turn)),
    sealPlain: (turn) => signed(turn).join(''),
    open(value) {
      const [, mac, json] = /^([\w-]{22})(\{[^]*)$/.exec(value) ?? unpacked(value);
      if (mac === undefined || json === undefined || !isOurs(mac, json)) return null;
      const turn = readEarlierTurn(json);
      return turn === null ? null : { ...turn, carried: value.startsWith('.', mac.length) ? value : packedValue(mac, json) };
    },
  };
}

function packedValue(mac: string, json: string): string {
  return `${mac}.${deflateRawSync(json, { level: 9 }).toString('base64url')}`;
}

function unpacked(value: string): readonly [value: string, mac?: string, json?: string] {
  const [, mac, packed] = /^([\w-]{22})\.([\w-]+)$/.exec(value) ?? [];
  if (mac === undefined || packed === undefined) return [value];
  try {
    return [value, mac, inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: longestTurn }).toString('utf8')];
  } catch {
    return [value];
  }
}
