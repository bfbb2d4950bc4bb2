import { fallbackLanguages, messageIds, messages } from '@parlance/charter';
import { describe, expect, test } from 'vitest';
import { type PackIssue } from '../format/pack-issue.ts';
import { checkPack } from './check-pack.ts';
import { minimalPack } from './minimal-pack.ts';
import { checkWording } from './wording.ts';

function issuesOf(notices: Readonly<Record<string, string>>): readonly PackIssue[] {
  const files = {
    ...minimalPack,
    'notices/en.yaml': Object.entries(notices)
      .map(([id, wording]) => `${id}: |\n  ${wording.replaceAll('\n', '\n  ')}\n`)
      .join(''),
  };
  return checkPack(new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])), { today: '2026-11-21' })
    .issues;
}

describe('the notices of a pack', () => {
  test('may be the reference wordings of the charter, in every language that it speaks', () => {
    for (const language of fallbackLanguages) {
      const wordings = Object.fromEntries(messageIds.map((id) => [id, messages[id].wording[language]]));
      expect(issuesOf(wordings).filter(({ code }) => code !== 'foreign-script')).toEqual([]);
    }
  });

  test('cannot leave out any required slot of any message', () => {
    const most = Math.max(...messageIds.map((id) => messages[id].required.length));
    for (let place = 0; place < most; place++) {
      const ids = messageIds.filter((id) => place < messages[id].required.length);
      const wordingOf = (id: (typeof messageIds)[number]): string =>
        ['Left out', ...messages[id].required.toSpliced(place, 1).map((slot) => `{$${slot}}`)].join(' ');
      const issues = issuesOf(Object.fromEntries(ids.map((id) => [id, wordingOf(id)])));
      for (const id of ids) expect(issues).toContainEqual(expect.objectContaining({ rule: 'S16', code: 'unused-slot', path: id }));
    }
  });

  test('cannot use a slot that the message does not have', () => {
    const wordings = messageIds.map((id) => [id, [...messages[id].required.map((slot) => `{$${slot}}`), '{$before}'].join(' ')]);
    const issues = issuesOf(Object.fromEntries(wordings) as Readonly<Record<string, string>>);
    for (const id of messageIds) expect(issues).toContainEqual(expect.objectContaining({ rule: 'S11', code: 'unknown-slot', path: id }));
  });

  test('of a language that the charter does not speak are all there', () => {
    const languages = Object.entries(minimalPack).map(([path, text]): [string, Uint8Array] => [
      path,
      new TextEncoder().encode(text.replaceAll('fr, es', 'de, es').replaceAll(/\bfr:/g, 'de:')),
    ]);
    const { issues } = checkPack(new Map(languages), { today: '2026-11-21' });
    expect(issues).toContainEqual(expect.objectContaining({ rule: 'S16', code: 'missing-notice', file: 'notices/de.yaml' }));
  });

  test.each([
    ['YAML', 'stored: [a'],
    ['schema', 'stored: {a: b}'],
  ])('that break the %s are not also called missing', (_name, broken) => {
    const languages = Object.entries(minimalPack).map(([path, text]): [string, Uint8Array] => [
      path,
      new TextEncoder().encode(text.replaceAll('fr, es', 'de, es').replaceAll(/\bfr:/g, 'de:')),
    ]);
    const { issues } = checkPack(new Map([...languages, ['notices/de.yaml', new TextEncoder().encode(broken)]]), { today: '2026-11-21' });
    const codes = issues.filter(({ file }) => file === 'notices/de.yaml').map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes).not.toContain('missing-notice');
  });
});

describe('a wording', () => {
  test('shows its slots by variant', () => {
    expect(checkWording('.input {$n :integer} .match $n 0 {{none}} * {{{$n} parts}}')).toEqual({
      variables: ['n'],
      variants: [
        { words: 'none', shown: new Set(), zero: new Set(['n']) },
        { words: '  parts', shown: new Set(['n']), zero: new Set() },
      ],
    });
  });

  test.each([
    ['.local $x = {$type} {{{$x}}}', 'not-plain'],
    ['{|Nothing|} {$type}', 'not-plain'],
    ['{#b}{$type}{/b}', 'not-plain'],
    ['{$type :datetime}', 'not-plain'],
    ['{$type :string u:dir=rtl}', 'not-plain'],
    ['{$type @hidden}', 'not-plain'],
    ['{$type', 'message-format'],
    ['.match $type * {{x}}', 'message-format'],
    ['.input {$type :string} .match $type a {{x}}', 'message-format'],
  ])('%s is refused', (source, code) => {
    expect(checkWording(source)).toMatchObject({ code });
  });
});
