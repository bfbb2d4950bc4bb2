import { describe, expect, test } from 'vitest';
import { readHtml } from '../testing/html-parts.ts';
import { bodyOf, encode, endEvent, sampleAddition, sampleOmission, sampleWords, textEvent } from '../testing/sample-turn.ts';
import { createAnswerEncoder } from './answer-encoder.ts';

const body = (text: string): string => bodyOf([textEvent(text)]);

describe('a text', () => {
  test('is paragraphs parted by blank lines, with line breaks inside them', () => {
    expect(body('one\ntwo\n\n\nthree')).toBe('<p dir="auto">one<br>two</p><p dir="auto">three</p>');
  });

  test('is headings, lists and bold', () => {
    expect(body('## Fee\n- **free**\n- else\n\n1. go\n2. come\nend')).toBe(
      '<h3 dir="auto">Fee</h3><ul><li dir="auto"><strong>free</strong></li><li dir="auto">else</li></ul>' +
        '<ol><li dir="auto" value="1">go</li><li dir="auto" value="2">come<br>end</li></ol>',
    );
  });

  test('that begins with a date is no list', () => {
    expect(body('12. mai')).toBe('<p dir="auto">12. mai</p>');
  });

  test('with a power or a row of stars is not bold', () => {
    expect(body('2**3 and **** and ** x')).toBe('<p dir="auto">2**3 and **** and ** x</p>');
  });

  test('with bold that never ends keeps its stars', () => {
    expect(body('**a\n\nb')).toBe('<p dir="auto">**a</p><p dir="auto">b</p>');
  });

  test('is written as soon as it is decided', () => {
    const encoder = createAnswerEncoder({ language: 'en', words: sampleWords });
    expect(
      ['#', ' ', 'H', 'i', '\n', '-', ' ', 'x', ' ', '*', ' ', 'y', ' *', 'z', '*'].map((delta) => encoder.encode(textEvent(delta))),
    ).toEqual([...['', '', '', '', '<h3 dir="auto">Hi</h3>', '', '', '<ul><li dir="auto">x', ' ', '', '* ', 'y', ' ', '', '']]);
    expect(encoder.encode(textEvent('.'))).toBe('<em>z</em>.');
  });

  test('with halves of a pair in two deltas is written whole', () => {
    const encoder = createAnswerEncoder({ language: 'en', words: sampleWords });
    expect(encoder.encode(textEvent('a\uD83D'))).toBe('<p dir="auto">a');
    expect(encoder.encode(textEvent('\uDE00'))).toBe('😀');
  });
});

describe('an address', () => {
  test('becomes a link without the stop behind it', () => {
    expect(body('see https://eesti.ee/a?b=1&c.')).toBe(
      '<p dir="auto">see <a class="out" dir="ltr" target="_blank" rel="noopener nofollow" href="https://eesti.ee/a?b=1&amp;c">https://eesti.ee/a?b=1&amp;c</a>.</p>',
    );
  });

  test.each([
    ['javascript:alert(1)'],
    ['http://plain.example'],
    ['https://'],
    ['https://eesti.ee@evil.example'],
    ['https://user:word@evil.example'],
    ['xhttps://inside.example'],
    ['data:text/html,x'],
    [`https://long.example/${'a'.repeat(600)}`],
  ])('that is %s stays text', (address) => {
    expect(body(address)).toBe(`<p dir="auto">${address}</p>`);
  });

  test('cannot leave its attribute', () => {
    expect(body('https://e.ee/"onclick="x')).toContain('href="https://e.ee/">https://e.ee/</a>&quot;onclick=&quot;x');
  });
});

