import { describe, expect, test } from 'vitest';
import { longestPattern, parsePattern } from './pattern.ts';

describe('what a pattern may be', () => {
  test.each([
    ['abc', 3],
    ['õ', 2],
    ['a|bcd', 3],
    ['(ab){2,3}', 6],
    ['a?b', 2],
    ['\\d{4}', 4],
    ['\\p{L}{2,4}', 4],
    ['[a-c]{3}', 3],
    ['[a\\d-]', 1],
    ['\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\\\', 11],
    ['a  b', 3],
    ['a\\s{1,9}b', 3],
    ['#', 1],
  ])('%s has a longest match of %d', (source, longest) => {
    expect(parsePattern(source)).toMatchObject({ ok: true, longest });
  });
});

describe('what a pattern may not be', () => {
  const repetition = /for repetition$/;
  test.each([
    ['', /at least one character/, 0],
    ['()', /at least one character/, 0],
    ['a?', /at least one character/, 0],
    ['a|', /at least one character/, 0],
    ['\u200b', /at least one character/, 0],
    ['a*', repetition, 1],
    ['a+', repetition, 1],
    ['a.b', repetition, 1],
    ['^a', repetition, 0],
    ['a$', repetition, 1],
    ['?a', repetition, 0],
    ['{2}', repetition, 0],
    ['a}', repetition, 1],
    ['a]', repetition, 1],
    ['a??', repetition, 2],
    ['a{2}{2}', repetition, 4],
    ['(?:a)', repetition, 1],
    ['(?=a)', repetition, 1],
    ['(?<!a)b', repetition, 1],
    ['(a', /a "\)" for this "\("/, 0],
    ['a)', /unmatched "\)"/, 1],
    ['[a', /a "\]" for this "\["/, 0],
    ['[]', /at least one visible character/, 0],
    ['[^a]', /names what it matches/, 0],
    ['[z-a]', /a range in order/, 1],
    ['[\u4e00-\u9fff]', /at most 1024 characters/, 1],
    ['a{,3}', /with bounds/, 1],
    ['a{2,}', /with bounds/, 1],
    ['a{3,2}', /with bounds/, 1],
    ['a{0}', /with bounds/, 1],
    ['a{1000}', /with bounds/, 1],
    ['a{', /with bounds/, 1],
    ['a{x}', /with bounds/, 1],
    ['\\', /one of \\d/, 0],
    ['\\1', /one of \\d/, 0],
    ['\\b', /one of \\d/, 0],
    ['\\D', /one of \\d/, 0],
    ['\\W', /one of \\d/, 0],
    ['\\p{Lu}', /one of \\d/, 0],
    ['\\P{L}', /one of \\d/, 0],
    ['\\k<a>', /one of \\d/, 0],
    ['\\u0041', /one of \\d/, 0],
    ['\\x41', /one of \\d/, 0],
    ['[\\b]', /one of \\d/, 1],
    ['a{401}', /at most 400/, 0],
    ['(a{100}){5}', /at most 400/, 0],
    [`${'('.repeat(41)}a${')'.repeat(41)}`, /at most 40 deep/, 40],
    [`(${'ab|'.repeat(50)}c){100}`, /written out/, 0],
  ])('%s is refused', (source, expected, at) => {
    const parsed = parsePattern(source);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.expected).toMatch(expected);
    expect(parsed.at).toBe(at);
  });

  test('the longest is still accepted', () => {
    expect(parsePattern(`a{${longestPattern}}`).ok).toBe(true);
  });
});
