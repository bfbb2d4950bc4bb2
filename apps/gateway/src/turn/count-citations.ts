import { type Ending } from '@parlance/charter';
import { type ParlanceObject } from '@parlance/wire';
import { type CitationWriter } from '../store/citation-writer.ts';

/** An answer that broke or that nobody waited for has shown nothing. */
const isUncounted = (ending: Ending): boolean => ending === 'outage' || ending === 'client_gone';

/** Counts the publishers of an answer. Their names are those of the pack; a model only says which of the sources it cites. */
export function countCitations(
  gateway: { readonly citations: Pick<CitationWriter, 'add'> },
  { ending, sources, language, pack }: Pick<ParlanceObject, 'ending' | 'sources' | 'language' | 'pack'>,
  cited: ReadonlySet<string>,
): void {
  if (sources.length === 0 || isUncounted(ending)) return;
  gateway.citations.add({ pack: pack.id, language, sources, cited });
}
