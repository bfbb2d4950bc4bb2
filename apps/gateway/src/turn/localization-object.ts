import { type Pack, type Resolved, scriptsOffered, type Statement } from '@parlance/pack';
import { type LocalizationObject, type SaidBy } from '@parlance/wire';

/**
 * What the reader is told of how the answer is worded. Where no model is asked, texts stand as the pack wrote them: then its own script is told, whatever was wished.
 */
export function localizationObject(
  { defaults, age }: Resolved,
  told: { readonly pack: Pack; readonly unspoken: string | null; readonly isModel: boolean },
): LocalizationObject {
  const { language, script, register, address, reading_level } = defaults;
  const [own] = scriptsOffered(told.pack, language.value);
  const shown: Statement<string> =
    told.isModel || own === undefined ? script : { value: own, origin: { layer: 'country', position: null } };
  return {
    language: language.value,
    script: shown.value,
    register: register.value,
    address: address.value,
    reading_level: reading_level.value,
    by: {
      language: saidBy(language),
      script: saidBy(shown),
      register: saidBy(register),
      address: saidBy(address),
      reading_level: saidBy(reading_level),
    },
    unspoken: told.unspoken,
    under_18: age.band === 'any-age' ? null : { age_band: age.band, because: [...age.because] },
    asked_of_model: told.isModel,
  };
}

function saidBy({ origin: { layer, via } }: Statement<string>): SaidBy {
  return layer === 'user' ? (via ?? 'request') : layer;
}
