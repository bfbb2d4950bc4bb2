import { type ChatParts } from './chat-parts.ts';

/** What the answers of this page have in common: the server leaves it out of an answer whose reader has it. */
export interface Phrases {
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

let known: Phrases | null = null;

/** Null: this browser has none, and answers come whole. */
export const knownPhrases = (): Phrases | null => known;

/** Takes them when the page is there and has nothing else to do; where somebody saves data, when a question is being written. */
export function offerPhrases({ form, field }: Pick<ChatParts, 'form' | 'field'>): void {
  const id = form.dataset['phrases'];
  if (id === undefined || !canRead()) return;
  const take = async (): Promise<void> => {
    const bytes = await phrasesAt(`/assets/phrases/${id}`);
    if (bytes !== null) known = { id, bytes };
  };
  if (savesData()) field.addEventListener('input', () => void take(), { once: true });
  else if (document.readyState === 'complete') void take();
  else window.addEventListener('load', () => void take(), { once: true });
}

/** Not every browser says. */
function savesData(): boolean {
  return navigator.connection?.saveData === true;
}

declare global {
  interface Navigator {
    /** https://wicg.github.io/netinfo/#networkinformation-interface */
    readonly connection?: { readonly saveData?: boolean };
  }
}

async function phrasesAt(address: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const response = await fetch(address, { mode: 'same-origin' });
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
