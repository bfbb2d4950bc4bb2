import { type Config } from '../config/config.ts';

/** What everybody may know of a server that helps. Its address and its key stay in the configuration. */
interface PublicServer {
  readonly model: string | null;
  /** ISO 3166-1 alpha-2; null counts as outside. */
  readonly jurisdiction: string | null;
}

export interface PublicServers {
  readonly safeguard: PublicServer | null;
  readonly embeddings: PublicServer | null;
}

export function publicServers({ classifier, embeddings }: Pick<Config, 'classifier' | 'embeddings'>): PublicServers {
  return { safeguard: publicServer(classifier), embeddings: publicServer(embeddings) };
}

function publicServer(config: Pick<PublicServer, 'model' | 'jurisdiction'> | null): PublicServer | null {
  return config && { model: config.model === null ? null : publicModel(config.model), jurisdiction: config.jurisdiction };
}

/** Servers that run a model from a file call it by its path, which is nobody's business: `/home/x/model.gguf` is `model.gguf`. */
export function publicModel(id: string): string {
  return /^(?:[/~.\\]|[A-Za-z]:)/.test(id) ? (id.split(/[/\\]/).at(-1) ?? '') : id;
}
