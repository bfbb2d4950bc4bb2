export { askedFacet, type AskedFacet } from './asked-facet.ts';
export { buildIndex, type KnowledgeIndex } from './build-index.ts';
export { known } from './confidence.ts';
export { type Facet } from './facet-words.ts';
export { hasSubject, leansBack } from './has-subject.ts';
export { searchCards, searchPassages, type SearchHit, type SearchOptions } from './search.ts';
