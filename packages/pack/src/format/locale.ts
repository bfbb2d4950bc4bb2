import { z } from 'zod';
import { type Knob, type KnobName, type Locale } from '../pack.ts';
import { closed, currency, language, listOf, name, script, text } from './fields.ts';

const knob = closed({ value: text(60), guideline: name });

/** Values and guidelines are held against the charter by the check of S3. */
const knobs = { register: knob.optional(), address: knob.optional(), reading_level: knob.optional() };

function knobMap(values: Readonly<Partial<Record<KnobName, Knob | undefined>>>): ReadonlyMap<KnobName, Knob> {
  const names: readonly KnobName[] = ['register', 'address', 'reading_level'];
  return new Map(names.flatMap((knobName) => (values[knobName] === undefined ? [] : [[knobName, values[knobName]]])));
}

export const knobsSchema = closed(knobs).transform(knobMap);

/** A mark that separates parts of a number: one character, which may be a space. */
const separator = z.string('one character').regex(/^[.,'’ \u00a0\u202f\u066b\u066c]$/u, "one of . , ' or a space");

/** A date pattern of Unicode CLDR, of fields for day, month and year. */
const datePattern = text(40).regex(
  /^(?:[dMyEG]{1,5}|[ .,/\-،年月日]|'[\p{L}\p{M}. ]{1,12}')+$/u,
  'a date pattern (CLDR) of day, month and year, such as d. MMMM y',
);

/** `locale/<language>.yaml`. */
export const localeSchema: z.ZodType<Locale> = closed({
  language,
  script,
  scripts: listOf(script, { least: 1, most: 4 }).optional(),
  ...knobs,
  numbers: closed({ decimal: separator, group: separator }),
  date: datePattern,
  currency,
})
  .refine(({ script: own, scripts = [] }) => new Set([own, ...scripts]).size === scripts.length + 1, {
    path: ['scripts'],
    message: 'other scripts than the one of script, each once',
  })
  .transform(({ register, address, reading_level, scripts = [], ...facts }) => ({
    ...facts,
    scripts,
    knobs: knobMap({ register, address, reading_level }),
  }));
