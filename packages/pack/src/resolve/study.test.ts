import { ageBands, type Hint, hints, notHumanReminders, tries } from '@parlance/charter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pack, type Study } from '../pack.ts';
import { explain, explainAll } from './explain.ts';
import { resolveValues } from './resolve-values.ts';
import { samplePack, samplePositions, sampleSector } from './sample-pack.ts';
import { type StudyValues } from './study.ts';

const silent: Study = { hints: null, tries: null, style: null, age_band: null, not_human_reminder: null };

function packWith(study: Partial<Study>): Pack {
  return samplePack({
    sectors: new Map([
      ['education', { ...sampleSector('education', {}), study: { ...silent, ...study } }],
      ['citizen-services', sampleSector('citizen-services', {})],
    ]),
    positions: samplePositions({ 'sectors/education.yaml#study.tries.value': 12, 'sectors/education.yaml#study.age_band.value': 14 }),
  });
}

const pack = packWith({
  tries: { value: '3', names: 'tries-before-answer' },
  age_band: { value: 'under-18', names: 'prioritize-teen-safety' },
});

const settings: fc.Arbitrary<StudyValues> = fc.record(
  {
    hints: fc.constantFrom<readonly Hint[]>(['answer'], hints),
    tries: fc.constantFrom(...tries),
    style: fc.constantFrom('mixed', 'socratic', 'explaining'),
    age_band: fc.constantFrom(...ageBands),
    not_human_reminder: fc.constantFrom(...notHumanReminders),
  },
  { requiredKeys: [] },
);

describe('study mode', () => {
  test('is not there in a sector that has none, whoever asks for it', () => {
    const user = { study: { tries: '1', age_band: 'any-age' } } as const;
    expect(resolveValues(pack, { sector: 'citizen-services', user, organisation: user }).study).toBeNull();
    const all = explainAll(pack, { sector: 'citizen-services' });
    expect('code' in all ? null : all.filter(({ key }) => key.startsWith('study.'))).toEqual([]);
  });

  test('has what the sector says, and the charter’s words where it says nothing', () => {
    const { study } = resolveValues(pack, { sector: 'education' });
    expect(study?.tries).toMatchObject({ value: '3', origin: { layer: 'sector', position: { line: 12 } } });
    expect(study?.hints).toEqual({ value: hints, origin: { layer: 'charter', position: null } });
    expect(study?.not_human_reminder).toMatchObject({ value: 'each-session', origin: { layer: 'charter' } });
  });

  test('the nearest speaker wins for what a guideline tunes', () => {
    const organisation = { study: { tries: '4', style: 'socratic' } } as const;
    const { study } = resolveValues(pack, { sector: 'education', organisation, user: { study: { tries: '1' } } });
    expect([study?.tries.value, study?.style.value]).toEqual(['1', 'socratic']);
  });

  test('nobody loosens a limit, and anybody makes it stricter', () => {
    const speakers = fc.record({ organisation: settings, developer: settings, user: settings });
    fc.assert(
      fc.property(speakers, ({ organisation, developer, user }) => {
        const said = { organisation: { study: organisation }, developer: { study: developer }, user: { study: user } };
        const { study } = resolveValues(pack, { sector: 'education', ...said });
        const bands = ['under-18' as const, ...[organisation, developer, user].flatMap(({ age_band }) => age_band ?? [])];
        const reminders = [organisation, developer, user].flatMap(({ not_human_reminder }) => not_human_reminder ?? []);
        expect(ageBands.indexOf(study?.age_band.value ?? 'any-age')).toBe(Math.max(...bands.map((band) => ageBands.indexOf(band))));
        expect(notHumanReminders.indexOf(study?.not_human_reminder.value ?? 'each-session')).toBe(
          Math.max(0, ...reminders.map((reminder) => notHumanReminders.indexOf(reminder))),
        );
      }),
    );
  });

  test('an age band makes an adult reader young for the restrictions of the sector', () => {
    const text = { et: 'x' };
    const restriction = {
      id: 'r',
      type: 'gambling' as const,
      basis: { jurisdiction: 'XX', instrument: 'Act', article: '1', url: 'https://example.org/act' },
      authority: text,
      inForce: '2020-01-01',
      reviewBy: '2030-01-01',
      rationale: text,
      redress: { url: 'https://example.org/redress', body: text },
      scope: { sectors: 'all' as const, audience: 'under-18' as const },
      match: { terms: ['x'] },
      fixtures: { hits: [], misses: [] },
    };
    const restricted = (sector: string): number =>
      resolveValues({ ...pack, restrictions: [restriction] }, { sector, audience: 'adult' }).limits.restrictions.size;
    expect([restricted('education'), restricted('citizen-services')]).toEqual([1, 0]);
  });

  test('is explained by line, guideline and kind', () => {
    expect(explain(pack, 'study.tries', { sector: 'education' })).toMatchObject({
      value: '3',
      kind: 'default',
      guideline: 'tries-before-answer',
      origin: { layer: 'sector', position: { file: 'sectors/education.yaml', line: 12 } },
      overridden: [{ value: '2', origin: { layer: 'charter' } }],
    });
    expect(explain(pack, 'study.age_band', { sector: 'education' })).toMatchObject({
      value: 'under-18',
      kind: 'limit',
      origin: { position: { line: 14 } },
    });
    expect(explain(pack, 'study.hints', { sector: 'education' })).toMatchObject({ value: 'nudge, step, worked-twin, answer' });
  });
});
