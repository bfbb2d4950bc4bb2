import { timingSafeEqual } from 'node:crypto';
import { hashOfSecret, hasSecretForm, isLive, type KeyFacts } from './key-facts.ts';
import { type KeyStore } from './key-store.ts';

export interface KeyCacheOptions {
  readonly keys: Pick<KeyStore, 'findByHash'>;
  readonly now?: () => Date;
  /** Entries, for keys that exist and again for keys that do not. */
  readonly capacity?: number;
  /** Milliseconds for which an answer of the store is believed: a key that another server revoked works no longer than that. */
  readonly freshness?: number;
}

interface Entry {
  readonly hash: Uint8Array;
  readonly facts: KeyFacts | null;
  /** Milliseconds since the epoch. */
  readonly readAt: number;
}

/**
 * Remembers what the store said of the keys that came lately, so that a request with a known key asks nobody.
 * Wrong keys have a table of their own, so that a flood of them cannot push out the keys in use.
 */
export class KeyCache {
  readonly #options: Required<KeyCacheOptions>;
  #known = new Map<string, Entry>();
  #unknown = new Map<string, Entry>();
  #asking = new Map<string, Promise<Entry>>();

  constructor(options: KeyCacheOptions) {
    this.#options = { now: () => new Date(), capacity: 10_000, freshness: 60_000, ...options };
  }

  /** The facts of a live key; null for any other text. Throws `store_unavailable` when the store must be asked and cannot answer. */
  async find(secret: string): Promise<KeyFacts | null> {
    if (!hasSecretForm(secret)) return null;
    const hash = hashOfSecret(secret);
    const name = Buffer.from(hash).toString('base64');
    const { hash: found, facts } = this.#fresh(name) ?? (await this.#ask(name, hash));
    if (facts === null || !timingSafeEqual(found, hash)) return null;
    return isLive(facts, this.#options.now()) ? facts : null;
  }

  /** Forgets everything, so that a key that was revoked here stops at once. */
  clear(): void {
    // New tables: a question under way keeps the old ones, and its answer, which may be out of date, is forgotten with them.
    this.#known = new Map();
    this.#unknown = new Map();
    this.#asking = new Map();
  }

  #fresh(name: string): Entry | null {
    const table = this.#known.has(name) ? this.#known : this.#unknown;
    const entry = table.get(name);
    if (entry === undefined) return null;
    table.delete(name);
    // A clock that was set back makes an age negative; such an entry is not believed.
    const age = this.#options.now().getTime() - entry.readAt;
    if (age < 0 || age >= this.#options.freshness) return null;
    table.set(name, entry);
    return entry;
  }

  /** Requests that come with the same key at the same moment share one question. */
  #ask(name: string, hash: Uint8Array): Promise<Entry> {
    const asking = this.#asking;
    const asked = asking.get(name);
    if (asked !== undefined) return asked;
    const question = this.#read(name, hash).finally(() => asking.delete(name));
    asking.set(name, question);
    return question;
  }

  async #read(name: string, hash: Uint8Array): Promise<Entry> {
    const [known, unknown, readAt] = [this.#known, this.#unknown, this.#options.now().getTime()];
    const entry = { hash, facts: await this.#options.keys.findByHash(hash), readAt };
    this.#remember(entry.facts === null ? unknown : known, name, entry);
    return entry;
  }

  /** A map keeps the order of insertion, so that its first entry was used longest ago. */
  #remember(table: Map<string, Entry>, name: string, entry: Entry): void {
    table.set(name, entry);
    const [oldest] = table.keys();
    if (table.size > this.#options.capacity && oldest !== undefined) table.delete(oldest);
  }
}
