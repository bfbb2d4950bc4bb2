import { describe, expect, test } from 'vitest';
import { type SafetyResource } from '../pack.ts';
import { explain, explainAll } from './explain.ts';
import { sampleLocale, samplePack, samplePositions, sampleSector } from './sample-pack.ts';

const emergency: SafetyResource = {
  id: 'emergency',
  kind: 'emergency',
  number: '112',
  languages: ['et'],
  name: { et: 'Hädaabinumber' },
  what: { et: 'Helistage' },
  hours: null,
  source: { url: 'https://www.112.ee', publisher: 'Häirekeskus', read: '2026-11-21' },
};

const pack = samplePack({
  locales: new Map([['et', sampleLocale('et', { register: 'formal', reading_level: 'plain' })]]),
  sectors: new Map([['education', sampleSector('education', { reading_level: 'easy' })]]),
  safety: [emergency],
  positions: samplePositions({
    'pack.yaml#languages.0': 3,
    'locale/et.yaml#register.value': 4,
    'locale/et.yaml#reading_level.value': 10,
    'sectors/education.yaml#knobs.reading_level.value': 7,
    'safety.yaml#resources.0': 2,
    'privacy.yaml#retention.max_days': 4,
  }),
});

const keysOf = (sector: string): readonly string[] => {
  const all = explainAll(pack, { sector });
  return 'code' in all ? [] : all.map(({ key }) => key);
};

describe('explain', () => {
  test('a value of the country is explained by its line, over the charter', () => {
    expect(explain(pack, 'locale.et.register', { sector: 'education' })).toMatchObject({
      value: 'formal',
      kind: 'default',
      guideline: 'register',
      origin: { layer: 'country', position: { file: 'locale/et.yaml', line: 4, column: 1 } },
      overridden: [{ origin: { layer: 'charter', position: null } }],
    });
  });

  test('a value of the sector names the overridden country with its line', () => {
    expect(explain(pack, 'locale.et.reading_level', { sector: 'education' })).toMatchObject({
      value: 'easy',
      origin: { layer: 'sector', position: { file: 'sectors/education.yaml', line: 7 } },
      overridden: [
        { value: 'plain', origin: { layer: 'country', position: { file: 'locale/et.yaml', line: 10 } } },
        { origin: { layer: 'charter' } },
      ],
    });
  });

  test('a limit says that it is one', () => {
    expect(explain(pack, 'privacy.retention.max_days', { sector: 'education' })).toMatchObject({
      value: '30',
      kind: 'limit',
      origin: { position: { line: 4 } },
    });
  });

  test('a field without a position of its own is placed at the field around it', () => {
    expect(explain(pack, 'safety.emergency.number', { sector: 'education' })).toMatchObject({
      value: '112',
      origin: { position: { file: 'safety.yaml', line: 2 } },
    });
  });

  test('an unknown key is refused with the nearest keys', () => {
    const issue = explain(pack, 'locale.et.reading-level', { sector: 'education' });
    expect(issue).toMatchObject({
      code: 'key_unknown',
      path: 'key',
      expected: expect.stringMatching(/^locale\.et\.reading_level/) as unknown,
    });
  });

  test('an unknown key that resembles none still gets three to start from', () => {
    const issue = explain(pack, 'x', { sector: 'education' });
    expect('expected' in issue && issue.expected.split(', ')).toHaveLength(3);
  });

  test('an unknown sector is refused with the nearest sector', () => {
    expect(explain(pack, 'locale.et.register', { sector: 'educatoin' })).toMatchObject({ code: 'sector_unknown', expected: 'education' });
  });

  test('every listed key is explained', () => {
    const keys = keysOf('education');
    expect(keys.length).toBeGreaterThan(8);
    for (const key of keys) expect(explain(pack, key, { sector: 'education' })).toMatchObject({ key, sector: 'education' });
  });

  test('an unknown sector has no keys', () => {
    expect(explainAll(pack, { sector: 'banking' })).toMatchObject({ code: 'sector_unknown' });
  });
});
