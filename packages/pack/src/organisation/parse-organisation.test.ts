import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveValues } from '../resolve/resolve-values.ts';
import { sampleLocale, samplePack, sampleSector } from '../resolve/sample-pack.ts';
import { parseOrganisation } from './parse-organisation.ts';

const pack = samplePack({
  languages: ['et', 'ru'],
  locales: new Map([
    ['et', sampleLocale('et', { reading_level: 'plain' })],
    ['ru', sampleLocale('ru', {})],
  ]),
  sectors: new Map(['citizen-services', 'education'].map((id) => [id, sampleSector(id, {})])),
});

const whole = `name: Test office
defaults:
  language: ru
  register: formal
  reading_level: easy
limits:
  retention_days: 7
  minimise: [iban]
  sectors: [education]
`;

function read(text: string) {
  return parseOrganisation(new TextEncoder().encode(text), 'organisation.yaml', pack);
}

describe("an organisation's file", () => {
  test('sets defaults and limits, each with its line', () => {
    const { organisation, issues } = read(whole);
    expect(issues).toEqual([]);
    expect(organisation).toMatchObject({
      name: 'Test office',
      values: { language: 'ru', register: 'formal', reading_level: 'easy', retention_days: 7, minimise: ['iban'], sectors: ['education'] },
    });
    const { reading_level, language } = resolveValues(pack, { sector: 'education', organisation: organisation?.values ?? {} }).defaults;
    expect(reading_level).toEqual({
      value: 'easy',
      origin: { layer: 'organisation', position: { file: 'organisation.yaml', line: 5, column: 3 } },
    });
    expect(language).toMatchObject({ value: 'ru', origin: { layer: 'organisation', position: { line: 3 } } });
  });

  test('may set nothing', () => {
    expect(read('name: Test office\n').organisation?.values).toMatchObject({});
  });

  test.each(
    [
      ['an unknown key', 'name: X\nprompt: Praise us.\n', 'prompt', 2],
      ['an unknown default', 'name: X\ndefaults: {tone: warm}\n', 'defaults.tone', 2],
      ['an unknown limit', 'name: X\nlimits:\n  restrictions: none\n', 'limits.restrictions', 3],
      ['a value that the charter does not list', 'name: X\ndefaults:\n  register: praise the office\n', 'defaults.register', 3],
      ['an old reading level', 'name: X\ndefaults: {reading_level: B1}\n', 'defaults.reading_level', 2],
      ['a language that the pack does not speak', 'name: X\ndefaults:\n  language: fr\n', 'defaults.language', 3],
      ['a script in which nothing is written here', 'name: X\ndefaults: {script: Arab}\n', 'defaults.script', 2],
      ['no days', 'name: X\nlimits: {retention_days: 0}\n', 'limits.retention_days', 2],
      ['an unknown identifier', 'name: X\nlimits: {minimise: [face]}\n', 'limits.minimise.0', 2],
      ['a sector that the pack does not have', 'name: X\nlimits:\n  sectors: [educaton]\n', 'limits.sectors.0', 3],
      ['no sector at all', 'name: X\nlimits: {sectors: []}\n', 'limits.sectors', 2],
      ['no name', 'defaults: {}\n', 'name', 1],
      ['a list', '- name: X\n', '', 1],
      ['nothing', '', '', 1],
    ].map(([name, text, path, line]) => ({ name: String(name), text: String(text), path, line })),
  )('is refused for $name', ({ text, path, line }) => {
    const { organisation, issues } = read(text);
    expect(organisation).toBeNull();
    expect(issues).toContainEqual(expect.objectContaining({ path, line, file: 'organisation.yaml' }));
  });

  test('is refused for an alias, a broken form and other bytes, without a crash', () => {
    expect(read('name: &a X\ndefaults: *a\n').organisation).toBeNull();
    expect(read('name: [X\n').organisation).toBeNull();
    expect(parseOrganisation(Uint8Array.of(0xff, 0xfe, 0), 'o.yaml', pack).issues).toMatchObject([{ code: 'not-utf-8' }]);
  });

  test('of any bytes is read or refused', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(whole.length), (text, at) => {
        const { organisation, issues } = read(whole.slice(0, at) + text + whole.slice(at));
        expect(organisation === null).toBe(issues.length > 0);
      }),
    );
  });
});