describe('marks', () => {
  test('a citation leads to its source', () => {
    expect(body('fact [s12] [s] [sx] [s1234]')).toBe(
      '<p dir="auto">fact <a class="cite" href="#s12" aria-label="Source 12">[12]</a> [s] [sx] [s1234]</p>',
    );
  });

  test('a marker is a link to its notice, with brackets for those who copy', () => {
    const html = bodyOf([textEvent('a '), textEvent('⟦1: left out⟧', { kind: 'marker', disclosure: 'd1' }), textEvent(' b')]);
    expect(html).toContain('<p dir="auto">a <a class="cut" href="#d1" id="at-d1" lang="en" dir="auto">');
    expect(readHtml(html).text).toBe('a ⟦1: left out⟧ b');
  });

  test('a place is named once, even when its mark comes twice', () => {
    const marker = textEvent('⟦1⟧', { kind: 'marker', disclosure: 'd1' });
    expect(bodyOf([marker, textEvent('x'), marker]).match(/id="at-d1"/g)).toHaveLength(1);
  });

  test('an addition is an open block headed by its label', () => {
    const html = bodyOf([
      textEvent('text'),
      textEvent('\n\n⟦+ Added (legal notice): You may **object**.⟧', { kind: 'addition', disclosure: 'a1' }),
    ]);
    expect(html).toContain('<p dir="auto">text</p><details class="addition" open id="at-a1"><summary dir="auto">');
    expect(html).toContain('Added (legal notice)<span');
    expect(html).toContain('<p dir="auto">You may <strong>object</strong>.</p>');
    expect(html).toContain('<a href="#a1">');
  });

  test('a footnote in the text is not shown twice', () => {
    expect(bodyOf([textEvent('text'), textEvent('\n\n⟦1: left out⟧', { kind: 'notice', disclosure: 'd1' })])).toBe(
      '<p dir="auto">text</p>',
    );
  });

  test('reasoning is folded and a refusal is text', () => {
    const html = bodyOf([textEvent('why', null, 'reasoning'), textEvent('no', null, 'refusal')]);
    expect(html).toMatch(
      /^<details class="reasoning"><summary>.*<p dir="auto">why<\/p><\/details><div class="refusal">.*<p dir="auto">no<\/p><\/div>$/,
    );
  });

  test('a tool call is folded code', () => {
    const html = bodyOf([{ kind: 'tool', choice: 0, call: { index: 0, id: 'c', name: '<b>', arguments: '{"a":"</pre>"}' } }]);
    expect(html).toContain('&lt;b&gt;');
    expect(html).toContain('<code>{&quot;a&quot;:&quot;&lt;/pre&gt;&quot;}</code>');
  });
});

describe('the end', () => {
  test('says the change line also when nothing was changed', () => {
    expect(encode([endEvent()])).toContain('<p class="changes" role="status" dir="auto">omitted 0, added 0</p>');
  });

  test('shows each omission with law, authority, date, reason, redress and the way back', () => {
    const html = encode([
      textEvent('⟦1⟧', { kind: 'marker', disclosure: 'd1' }),
      { kind: 'disclosure', disclosure: sampleOmission },
      endEvent({ disclosures: [sampleOmission] }),
    ]);
    expect(html.match(/id="d1"/g)).toHaveLength(1);
    for (const part of [
      'type gambling',
      'cause law',
      'Advertising Act, § 29 (EE)',
      'Consumer Protection Authority',
      'January 31, 2024',
      'ee.ads@3',
    ])
      expect(readHtml(html).text).toContain(part);
    expect(html).toContain('lang="et" dir="auto">Põhjendus.');
    for (const address of ['https://example.ee/act', 'https://example.ee/object', '#at-d1']) expect(html).toContain(`href="${address}"`);
  });

  test('shows each addition with its purpose and basis, and no way back to a place that is not there', () => {
    const html = encode([endEvent({ disclosures: [sampleAddition] })]);
    expect(readHtml(html).text).toContain('Added: purpose legal-notice');
    expect(html).not.toContain('#at-a1');
  });

  test('links no address that is not a web address', () => {
    const bad = {
      ...sampleOmission,
      redress: 'javascript:alert(1)',
      basis: { jurisdiction: 'EE', instrument: 'I', article: 'A', url: 'javascript:x' },
    };
    expect(encode([endEvent({ disclosures: [bad] })])).not.toContain('href="javascript');
  });

  test('is an alert when the answer is not whole, and never calls it complete', () => {
    const html = encode([{ ...endEvent(), fault: { code: 'upstream_truncated', message: 'cut <b>' } }]);
    expect(html).toContain('role="alert"');
    expect(html).toContain('ending outage');
    expect(html).toContain('cut &lt;b>');
    expect(encode([endEvent({ ending: 'law' })])).toContain('ending law');
    expect(encode([endEvent()])).not.toContain('role="alert"');
  });

  test('says that the greatest length was reached', () => {
    expect(encode([{ kind: 'finish', choice: 0, reason: 'length' }, endEvent()])).toContain('greatest length');
  });

  test('tells help that stands above the answer no second time, and folds the addition that says the same', () => {
    const line = { id: 'x', kind: 'crisis', number: '116 006', name: 'Line', what: 'day and night', source: 'https://example.ee/help' };
    const other = { ...line, id: 'y', number: '112' };
    const addition = textEvent('⟦+ Added (help): 116 006⟧', { kind: 'addition', disclosure: 'a1' });
    const later = textEvent('⟦+ Added (notice): no⟧', { kind: 'addition', disclosure: 'a2' });
    const events = [addition, textEvent('text'), later, endEvent({ safety: [line, other] })];
    const encoder = createAnswerEncoder({ language: 'en', words: sampleWords, helpShown: new Set(['x']) });
    const html = events.map((event) => encoder.encode(event)).join('');
    expect(html).toContain('<details class="addition" id="at-a1">');
    expect(html).toContain('<details class="addition" open id="at-a2">');
    expect(html).not.toContain('href="tel:116006"');
    expect(html).toContain('href="tel:112"');
    expect(encode(events)).toContain('<details class="addition" open id="at-a1">');
    expect(encode(events)).toContain('href="tel:116006"');
  });

  test('shows numbers to call, sources, and what was replaced before sending', () => {
    const html = encode([
      endEvent({
        safety: [{ id: 'x', kind: 'crisis', number: '116 006', name: 'Line', what: 'day and night', source: 'https://example.ee/help' }],
        sources: [
          {
            id: 's1',
            title: 'Page',
            publisher: 'Office',
            url: 'https://example.ee/page',
            licence: 'CC BY 4.0',
            language: 'et',
            retrieved: '2026-10-12',
          },
        ],
        egress: { jurisdiction: 'EE', policy: 'minimise', classes: { isikukood: 2, email: 0 }, judge: null, embeddings: null },
      }),
    ]);
    expect(html).toContain('href="tel:116006"');
    expect(html).toContain('<li id="s1">');
    expect(readHtml(html).text).toContain('isikukood × 2');
    expect(readHtml(html).text).not.toContain('email');
  });
});

