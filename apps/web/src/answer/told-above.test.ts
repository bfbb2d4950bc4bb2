import { describe, expect, test } from 'vitest';
import { endEvent, sampleAddition, sampleOmission, sampleWords, textEvent } from '../testing/sample-turn.ts';
import { createAnswerEncoder } from './answer-encoder.ts';
import { type ToldAbove } from './told-above.ts';

const notice = 'Rules for the young apply here.';
const toldAbove: ToldAbove = { rule: sampleAddition.rule, told: [notice] };

function html(toldAboveIt: ToldAbove | null, said = notice, size = 1000): string {
  const encoder = createAnswerEncoder({ language: 'en', words: sampleWords, toldAbove: toldAboveIt });
  const mark = { kind: 'addition', disclosure: sampleAddition.id } as const;
  const pieces = `⟦+ Added: ${said}⟧`.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
  const disclosures = [sampleAddition, sampleOmission];
  return [
    ...pieces.map((piece) => textEvent(piece, mark)),
    textEvent('An answer.'),
    endEvent({ disclosures, changes: { omitted: 1, added: 1 } }),
  ]
    .map((event) => encoder.encode(event))
    .join('');
}

const folded = (page: string): string => /<details class="made">[^]*$/.exec(page)?.[0] ?? '';

describe('where a notice stands at the head of the page', () => {
  test('an answer has its change line in the open, and the notice again in a fold', () => {
    const page = html(toldAbove);
    expect(page).toContain('<p class="changes"');
    expect(page).toContain('omitted 1, added 1');
    expect(folded(page)).toContain(`class="notice add"`);
    expect(page).toContain(notice);
    expect(page).toMatch(/<details class="addition" id/);
  });

  test('what was left out is told in the open all the same', () => {
    const page = html(toldAbove);
    expect(page).toContain('class="notice omit"');
    expect(folded(page)).not.toContain('class="notice omit"');
  });

  test('an addition that says anything else stays open', () => {
    expect(html(toldAbove, `${notice} And more.`)).toContain('<details class="addition" open');
    expect(html(toldAbove, 'Call 112.')).toContain('<details class="addition" open');
  });

  test('it does not matter how the addition was cut', () => {
    for (const size of [1, 2, 7]) expect(html(toldAbove, notice, size)).toBe(html(toldAbove));
  });
});

test('where none stands there nothing is folded', () => {
  const page = html(null);
  expect(page).toContain('<details class="addition" open');
  expect(folded(page)).not.toContain('class="notice');
});
