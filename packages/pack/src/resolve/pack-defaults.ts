import { type KnobName, type Pack, type Sector } from '../pack.ts';
import { positionOf } from './position-of.ts';
import { type Statement } from './statement.ts';

/** What holds where nobody else speaks. */
export const charterDefaults = {
  language: ofCharter('en'),
  /** ISO 15924: unknown script. */
  script: ofCharter('Zzzz'),
  register: ofCharter('neutral'),
  address: ofCharter('formal-you'),
  reading_level: ofCharter('plain'),
} as const;

function ofCharter(value: string): Statement<string> {
  return { value, origin: { layer: 'charter', position: null } };
}

/** The country's first language. Empty when the pack has none. */
export function languageStatement(pack: Pack): readonly Statement<string>[] {
  return pack.languages
    .slice(0, 1)
    .map((value) => ({ value, origin: { layer: 'country', position: positionOf(pack, 'pack.yaml', 'languages.0') } }));
}

export function scriptStatement(pack: Pack, language: string): readonly Statement<string>[] {
  const locale = pack.locales.get(language);
  if (locale === undefined) return [];
  return [{ value: locale.script, origin: { layer: 'country', position: positionOf(pack, localeFile(language), 'script') } }];
}

/** What the country and the sector say about a knob, for one language. */
export function knobStatements(
  pack: Pack,
  ask: { readonly sector: Sector; readonly language: string; readonly name: KnobName },
): readonly Statement<string>[] {
  const country = pack.locales.get(ask.language)?.knobs.get(ask.name);
  const sector = ask.sector.knobs.get(ask.name);
  const statements: Statement<string>[] = [];
  if (country !== undefined) {
    statements.push({
      value: country.value,
      origin: { layer: 'country', position: positionOf(pack, localeFile(ask.language), `${ask.name}.value`) },
    });
  }
  if (sector !== undefined) {
    const position = positionOf(pack, `sectors/${ask.sector.id}.yaml`, `knobs.${ask.name}.value`);
    statements.push({ value: sector.value, origin: { layer: 'sector', position } });
  }
  return statements;
}

export function localeFile(language: string): string {
  return `locale/${language}.yaml`;
}
