import { describe, expect, test } from 'vitest';
import { type ServiceCard } from '../pack.ts';
import { samplePack } from '../resolve/sample-pack.ts';
import { buildIndex } from './build-index.ts';
import { hasSubject, leansBack } from './has-subject.ts';

const indexOf = (title: string) => {
  const card: ServiceCard = { id: 'one', title: { en: title }, office: 'state-information', questions: {}, sources: new Map(), facts: [] };
  return buildIndex(samplePack({ languages: ['en'], services: [card] }));
};

const index = indexOf('Passport');

describe('a question that lives on the one before', () => {
  test.each(['what does it cost?', 'can I do that online?', 'and for children?', 'what papers for a child?', 'how much money?'])(
    '%s',
    (question) => {
      expect([hasSubject(index, question, 'en'), leansBack(index, question, 'en')]).toEqual([false, true]);
    },
  );

  test.each(['thank you very much', 'and thank you', 'that is all, thanks', 'hello'])(
    'neither has a subject nor lives on it: %s',
    (question) => {
      expect(leansBack(index, question, 'en')).toBe(false);
    },
  );

  test.each(['how long does a divorce take?', 'how much for a child?', 'when is this child paid?', 'how much for work?'])(
    'has a subject of its own: %s',
    (question) => {
      expect([hasSubject(index, question, 'en'), leansBack(index, question, 'en')]).toEqual([true, false]);
    },
  );
});

test('a word that every service has is a subject where a card is called so', () => {
  expect(hasSubject(index, 'when are the payments?', 'en')).toBe(true);
  expect(hasSubject(index, 'when is the payment?', 'en')).toBe(false);
  expect(hasSubject(indexOf('Payment'), 'when is the payment?', 'en')).toBe(true);
});
