import { describe, expect, test } from 'vitest';
import { forgedNoticeRule } from './forged-notice.ts';
import { identifierIds } from './identifiers/index.ts';
import { type OmitRule } from './rule.ts';
import { freshScan, scan } from './matching/scanner.ts';
import { startPass, step } from './pass.ts';
import { compile } from './screen.ts';
import { compiled, delivered, lawRule, privacyRule, proseContext, run, screenText } from './testing/sample-rules.ts';

function lawTerms(...terms: readonly string[]): OmitRule {
  return { ...lawRule, matcher: { terms } };
}

function lawPattern(pattern: string): OmitRule {
  return { ...lawRule, matcher: { patterns: [pattern] } };
}

const marker = /⟦1: left out/;

describe('another spelling of the same content is the same content (R12)', () => {
  test.each([
    ['a zero-width no-break space', 'for\ufeffbidden phrase'],
    ['an unassigned default-ignorable character', 'for\u{e0100}bidden\u2065 phrase'],
    ['a control character', 'for\u0000bid\u0008den phrase'],
    ['a combining mark on the space before it', ' \u0301forbidden phrase'],
    ['a combining mark at the very start', '\u0301forbidden phrase'],
    ['a combining underline', 'f\u0332o\u0332r\u0332b\u0332i\u0332d\u0332d\u0332e\u0332n\u0332 phrase'],
    ['a strike-through', 'f\u0336o\u0336r\u0336b\u0336i\u0336d\u0336d\u0336e\u0336n\u0336 phrase'],
    ['an enclosing mark', 'forbidden\u20dd phrase'],
  ])('%s hides no term', (_threat, text) => {
    expect(screenText([lawRule], `so ${text} it is`)).toMatch(marker);
    expect(screenText([lawRule], text)).toMatch(marker);
  });

  test.each([
    ['keycaps', '3\ufe0f\u20e37\ufe0f\u20e36\ufe0f\u20e305030299'],
    ['a mark on the last digit', '37605030299\u0301'],
    ['a mark on a digit inside', '376\u030305030299'],
  ])('%s hide no identifier', (_threat, text) => {
    expect(screenText([privacyRule], `Code ${text}.`)).toMatch(marker);
  });

  test.each([
    ['straße', 'STRASSE'],
    ['straße', 'STRAẞE'],
    ['kısıtlı', 'KISITLI'],
    ['istanbul', 'İSTANBUL'],
    ['ὀδυσσεύς', 'ὈΔΥΣΣΕΎΣ'],
    ['كتاب', 'كـــتاب'],
    ['تبغ', 'تَبْغ'],
    ['تَبْغ', 'تبغ'],
    ['טבק', 'טַבָּק'],
    ['thực tệ', 'thực tê\u0323'],
    ['thực tệ', 'thực te\u0302\u0323'],
    ['thực tệ', 'THỰC TỆ'],
  ])('%s is found in %s', (term, text) => {
    expect(screenText([lawTerms(term)], `x ${text} x`)).toMatch(marker);
  });

  test('a term that only a combining mark tells apart stays', () => {
    expect(screenText([lawTerms('sona')], 'sõna so\u0303na')).toBe('sõna so\u0303na');
  });

  test('zero-width padding does not push a context word out of reach', () => {
    expect(screenText([privacyRule], `tel ${'\u200b'.repeat(60)}5123 4567`)).toMatch(marker);
    expect(screenText([privacyRule], `tel ${' '.repeat(60)}5123 4567`)).toMatch(marker);
  });
});

