import { type TurnEvent } from '@parlance/wire';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../testing/html-parts.ts';
import { bodyOf, textEvent } from '../../testing/sample-turn.ts';

const marker = textEvent('⟦1: left out⟧', { kind: 'marker', disclosure: 'd1' });

/** `@` stands for a marker. */
function withMarker(text: string): readonly TurnEvent[] {
  return text.split('@').flatMap((part, index) => (index === 0 ? [textEvent(part)] : [marker, textEvent(part)]));
}

const short = (text: string): string => bodyOf(withMarker(text)).replace(/<a class="cut".*?<\/a>/g, '@');

describe('a marker', () => {
  test.each([
    ['a heading', '## a @ b', '<h3 dir="auto">a @ b</h3>'],
    ['a line of its own', '@\n\nb', '<p dir="auto">@</p><p dir="auto">b</p>'],
    ['a list item', '- @\n- [x] @', '<ul><li dir="auto">@</li><li dir="auto">☑ @</li></ul>'],
    ['a quote', '> @', '<blockquote><p dir="auto">@</p></blockquote>'],
    ['bold words', '**a @ b**', '<strong>a @ b</strong>'],
    ['bold words alone', 'a **@** b', 'a <strong>@</strong> b'],
    ['a code span', '`a @`', '<code dir="ltr">a @</code>'],
    ['code', '```@\na @\n```', '<figcaption>@</figcaption><pre><code>a @\n</code></pre>'],
    ['indented code', '    a @', '<code>a @</code>'],
    ['a cell', '|@|b|\n|-|-|\n|c @|`@`|', '<td><bdi>c @</bdi></td><td><bdi><code dir="ltr">@</code></bdi></td>'],
    ['the header of a table', '|@|b|\n|-|-|', '<th scope="col"><bdi>@</bdi></th>'],
    [
      'an address',
      'https://a.example/@b',
      '<a class="out" dir="ltr" target="_blank" rel="noopener nofollow" href="https://a.example/">https://a.example/</a>@b',
    ],
    ["a link's address", '[a](https://a.example/@)', '[a](https://a.example/@)'],
    ["a link's title", '[a](https://a.example "@")', '<bdi>@</bdi>)'],
    ["a picture's address", '![a](https://a.example/@)', '![a](https://a.example/@)'],
    ['an address in signs', '<https://a.example/@>', '&lt;https://a.example/@&gt;'],
    ['a formula', '$x^@$', '<code dir="ltr">$x^@$</code>'],
    ['a formula in bold words', '**$$x^@$$**', '<strong><code dir="ltr">$$x^@$$</code></strong>'],
    ['a citation', '[s@1]', '[s@1]'],
    ['raw HTML', '<a href="@">', '&lt;a href=&quot;@&quot;&gt;'],
    ['a delimiter', '*@* **@', '<em>@</em> **@'],
    ['a fence that is none', '``@`', '``@`'],
    ['a row that is none', '|a @', '|a @'],
  ])('in %s stays', (_name, text, html) => {
    expect(short(text)).toContain(html);
    expect(readHtml(bodyOf(withMarker(text))).faults).toEqual([]);
  });

  test("in a link's text is not inside another link: the host is the link then", () => {
    expect(short('[a @ b](https://a.example/p)')).toBe(
      '<p dir="auto">a @ b <span class="target">(<a class="out" dir="ltr" target="_blank" rel="noopener nofollow" href="https://a.example/p">a.example</a>)</span></p>',
    );
  });

  test('is written with its closing bracket, before anything follows', () => {
    expect(bodyOf([marker])).toContain('⟧</span></a></p>');
    expect(bodyOf([textEvent('⟦1: a', { kind: 'marker', disclosure: 'd1' }), textEvent('b')])).toContain('1: a</a>b');
  });

  test('can be forged by no private character, and each of those is shown', () => {
    const all = Array.from({ length: 0x1900 }, (_, index) => String.fromCharCode(0xe000 + index)).join('');
    const events = [textEvent('**'), marker, textEvent(`${all}**\n\n`), marker, textEvent(`\`${all}\``)];
    expect(bodyOf(events).match(/class="cut"/g)).toHaveLength(2);
    expect(
      readHtml(bodyOf(events))
        .text.match(/[\uE000-\uF8FF]/g)
        ?.join(''),
    ).toBe(all + all);
  });

  test('keeps its place in a flood of private characters and markers', () => {
    const flood = Array.from({ length: 3000 }, (_, index) => [
      textEvent('*\uE000|'),
      textEvent(`⟦${index}⟧`, { kind: 'marker', disclosure: `d${index}` }),
    ]).flat();
    const said = readHtml(bodyOf(flood)).text;
    expect(said.match(/\d+/g)).toEqual(Array.from({ length: 3000 }, (_, index) => String(index)));
  });
});

describe('an insertion', () => {
  const inserted = textEvent(' ⟦+ Added (legal notice): You may <b>object</b>, **soon**.⟧', { kind: 'insertion', disclosure: 'a1' });
  const places = ['a ', '**a', '- a', '|a', '`a', '[a', '## a', '$$a'];

  test.each(places)('stands within the text, whole and labelled: behind %s', (before) => {
    const html = bodyOf([textEvent(before), inserted, textEvent(' b')]);
    expect(readHtml(html).faults).toEqual([]);
    expect(readHtml(html).text).toContain('⟦+ Added (legal notice): You may <b>object</b>, **soon**.⟧ b');
    expect(html).toMatch(/<ins class="added" id="[^"]+" lang="en" dir="auto"><a href="#[^"]*a1">/);
    expect(html).not.toContain('<details');
  });

  test('its label leads to its notice, and the space that came with it stays', () => {
    const before = textEvent('⟦+ Added (legal notice): Read this.⟧ ', { kind: 'insertion', disclosure: 'a1' });
    expect(readHtml(bodyOf([textEvent('One. '), before, textEvent('Two.')])).text).toContain(
      'One. ⟦+ Added (legal notice): Read this.⟧ Two.',
    );
  });

  test('a line is not broken by it', () => {
    expect(bodyOf([textEvent('A decision'), inserted, textEvent(' is final.')]).match(/<p /g)).toHaveLength(1);
  });
});

describe('an addition', () => {
  const addition = textEvent('\n\n⟦+ Added: See **this**\n\n- a⟧', { kind: 'addition', disclosure: 'a1' });

  test.each(['- a\n  > b', '|a|\n|-|\n|b', '```\ncode', '**a [b', '$$x'])('behind %s stands outside of it', (text) => {
    const { faults, text: said } = readHtml(bodyOf([textEvent(text), addition]));
    expect(faults).toEqual([]);
    expect(said).toContain('See this');
    expect(bodyOf([textEvent(text), addition])).toMatch(/<\/(?:blockquote><\/li><\/ul|div|figure|p)><details class="addition"/);
  });

  test('is Markdown inside', () => {
    expect(bodyOf([addition])).toContain('<p dir="auto">See <strong>this</strong></p><ul><li dir="auto">a</li></ul>');
  });
});
