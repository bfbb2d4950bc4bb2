import { describe, expect, test } from 'vitest';
import { readHtml } from '../../testing/html-parts.ts';
import { bodyOf, textEvent } from '../../testing/sample-turn.ts';

const body = (text: string): string => bodyOf([textEvent(text)]);
/** A paragraph without its tags. */
const inside = (text: string): string => body(text).replace(/^<p dir="auto">|<\/p>$/g, '');
const out = 'class="out" dir="auto" target="_blank" rel="noopener nofollow"';

describe('blocks', () => {
  test.each([
    [
      'headings without a gap in their levels',
      '## a\n#### b\n# c\n## d #\n####### e',
      '<h3>a</h3><h4>b</h4><h3>c</h3><h4>d</h4><p>####### e</p>',
    ],
    ['a heading that ends a paragraph', 'a\n# b\nc', '<p>a</p><h3>b</h3><p>c</p>'],
    ['no heading without a space or a text', '#a\n##', '<p>#a<br>##</p>'],
    ['a rule', 'a\n\n---\n* * *\n_____', '<p>a</p><hr><hr><hr>'],
    ['no heading by underlining, because its text is written already', 'a\n===\n', '<p>a<br>===</p>'],
    ['a nested list', '- a\n  - b\n    1. c\n- d', '<ul><li>a<ul><li>b<ol><li value="1">c</li></ol></li></ul></li><li>d</li></ul>'],
    ['a list under a number, indented by two', '1. a\n  - b\n2. c', '<ol><li value="1">a<ul><li>b</li></ul></li><li value="2">c</li></ol>'],
    ['a list in a list in one line', '- - a', '<ul><li><ul><li>a</li></ul></li></ul>'],
    ['a loose list', '- a\n\n  b\n\n- c', '<ul><li>a<p>b</p></li><li>c</li></ul>'],
    ['a list that a paragraph ends', '- a\n\nb', '<ul><li>a</li></ul><p>b</p>'],
    ['a line that goes on with an item', '- a\nb', '<ul><li>a<br>b</li></ul>'],
    ['a task list', '- [ ] a\n- [x] b\n- [y] c', '<ul><li>☐ a</li><li>☑ b</li><li>[y] c</li></ul>'],
    ['numbers that go on behind code', '1. a\n```\nb\n```\n2. c', '<ol><li value="1">a</li></ol>[b\n]<ol><li value="2">c</li></ol>'],
    ['no list from a date or an empty item', '12. mai\n-\nb', '<p>12. mai<br>-<br>b</p>'],
    ['an empty item', '-\n- a', '<ul><li></li><li>a</li></ul>'],
    ['a quote', '> a\n> b\nc\n\nd', '<blockquote><p>a<br>b<br>c</p></blockquote><p>d</p>'],
    ['a list and a quote in a quote', '> - a\n> > b', '<blockquote><ul><li>a</li></ul><blockquote><p>b</p></blockquote></blockquote>'],
    ['code between fences', '```\na *b*\n\n  <c>\n```\nd', '[a *b*\n\n  &lt;c&gt;\n]<p>d</p>'],
    ['code in an item', '- a\n  ```\n  b\n    c\n  ```\n- d', '<ul><li>a[b\n  c\n]</li><li>d</li></ul>'],
    ['code that is not indented as its item is', '- a\n  ```\nb\n  ```\n- d', '<ul><li>a[b\n]</li><li>d</li></ul>'],
    ['code with tildes and backticks in it', '~~~\n```\n~~~', '[```\n]'],
    ['code that never ends', '```\na', '[a]'],
    ['code that ends with its quote', '> ```\n> a\n\nb', '<blockquote>[a\n]</blockquote><p>b</p>'],
    ['tabs in code', '```\n\ta\n```', '[\ta\n]'],
    ['no code without a line of its own', '```a``` b', '<p>{a} b</p>'],
    ['indented code', 'a\n\n    b\n\n      c\n\nd', '<p>a</p>[b\n\n  c]<p>d</p>'],
    ['no indented code in a paragraph', 'a\n    b', '<p>a<br>b</p>'],
    ['raw HTML as text', '<div>\n<b>a</b>\n</div>', '<p>&lt;div&gt;<br>&lt;b&gt;a&lt;/b&gt;<br>&lt;/div&gt;</p>'],
    ['references as text', '[a]: https://a.example\n\n[a]', '<p>[a]: (https://a.example)</p><p>[a]</p>'],
  ])('%s', (_name, text, short) => {
    const written = body(text)
      .replaceAll(' dir="auto"', '')
      .replaceAll('<figure class="code" dir="ltr"><pre><code>', '[')
      .replaceAll('</code></pre></figure>', ']')
      .replace(/<code dir="ltr">(.*?)<\/code>/g, '{$1}')
      .replace(/<a class="out"[^>]*>(.*?)<\/a>/g, '($1)');
    expect(written).toBe(short);
  });

  test('code says its language in front of it', () => {
    expect(body('```ts title="x"\na\n```')).toBe(
      '<figure class="code" dir="ltr"><figcaption>ts title=&quot;x&quot;</figcaption><pre><code>a\n</code></pre></figure>',
    );
  });

  test('deep nesting is text from some depth on', () => {
    expect(body('> '.repeat(1000)).match(/<blockquote>/g)).toHaveLength(24);
    expect(body(`${'- '.repeat(90)}a`).match(/<ul>/g)).toHaveLength(24);
  });
});

