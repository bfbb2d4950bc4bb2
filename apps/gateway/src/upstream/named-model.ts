import { publicModel } from '../transparency/public-servers.ts';

/** An id such as `org/model-7b:q4_0`: no spaces, no sentence. */
const modelId = /^[A-Za-z0-9][\w.:/@+-]{0,99}$/;

interface Naming {
  /** What the server says that it is. */
  readonly said: string;
  /** What it was asked for, which a client may have written. */
  readonly asked: unknown;
  readonly offered: readonly string[];
}

/**
 * The name by which everybody may know the model of an answer; null where it tells nothing. A server that repeats what it was asked for has named nothing, unless it offers that:
 * else whoever holds a key could write on a public page.
 */
export function namedModel({ said, asked, offered }: Naming): string | null {
  if (said === asked && !offered.includes(said)) return null;
  const name = publicModel(said);
  return modelId.test(name) ? name : null;
}

/** What one server offers and what it named itself last, in memory alone. */
export function modelNaming() {
  let offered: readonly string[] = [];
  let named: string | null = null;
  return {
    named: (): string | null => named,
    offer: (models: readonly string[]): readonly string[] => (offered = models),
    onModel: (asked: unknown) => (said: string) => {
      named = namedModel({ said, asked, offered }) ?? named;
    },
  };
}