describe('a source', () => {
  const source = (id: string, url: string) => ({
    ...{ id, url, title: `Title ${id}`, publisher: `Publisher ${id}`, licence: `Licence ${id}` },
    ...{ language: 'et', retrieved: '2026-10-12' },
  });
  const [one, two, three] = [
    source('s1', 'https://example.ee/1'),
    source('s2', 'https://example.ee/2'),
    source('s3', 'https://example.ee/3'),
  ];
  const below = (html: string): string => /<section class="sources"[^]*?<\/section>/.exec(html)?.[0] ?? '';
  const fold = (html: string): string => /<details class="made">[^]*/.exec(html)?.[0] ?? '';

  test('that the text lists with its address is not listed again, and its item is where citations lead', () => {
    const html = encode([textEvent(`fact [s1]\n\n- [s1] Title s1 ${one.url}`), endEvent({ sources: [one] })]);
    expect(html).toContain('<a class="cite" href="#s1" aria-label="Source 1">[1]</a>');
    expect(html).toContain('<li dir="auto"><span class="cite" id="s1">[1]</span> Title s1 ');
    expect(below(html)).toBe('');
    for (const said of ['Publisher s1', 'Licence s1']) expect(readHtml(fold(html)).text).toContain(said);
    expect(html.split(`href="${one.url}"`)).toHaveLength(2);
  });

  test('that the text cites stands under it, and those that it does not cite in the fold', () => {
    const html = encode([textEvent('fact [s2]'), endEvent({ sources: [one, two, three] })]);
    expect(readHtml(below(html)).text).toContain('Title s2');
    expect(readHtml(below(html)).text).not.toMatch(/Title s[13]/);
    for (const said of ['Title s1', 'Title s3', 'Licence s3']) expect(readHtml(fold(html)).text).toContain(said);
    for (const id of ['s1', 's2', 's3']) expect(html.split(`id="${id}"`)).toHaveLength(2);
  });

  test('stands under the text that cites none', () => {
    const html = encode([textEvent('fact'), endEvent({ sources: [one, two] })]);
    expect(readHtml(below(html)).text).toMatch(/Title s1[^]*Title s2/);
  });

  test('that the text lists twice has one place, and one that only begins a paragraph has none there', () => {
    const html = encode([textEvent('[s2] says\n\n- [s1] a\n- [s1] b'), endEvent({ sources: [one, two] })]);
    for (const id of ['s1', 's2']) expect(html.split(`id="${id}"`)).toHaveLength(2);
    expect(html).toContain('<p dir="auto"><a class="cite" href="#s2"');
  });
});