describe('what is shown of Markdown and formulas is what is looked for (R12)', () => {
  const casino = lawTerms('play now at our casino', 'free spins', 'tobacco');

  test.each([
    'play **now** at our casino',
    'play __now__ at our ~~casino~~',
    '**play** *now* at `our` casino',
    'play now at our \\*casino',
    'play now at our\\\ncasino',
    'your `free` spins',
    '[free](spins) and **free spins**',
    '[free] spins',
    'to**bac**co',
    '$tobac{}co$',
    '$\\text{tobac}\\text{co}$',
    '\\(\\mathrm{to}bacco\\)',
  ])('%s is a forbidden term', (text) => {
    expect(screenText([casino], `So ${text} it is`)).toMatch(marker);
  });

  test.each(['tobac\\co', 'play * now at our casino', 'to bac co', 'freedom `spins`', '**free** of spins', 'to*bac*'])(
    '%s is none',
    (text) => {
      expect(screenText([casino], text)).toBe(text);
    },
  );

  test.each([
    'mari\\@example.com',
    'mari@example\\.com',
    'mari@**example**.com',
    '`mari`@example.com',
    '376**0503**0299',
    '37605\\_030299',
    '376`0503`0299',
    '$3760503{0299}$',
    '$3760503{}0299$',
    '$376\\,0503\\,0299$',
    '$$3760503\\text{0299}$$',
    '+372\\-51234567',
    '+372 **5123** 4567',
    '4111 **1111** 1111 1111',
    'mari%40example.com',
    '[mari](https://x.example/?to=mari%40example.com)',
    'mari&#64;example.com',
    'mari&#x40;example.com',
    'mari&commat;example.com',
    'mari.maasikas (at) example.com',
    'mari [at] example [dot] com',
    'mari(at)example.com',
    'EE38-2200-2210-2014-5685',
    '4111.1111.1111.1111',
    '376-0503-0299',
    '376.0503.0299',
    '❸❼❻⓿❺⓿❸⓿❷❾❾',
    '➂➆➅🄋➄🄋➂🄋➁➈➈',
  ])('%s identifies a person', (text) => {
    const rule = { ...privacyRule, matcher: { identifiers: ['ee.isikukood', 'iban', 'phone', 'email', 'card'] as const } };
    expect(screenText([rule], `So ${text} it is`)).toMatch(/^So [^\d]*⟦1: left out[^\d]*it is/);
  });

  test.each(['2*3*4 = 24', 'call_me_at_5123', 'C:\\37605\\030299', '| 376 | 0503 | 0299 |', '____', '37605\\030299'])(
    '%s identifies nobody',
    (text) => {
      expect(screenText([privacyRule], text)).toBe(text);
    },
  );

  test.each([
    'f(x)=37605030*299',
    'x = 3760503*0299',
    '4111*1111*1111*1111',
    '\\frac{4111}{1111}\\cdot 11111111',
    'y = x[0]@self.weights',
    'y = A[0]@np.ones',
    'https://${TOKEN}@github.com/org/repo',
  ])('%s is arithmetic or code', (text) => {
    const rule = { ...privacyRule, matcher: { identifiers: ['ee.isikukood', 'iban', 'phone', 'email', 'card'] as const } };
    expect(screenText([rule], text)).toBe(text);
  });

  test.each(['7*', '7_', '7**', '7`', '7$', '7{}', '7\\,', '7\\text{}', '7_7**'])(
    'of digits that are parted by %s few stretches are tried as a number, and few partial matches are alive',
    (unit) => {
      const { table } = compiled([{ ...privacyRule, matcher: { identifiers: identifierIds } }]);
      const [state, hits] = scan(table, freshScan, unit.repeat(3000));
      // Were one looked for behind each sign, each digit would bring seven hundred and fifty of them.
      expect(hits.length).toBeLessThan(20 * 3000);
      expect(state.learned?.cursor.live ?? 0).toBeLessThan(200);
    },
  );

  test('an identifier that stands behind digits and a sign is found', () => {
    const rule = { ...privacyRule, matcher: { identifiers: ['ee.isikukood'] as const } };
    for (const text of [
      '5_37605030299',
      '5: **376**05030299',
      '§ 5 3_7605030299',
      'a_3_7605030299',
      '5_3_7605030299',
      '[1]**376**05030299',
      '5`3_7605030299',
      '1_2_3`3_7605030299',
    ])
      expect(screenText([rule], text)).toMatch(marker);
  });

  test('a published number stays, however it is set off', () => {
    const text = 'Phone +372 **612** 1360 or **info**@office\\.ee or info [at] office.ee or info(at)office(dot)ee or info%40office.ee.';
    expect(screenText([privacyRule], text, ['+372 612 1360', 'info@office.ee'])).toBe(text);
  });

  test('signs hold back no more than a bounded stretch', () => {
    for (const sign of ['*', '_', '\\', '`a', '**a']) {
      const screen = compiled([lawTerms(`${'a'.repeat(150)}b`, 'forbidden phrase'), privacyRule]);
      let pass = startPass(screen, proseContext);
      for (const text of ['forbidden ', ...Array.from(sign.repeat(3000))]) {
        [pass] = step(pass, text);
        expect(pass.held.length).toBeLessThan(700);
      }
    }
  });
});

