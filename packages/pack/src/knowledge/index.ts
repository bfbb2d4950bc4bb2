export { buildIndex, type KnowledgeIndex } from './build-index.ts';
export { known } from './confidence.ts';
export { searchCards, searchPassages, type SearchHit, type SearchOptions } from './search.ts';
