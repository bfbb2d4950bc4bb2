import { type Curriculum, type Pack } from '@parlance/pack';
import { sampleSector } from '../../packages/pack/src/resolve/sample-pack.ts';

export const studiedItem = '00000000-0000-4000-8000-000000000001';
const otherItem = '00000000-0000-4000-8000-000000000002';
const heading = '00000000-0000-4000-8000-00000000000a';

const item = { uri: 'https://example.org/item', type: null, language: null, levels: [] };

export const sampleCurriculum: Curriculum = {
  id: '00000000-0000-4000-8000-0000000000ff',
  title: 'Mathematics, years 1 to 3',
  creator: 'Ministry',
  publisher: null,
  language: 'en',
  status: null,
  notes: null,
  source: { url: 'https://example.org/curriculum', read: '2026-11-01' },
  items: [
    { ...item, id: heading, statement: 'Numbers', code: 'M.1' },
    { ...item, id: otherItem, statement: 'compares numbers', code: 'M.1.2' },
    { ...item, id: studiedItem, statement: 'adds whole numbers', code: 'M.1.1' },
  ],
  associations: [
    { id: 'a1', kind: 'isChildOf', from: heading, to: '00000000-0000-4000-8000-0000000000ff', place: 1 },
    { id: 'a2', kind: 'isChildOf', from: otherItem, to: heading, place: 2 },
    { id: 'a3', kind: 'isChildOf', from: studiedItem, to: heading, place: 1 },
  ],
};

/** Parts of a pack whose usual sector has a study mode: with it each surface has the same rules. */
export const studiedHere: Pick<Pack, 'sectors' | 'curriculum'> = {
  curriculum: new Map([['mathematics', sampleCurriculum]]),
  sectors: new Map([
    [
      'citizen-services',
      {
        ...sampleSector('citizen-services', {}),
        curriculum: ['mathematics'],
        study: { hints: null, tries: { value: '2', names: 'tries-before-answer' }, style: null, age_band: null, not_human_reminder: null },
      },
    ],
  ]),
};
