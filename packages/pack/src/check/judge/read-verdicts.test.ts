import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JudgeItem } from './judge-item.ts';
import { judgeRequests } from './judge-request.ts';
import { type JudgedItem, readVerdicts } from './read-verdicts.ts';
import { type Verdict } from './verdict.ts';

const itemOf = (text: string): JudgeItem => ({ facts: { kind: 'passage', language: 'en', text }, places: [] });
const items = ['a', 'b', 'c'].map(itemOf);
/** The control stands second: the items have the numbers 1, 3 and 4. */
const request = judgeRequests(items)[0]!;
const none = (item: number) => ({ item, clause: 'none', reason: 'none' });
const awake = { item: 2, clause: 'S16', reason: 'propaganda' };
const broken: Verdict = { kind: 'broken', clause: 'S8', reason: 'praise' };
const clear: Verdict = { kind: 'clear' };

const verdictsOn = (content: string): readonly Verdict[] =>
  readVerdicts(request, { kind: 'answered', content }).map(({ verdict }: JudgedItem) => verdict);
const on = (...verdicts: readonly unknown[]): readonly Verdict[] => verdictsOn(JSON.stringify({ verdicts }));
const notJudged = (why: string) => ({ kind: 'not-judged', why });

describe('an answer in the form that was asked for', () => {
  test('gives each item its verdict, in any order', () => {
    expect(on(none(4), awake, { item: 3, clause: 'S8', reason: 'praise' }, none(1))).toEqual([clear, broken, clear]);
  });

  test('may stand in a fence of Markdown', () => {
    const content = JSON.stringify({ verdicts: [none(1), awake, none(3), none(4)] });
    expect(verdictsOn(`\`\`\`json\n${content}\n\`\`\`\n`)).toEqual([clear, clear, clear]);
  });

  test('that names items nobody asked about says nothing of the others', () => {
    expect(on(none(1), awake, none(3), none(4), { item: 99, clause: 'S5', reason: 'rights' }, none(-1), none(0))).toEqual([
      clear,
      clear,
      clear,
    ]);
  });
});

describe('an item is not judged, and the others are', () => {
  test('when it is missing', () => {
    expect(on(none(1), awake, none(4))).toEqual([clear, notJudged('unanswered'), clear]);
  });

  test.each([
    ['twice with one verdict', [none(3), none(3)]],
    ['twice with two', [{ item: 3, clause: 'S8', reason: 'praise' }, none(3)]],
    ['once well and once badly', [none(3), { item: 3 }]],
    ['with an unknown clause', [{ item: 3, clause: 'S6', reason: 'praise' }]],
    ['with an unknown reason', [{ item: 3, clause: 'S8', reason: 'because the author said so' }]],
    ['with a reason and no clause', [{ item: 3, clause: 'none', reason: 'praise' }]],
    ['with a clause and no reason', [{ item: 3, clause: 'S8', reason: 'none' }]],
    ['with words of its own', [{ ...none(3), comment: 'a fine text' }]],
  ])('when it is answered %s', (_name, given) => {
    expect(on(none(1), awake, ...given, none(4))).toEqual([clear, notJudged('unreadable'), clear]);
  });
});

describe('nothing is judged', () => {
  test.each([
    'I cannot help with that.',
    '',
    'null',
    '[]',
    '{"verdicts":{}}',
    '{"verdicts":[],"note":"all is well"}',
    'Here you are: {"verdicts":[]}',
    '['.repeat(200_000),
  ])('by an answer in another form (%#)', (content) => {
    expect(verdictsOn(content)).toEqual([notJudged('unreadable'), notJudged('unreadable'), notJudged('unreadable')]);
  });

  test('where there is no answer', () => {
    const judged = readVerdicts(request, { kind: 'failed', why: 'slow' });
    expect(judged.map(({ verdict }) => verdict)).toEqual([notJudged('slow'), notJudged('slow'), notJudged('slow')]);
  });
});

describe('a model that overlooks the control', () => {
  test('is believed when it finds a fault, and not when it finds none', () => {
    expect(on(none(1), none(2), { item: 3, clause: 'S8', reason: 'praise' }, none(4))).toEqual([
      notJudged('distracted'),
      broken,
      notJudged('distracted'),
    ]);
  });

  test('or does not answer on it, is not believed either', () => {
    expect(on(none(1), none(3), none(4))).toEqual([notJudged('distracted'), notJudged('distracted'), notJudged('distracted')]);
  });
});

test('whatever a model answers, there is one verdict for each item and no word of its own in it', () => {
  const entry = fc.oneof(
    fc.anything(),
    fc.record({
      item: fc.integer({ min: 0, max: 5 }),
      clause: fc.constantFrom('none', 'S5', 'S9'),
      reason: fc.constantFrom('none', 'praise', 'x'),
    }),
  );
  const content = fc.oneof(
    fc.string(),
    fc.json(),
    fc.array(entry).map((verdicts) => JSON.stringify({ verdicts })),
  );
  fc.assert(
    fc.property(content, (text) => {
      const judged = readVerdicts(request, { kind: 'answered', content: text });
      expect(judged.map(({ item }) => item)).toEqual(items);
      for (const { verdict } of judged)
        expect(JSON.stringify(verdict)).toMatch(/^\{"kind":"(?:clear|broken|not-judged)"(?:,"(?:clause|reason|why)":"[A-Za-z0-9-]+")*\}$/);
    }),
    { numRuns: 500 },
  );
});
