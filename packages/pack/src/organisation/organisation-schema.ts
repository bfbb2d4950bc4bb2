import { ageBands, guidelines, type Guideline } from '@parlance/charter';
import { identifierIds } from '@parlance/disclosure';
import { closed, language, listOf, name, oneOf, script, text } from '../format/fields.ts';
import { days } from '../format/privacy.ts';

function knob(wanted: Guideline['knob']) {
  const values = guidelines.find((guideline) => guideline.knob === wanted)?.values ?? [wanted];
  return oneOf(values).optional();
}

/** The operator's file: what the organisation sets by default, and the limits that it tightens. */
export const organisationSchema = closed({
  name: text(200),
  defaults: closed({
    language: language.optional(),
    script: script.optional(),
    register: knob('register'),
    address: knob('address'),
    reading_level: knob('reading_level'),
  }).optional(),
  limits: closed({
    retention_days: days.optional(),
    minimise: listOf(oneOf(identifierIds), { least: 0, most: identifierIds.length }).optional(),
    sectors: listOf(name, { least: 1, most: 100 }).optional(),
    age_band: oneOf(ageBands).optional(),
  }).optional(),
});