describe('a table', () => {
  const table = '| A | **B** |\n|:-:|--:|\n| 1 | a \\| b |\n| 2';

  test('ends a line inside a cell with <br>, which is what was written everywhere else', () => {
    const html = body('|a<br/>b|\n|-|\n|one<BR>**two**<br />|\n|`x<br>y` z<br>|\n\n<br>');
    expect(html).toContain('<bdi>a<br>b</bdi></th>');
    expect(html).toContain('<bdi>one<br><strong>two</strong><br></bdi>');
    expect(html).toContain('<bdi><code dir="ltr">x&lt;br&gt;y</code> z<br></bdi>');
    expect(html).toContain('<p dir="auto">&lt;br&gt;</p>');
  });

  test('is a region that scrolls, with headers for its columns and sides of its own direction', () => {
    expect(body(table)).toBe(
      '<div class="table" role="region" tabindex="0" aria-label="A, B"><table><thead><tr>' +
        '<th scope="col" class="center"><bdi>A</bdi></th><th scope="col" class="end"><bdi><strong>B</strong></bdi></th></tr></thead>' +
        '<tbody><tr><td class="center"><bdi>1</bdi></td><td class="end"><bdi>a | b</bdi></td></tr>' +
        '<tr><td class="center"><bdi>2</bdi></td></tr></tbody></table></div>',
    );
  });

  test('begins under a line of text and ends with its last row', () => {
    expect(body('see\n|a|\n|-|\n|b|\nend').replace(/<div.*<\/div>/, '[table]')).toBe('<p dir="auto">see</p>[table]<p dir="auto">end</p>');
  });

  test('keeps cells that no column was announced for', () => {
    expect(readHtml(body('|a|\n|-|\n|b|c|')).text).toBe('abc');
  });

  test.each([
    ['a line with bars', '|a|b|'],
    ['a header with another number of columns', '|a|b|\n|-|\n|c|d|'],
    ['a second line that is none', '|a|\n|b|\n'],
    ['more columns than anybody reads', `${'|a'.repeat(65)}|\n${'|-'.repeat(65)}|`],
    ['a row that never ends', `|${'a'.repeat(3000)}\n|-|`],
  ])('is none from %s', (_name, text) => {
    expect(body(text)).toBe(`<p dir="auto">${text.trim().replaceAll('\n', '<br>')}</p>`);
  });
});