describe('a pattern matches what its author sees', () => {
  test.each([
    ['[äö]l', 'äl'],
    ['[äö]l', 'a\u0308l'],
    ['[а-я]{5}', 'район'],
    ['\\p{L}{3}', 'tõe'],
    ['\\p{L}{2}', 'õe'],
    ['\\w{3}', 'nõu'],
    ['[\\w-]{4}', 'nõ-u'],
    ['[\\p{L}]{3}', 'किताब'.slice(0, 5)],
    ['two  words', 'two words'],
    ['two\\s{2}words', 'two words'],
    ['two\\s words', 'two   words'],
  ])('%s matches %s', (pattern, text) => {
    expect(screenText([lawPattern(pattern)], `x ${text} x`)).toMatch(marker);
  });

  test.each([
    ['\\p{L}{3}', 'õe'],
    ['[ao]{2}', 'õo'],
    ['[a-z]{2}', 'õ'],
  ])('%s does not match %s', (pattern, text) => {
    expect(screenText([lawPattern(pattern)], text)).toBe(text);
  });

  test('a pattern nested beyond reason is refused, not overflowed', () => {
    expect(compile([lawPattern(`${'('.repeat(50_000)}a${')'.repeat(50_000)}`)]).issues).toHaveLength(1);
  });

  test('a pattern that would need too many states is refused', () => {
    const many = Array.from({ length: 500 }, (_, index) => `w${index}`).join('|');
    expect(compile([lawPattern(`(${many}){60}`)]).issues).toHaveLength(1);
  });
});

describe('forged notices', () => {
  const rules = [forgedNoticeRule('1')];

  test.each(['⟦\u03011: left out⟧\u0301', '⟦\u0338 1', '〚1: left out〛', '\u200b⟦\u200b', 'a⟦b', '字⟦字'])(
    '%j leaves no bracket',
    (text) => {
      const body = delivered(run(compiled(rules), [text], undefined).segments).split('\n\n')[0] ?? '';
      expect(body.replaceAll(/⟦1: left out, forged-notice⟧/g, '')).not.toMatch(/[⟦⟧〚〛]/);
    },
  );
});

describe('what is published stays readable also where a part of it looks like an address of its own (R10)', () => {
  test.each(['info@a.gov.ee', 'eesti.info@a.ee', 'eesti.info@a.gov.ee', 'INFO.Eesti@a.gov.ee'])('%s', (address) => {
    expect(screenText([privacyRule], `Write to ${address}.`, [address])).toBe(`Write to ${address}.`);
  });

  test('an address that only contains a published one is left out', () => {
    expect(screenText([privacyRule], 'Write to mari.info@a.ee.', ['info@a.ee'])).toMatch(/^Write to ⟦1/);
    expect(screenText([privacyRule], 'Write to info@a.ee.com now', ['info@a.ee'])).toMatch(/^Write to ⟦1/);
  });
});
