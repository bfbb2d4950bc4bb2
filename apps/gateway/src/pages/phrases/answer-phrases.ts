import { digestOf } from '@parlance/web';
import { type Gateway } from '../../gateway.ts';
import { type Country } from '../../country/country.ts';
import { type ReadyAsset, readyAsset } from '../send-asset.ts';
import { usualAnswer } from './usual-answer.ts';

/** What answers in one language have in common: words of the page, names of laws, digests. A browser that has it once needs no answer to bring it again. */
export interface Phrases {
  /** A digest, in 16 letters. */
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly asset: ReadyAsset;
}

export interface AnswerPhrases {
  /** Of a pack as it is in force, in a language of its pages; null: it has none. */
  of(gateway: Gateway, language: string): Promise<Phrases | null>;
  find(id: string): Phrases | null;
}

/** Bytes to which a compressed text can refer (RFC 1951 has 32 KiB), less what zlib keeps for itself. */
const mostBytes = 32_000;

/** Languages of this pack and of those that were in force before it. */
const mostKept = 64;

/** Made when somebody first wants them, and forgotten when others took their place: a page that names forgotten ones gets its answers whole. */
export function answerPhrases(): AnswerPhrases {
  const known = new Map<string, Phrases>();
  const made = new WeakMap<Country, Map<string, Promise<Phrases | null>>>();
  const make = async (gateway: Gateway, language: string): Promise<Phrases | null> => {
    const bytes = Buffer.from(await usualAnswer(gateway, language)).subarray(-mostBytes);
    const phrases = { id: digestOf(bytes), bytes, asset: readyAsset('text/html; charset=utf-8', bytes) };
    known.set(phrases.id, phrases);
    for (const oldest of [...known.keys()].slice(0, -mostKept)) known.delete(oldest);
    return phrases;
  };
  return {
    of(gateway, language) {
      const { country } = gateway;
      const ofCountry = made.get(country) ?? new Map<string, Promise<Phrases | null>>();
      made.set(country, ofCountry);
      // An answer without phrases is as good, only longer.
      const phrases = ofCountry.get(language) ?? make(gateway, language).catch(() => null);
      ofCountry.set(language, phrases);
      return phrases;
    },
    find: (id) => known.get(id) ?? null,
  };
}