describe('spans', () => {
  test.each([
    [
      '*a* _b_ **c** __d__ ***e*** ~~f~~',
      '<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <em><strong>e</strong></em> <del>f</del>',
    ],
    ['**bold *both* bold**', '<strong>bold <em>both</em> bold</strong>'],
    ['**Tallinn**as', '<strong>Tallinn</strong>as'],
    ['**中文：**文字', '<strong>中文：</strong>文字'],
    ['snake_case_name 2*3*4 2**3**4 ~5 and ~6', 'snake_case_name 2*3*4 2**3**4 ~5 and ~6'],
    ['* a * ** b ** *', null],
    ['**never', '**never'],
    ['*a\nb*', '<em>a<br>b</em>'],
    ['\\*a\\* \\\\ \\a', '*a* \\ \\a'],
    ['a\\\nb  \nc', 'a<br>b  <br>c'],
    ['`a *b* <c>` ``d`e``', '<code dir="ltr">a *b* &lt;c&gt;</code> <code dir="ltr">d`e</code>'],
    ['`never *a*', '`never <em>a</em>'],
    ['&amp; &#60; &lt;', '&amp;amp; &amp;#60; &amp;lt;'],
    ['<b>a</b> <!-- c -->', '&lt;b&gt;a&lt;/b&gt; &lt;!-- c --&gt;'],
    ['wait! [a] [b', 'wait! [a] [b'],
    ['[*a*] (b)', '[<em>a</em>] (b)'],
    [`**${'a '.repeat(400)}**`, `**${'a '.repeat(400)}**`],
  ])('%s', (text, html) => {
    expect(inside(text)).toBe(html ?? '<ul><li dir="auto">a * ** b ** *</li></ul>');
  });
});

