import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, type Random } from './random.ts';

const scripts: readonly (readonly string[])[] = [
  ['ka', 'le', 'mu', 'so', 'ri', 'tõ', 'pä', 'ne', 'hü', 'va'],
  ['ко', 'ла', 'ме', 'ру', 'ти', 'со', 'ны', 'пе', 'жа', 'ви'],
  ['κα', 'λο', 'με', 'ρυ', 'τι', 'σω', 'νη', 'πε', 'δα', 'βι'],
  ['كا', 'لو', 'مي', 'را', 'تي', 'سو', 'نا', 'بي', 'دا', 'فو'],
  ['קא', 'לו', 'מי', 'רה', 'תי', 'סו', 'נא', 'פי', 'דה', 'בו'],
  ['का', 'ली', 'मु', 'रे', 'ति', 'सो', 'नी', 'पे', 'दा', 'वि'],
  ['市', '民', '法', '令', '税', '水', '山', '学', '車', '東'],
  ['กา', 'ลี', 'มู', 'เร', 'ติ', 'โส', 'นี', 'เป', 'ดา', 'วิ'],
];

/** Longer than any word of the answers, so that much begins to match and nothing does. */
function termIn(script: readonly string[], random: Random): string {
  return Array.from({ length: 6 + random(3) }, () => script[random(script.length)] ?? '').join('');
}

function generatedTerms(count: number): readonly string[] {
  const random = createRandom(1);
  const terms = new Set<string>();
  while (terms.size < count) terms.add(termIn(scripts[terms.size % scripts.length] ?? [], random));
  return [...terms];
}

const termsInFile = 1000;

/** A copy of a pack with so many more terms, in restriction files like any other: the real loader and every check read them. */
export function writeBenchPack(from: string, to: string, termCount: number): void {
  cpSync(from, to, { recursive: true });
  const terms = generatedTerms(termCount);
  for (let at = 0; at < terms.length; at += termsInFile) {
    const number = at / termsInFile + 1;
    // JSON is YAML.
    writeFileSync(
      join(to, 'restrictions', `bench-${number}.yaml`),
      JSON.stringify(restriction(number, terms.slice(at, at + termsInFile)), null, 1),
    );
  }
}

function restriction(number: number, terms: readonly string[]) {
  const named = (name: string) => ({ et: `${name} näide`, ru: `пример ${number}`, en: `${name} example` });
  return {
    id: `ee.reks.${number}.bench-${number}`,
    type: 'advertising',
    legal_basis: {
      jurisdiction: 'EE',
      instrument: 'Reklaamiseadus',
      article: `§ ${number}`,
      url: 'https://www.riigiteataja.ee/akt/111062013006',
      authority: named('bench'),
      in_force: '2015-06-01',
      review_by: '2099-01-01',
    },
    rationale: named('bench'),
    redress: { url: 'https://www.oiguskantsler.ee', body: named('bench') },
    scope: { sectors: ['citizen-services', 'education'], audience: 'all' },
    match: { terms },
    fixtures: { hits: terms.slice(0, 3), misses: ['Meri on vaikne.', 'Море спокойное.', 'The sea is calm.'] },
  };
}
