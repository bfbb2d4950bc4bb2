import { expect, test } from 'vitest';
import { objectionsText, objectionText, otherOfficeText } from './objection-text.ts';

test('what people wrote cannot move the cursor, colour a line or turn its direction', () => {
  const text = objectionText({ text: 'a\u001b[2Jb\u202ec\u009bd\ne', decision: { by: null } });
  expect(text).toBe('text: a?[2Jb?c?d e\ndecision.by: -\n');
});

test('joiners and non-joiners, without which words of Persian and Hindi are damaged, stay', () => {
  const written = 'می\u200cخواهم क्\u200dष';
  expect(objectionText({ text: written })).toBe(`text: ${written}\n`);
});

test('a list has a line for each objection and says which are overdue', () => {
  const one = { number: '7', state: 'open', due: '2026-01-01', rule: 'r', reason: 'needed', language: 'et', is_overdue: true };
  expect(objectionsText([one])).toBe('number  state  due  rule  reason  language\n7  open  2026-01-01  r  needed  et  overdue\n');
  expect(objectionsText([])).toBe('no objections\n');
});

test('a decision in another name than the rule gives is warned of, and one in that name or of the operator is not', () => {
  const decided = (office: string | null, by: string | null, result = 'decided') =>
    otherOfficeText({ result, objection: { office, decision: { by } } });
  expect(decided('Office', 'X\u001b[2J')).toBe(
    'warning: the public log and the person now read that "X?[2J" decided; the rule names "Office", and nothing proves who decided\n',
  );
  expect(decided(null, 'X')).toContain('the rule names the operator');
  expect(decided('Office', 'X', 'unlogged')).toMatch(/^warning: the person now reads that "X" decided/);
  expect(decided('Office', 'X', 'decided-before')).toBe('');
  expect([decided('Office', 'Office'), decided('Office', null), decided(null, null)]).toEqual(['', '', '']);
});