describe('links', () => {
  const target = '<span class="target">(<bdi dir="ltr">a.example</bdi>)</span>';

  test.each([
    ['[text](https://a.example/p)', `<a ${out} href="https://a.example/p">text</a> ${target}`],
    ['[*a* `b`](<https://a.example>)', `<a ${out} href="https://a.example/"><em>a</em> <code dir="ltr">b</code></a> ${target}`],
    ['[a.example](https://a.example/)', `<a ${out} href="https://a.example/">a.example</a>`],
    ['[https://a.example/p](https://a.example/p)', `<a ${out} href="https://a.example/p">https://a.example/p</a>`],
    ['[a.example login](https://a.example/)', `<a ${out} href="https://a.example/">a.example login</a> ${target}`],
    [
      '[a](https://a.example "t")',
      `<a ${out} href="https://a.example/">a</a> <span class="target">(<bdi dir="ltr">a.example</bdi>: <bdi>t</bdi>)</span>`,
    ],
    ['[b](https://a.example/Jõgeva)', `<a ${out} href="https://a.example/J%C3%B5geva">b</a> ${target}`],
    ['![map](https://a.example/x.png)', `<a ${out} href="https://a.example/x.png">map</a> ${target}`],
    ['![](https://a.example/x.png)', `<a ${out} href="https://a.example/x.png">https://a.example/x.png</a>`],
    [
      '[ex](https://éxample.ee)',
      `<a ${out} href="https://xn--xample-9ua.ee/">ex</a> <span class="target">(<bdi dir="ltr">xn--xample-9ua.ee</bdi>)</span>`,
    ],
    [
      '<https://a.example>',
      '<a class="out" dir="ltr" target="_blank" rel="noopener nofollow" href="https://a.example">https://a.example</a>',
    ],
  ])('%s', (text, html) => {
    expect(inside(text)).toBe(html);
  });

  test('a picture in a link is one link, and so is a citation', () => {
    for (const text of ['[![a](https://b.example/x.png)](https://a.example)', '[see [s1]](https://a.example)']) {
      expect(readHtml(body(text)).faults).toEqual([]);
      expect(body(text)).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /);
      expect(body(text)).toContain('href="https://a.example/">a.example</a>');
    }
  });

  test.each([
    '[a](javascript:alert(1))',
    '[a]( javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](<javascript:alert(1)>)',
    '[a](java&#115;cript:alert(1))',
    '[a](&#x6A;avascript:alert(1))',
    '[a](javascript&colon;alert(1))',
    '[a](\u0001javascript:alert(1))',
    '[a](data:text/html,<script>alert(1)</script>)',
    '[a](vbscript:x)',
    '[a](http://a.example)',
    '[a](//a.example)',
    '[a](/local)',
    '[a](#fragment)',
    '[a](https:a.example)',
    '[a](https:/a.example)',
    '[a](https:\\\\\\\\a.example)',
    '[a](https://user@a.example)',
    '[a](https://a.example\\\\@b.example)',
    '[a](mailto:a@a.example)',
    '[a](file:///etc/passwd)',
    `[a](https://a.example/${'a'.repeat(600)})`,
    '![a](javascript:alert(1))',
    '![a](http://a.example/x.png)',
    '<javascript:alert(1)>',
    '<mailto:a@a.example>',
    '<a@a.example>',
    'www.a.example',
    'a@a.example',
    '[a]',
    '[a][b]',
    '<a href="https://a.example">x</a>'.replace('https', 'http'),
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<script>alert(1)</script>',
    '`<script>`',
    '"><script>alert(1)</script>',
  ])('%s is none', (text) => {
    const { tags, faults } = readHtml(body(text));
    expect(faults).toEqual([]);
    expect(tags.filter((tag) => !/^<(?:p dir="auto"|code dir="ltr")>$/.test(tag))).toEqual([]);
  });

  test('nothing can leave an attribute', () => {
    for (const text of [
      '[a](https://a.example/"onclick="x)',
      '[a](<https://a.example/" onclick="x>)',
      '[a](https://a.example "x\\" onclick=\\"y")',
      '```"><b>\n```',
    ]) {
      const { tags, faults } = readHtml(body(text));
      expect(faults).toEqual([]);
      expect(tags.join('')).not.toMatch(/\sonclick=(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    }
  });
});

describe('mathematics', () => {
  const math = '<math dir="ltr"><msup><mi>x</mi><mn>2</mn></msup></math>';

  test.each([
    ['so $x^2$ is', `so ${math} is`],
    ['so \\(x^2\\) is', `so ${math} is`],
    ['**$x^2$**', `<strong>${math}</strong>`],
    ['$x^2$,$x^2$', `${math},${math}`],
  ])('%s is MathML', (text, html) => {
    expect(inside(text)).toBe(html);
  });

  test('goes over lines that would begin lists and quotes', () => {
    for (const [open, close] of [
      ['$$', '$$'],
      ['\\[', '\\]'],
    ] as const) {
      const html = inside(`${open}\nx^2\n+ 1\n> 3\n- y\n${close}`);
      expect(html).toMatch(/^<span class="formula" tabindex="0"><math dir="ltr" display="block"/);
      expect(html).not.toMatch(/<(?:ul|blockquote|br)/);
    }
  });

  test('that does not parse is shown as it was written', () => {
    for (const text of ['$\\frac{1}$', '$\\unknown{x}$', '$\\href{javascript:alert(1)}{x}$', '$\\def\\a{b}\\a$', '$x_{$']) {
      expect(inside(text)).toBe(`<code dir="ltr">${text}</code>`);
    }
  });

  test.each([
    '$5 and $6',
    'It costs $5 million, or $7 million.',
    '$5-$6',
    'US$5 or A$6',
    '$HOME and $PATH',
    '$ x $',
    '$x',
    '$$',
    '$$$$',
    '$x\ny$'.replace('\n', ' \n'),
  ])('%s is text', (text) => {
    expect(inside(text)).toBe(text.replaceAll('\n', '<br>'));
  });

  test('is text in code', () => {
    expect(inside('`$x^2$`')).toBe('<code dir="ltr">$x^2$</code>');
    expect(body('    $x^2$')).toContain('<code>$x^2$</code>');
  });

  test('holds no style, link, picture or identifier, and nothing that is not MathML', () => {
    const texts = [
      '\\color{red}x',
      '\\boxed{x}',
      '\\cancel{x}',
      '\\rule{99em}{99em}',
      '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
      '\\text{<b>"a"}',
      '\\ref{a}',
      '\\label{a}x',
      '\\tag{1}',
    ];
    for (const tex of texts) {
      const { tags, faults } = readHtml(body(`$$${tex}$$`));
      expect(faults).toEqual([]);
      expect(
        tags.filter((tag) => !/^<(?:p|math|code|span class="formula"|m[a-z]+)[ >]/.test(tag) || /\s(?:style|href|src|id|on\w+)=/.test(tag)),
      ).toEqual([]);
    }
  });

  test('beyond its budget is text, so that a page of formulas is written all the same', () => {
    const html = body('$x^2$ '.repeat(40_000));
    expect(html.match(/<math/g)).toHaveLength(20_000);
    expect(html.match(/<code/g)).toHaveLength(20_000);
  });
});
