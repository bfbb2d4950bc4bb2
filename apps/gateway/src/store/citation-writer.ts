import { type SourceObject } from '@parlance/wire';
import { BatchWriter, type BatchWriterOptions } from './batch-writer.ts';
import { addCitations, citationName, type CitationRow } from './citation-row.ts';
import { type CitationStore } from './citation-store.ts';

/** The sources of one answer, and which of them its text cites, by id. */
export interface Citations {
  readonly pack: string;
  readonly language: string;
  readonly sources: readonly Pick<SourceObject, 'id' | 'publisher'>[];
  readonly cited: ReadonlySet<string>;
}

export interface CitationWriterOptions extends BatchWriterOptions {
  readonly store: Pick<CitationStore, 'addBatch'>;
  readonly now?: () => Date;
}

/** Counts which publishers answers show and cite, and nothing about who asked or what was said. */
export class CitationWriter {
  readonly #rows: BatchWriter<CitationRow>;
  readonly #now: () => Date;

  constructor({ store, now = () => new Date(), ...options }: CitationWriterOptions) {
    this.#now = now;
    const addBatch: CitationStore['addBatch'] = (group) => store.addBatch(group);
    this.#rows = new BatchWriter({ what: 'citations', addBatch, nameOf: citationName, sum: addCitations }, options);
  }

  /** An answer counts once for each publisher, however many sources are of it. While the database is away for very long, citations are not counted. */
  add({ pack, language, sources, cited }: Citations): void {
    if (!this.#rows.hasRoom) return;
    const day = this.#now().toISOString().slice(0, 10);
    for (const publisher of new Set(sources.map((source) => source.publisher))) {
      const isCited = sources.some((source) => source.publisher === publisher && cited.has(source.id));
      this.#rows.add({ day, pack, language, publisher: storable(publisher), shown: 1n, cited: isCited ? 1n : 0n });
    }
  }

  flush(): Promise<void> {
    return this.#rows.flush();
  }

  close(attempts?: number): Promise<void> {
    return this.#rows.close(attempts);
  }
}

/** A row that the database refuses would stop all that come after it: it takes no NUL, and no half of a surrogate pair. */
function storable(publisher: string): string {
  return publisher.toWellFormed().replaceAll('\0', '').slice(0, 300).toWellFormed();
}
