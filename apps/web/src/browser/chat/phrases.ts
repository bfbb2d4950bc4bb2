import { type ChatParts, turnsOf } from './chat-parts.ts';

/** What the answers of this page have in common: the server leaves it out of an answer whose reader has it. */
export interface Phrases {
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

let known: Phrases | null = null;

/** Null: this browser has none, and answers come whole. */
export const knownPhrases = (): Phrases | null => known;

/** Takes them from the cache of the browser at once, and over the line when a second question is being written: who asks once does not pay for them. */
export function offerPhrases(parts: ChatParts): void {
  const id = parts.form.dataset['phrases'];
  if (id === undefined || !canRead()) return;
  const take = async (cache: RequestCache): Promise<void> => {
    const bytes = await phrasesAt(`/assets/phrases/${id}`, cache);
    if (bytes !== null) known = { id, bytes };
  };
  void take('only-if-cached');
  const takeOnce = (): void => {
    if (turnsOf(parts).length === 0) return;
    parts.field.removeEventListener('input', takeOnce);
    if (known === null) void take('default');
  };
  parts.field.addEventListener('input', takeOnce);
}

async function phrasesAt(address: string, cache: RequestCache): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const response = await fetch(address, { cache, mode: 'same-origin' });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

function canRead(): boolean {
  try {
    return new DecompressionStream('deflate-raw').readable instanceof ReadableStream;
  } catch {
    return false;
  }
}
