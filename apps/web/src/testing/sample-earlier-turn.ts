import { type SourceObject } from '@parlance/wire';
import { type CarriedTurn } from '../answer/earlier-turn.ts';
import { sampleFacts, sampleOmission } from './sample-turn.ts';

export const sampleSource: SourceObject = {
  id: 's1',
  title: 'A page',
  publisher: 'Riigikantselei',
  url: 'https://example.ee/page',
  licence: null,
  language: 'et',
  retrieved: '2026-11-01',
};

/** The first turn of a conversation, with `word` wherever a text of somebody else can stand. */
export function earlierTurn(question: string, word: string): CarriedTurn {
  return {
    conversation: 'c',
    number: 1,
    question,
    answer: `${question}\n\n- a\n- b ${word}`,
    marks: [{ start: question.length, end: question.length + 1, mark: { kind: 'marker', disclosure: sampleOmission.id } }],
    language: word,
    changes: { omitted: 1, added: 0 },
    ending: 'law',
    isRefused: false,
    isCutShort: false,
    receipt: { id: word, nonce: word, deadline: '2026-11-22T10:00:00Z', isWhole: true },
    isRecorded: true,
    disclosures: [{ ...sampleOmission, rule: word }],
    sources: [{ ...sampleSource, title: word, url: word }],
    facts: sampleFacts(),
    carried: `sealed ${word}`,
  };
}
