import { ageBands } from '@parlance/charter';
import { instructionsText } from '@parlance/pack';
import { type InstructionsFacts } from '@parlance/web';
import { type Gateway, today } from '../gateway.ts';
import { preview } from '../turn/begin.ts';

/** What a visitor chose; whatever is not offered counts as not chosen. */
export interface InstructionsChoice {
  readonly sector: string;
  readonly answers: string;
  readonly age: string;
}

/** What a model is told before a question is there, in the words in which it is told. */
export function instructionsFacts(gateway: Gateway, chosen: InstructionsChoice, pageLanguage: string): InstructionsFacts {
  const { country, upstream } = gateway;
  const { languages } = country.pack;
  const sector = country.sectors.find((each) => each === chosen.sector) ?? country.defaultSector;
  const language = [chosen.answers, pageLanguage].find((each) => languages.includes(each)) ?? languages[0] ?? 'en';
  const age = ageBands.find((each) => each === chosen.age) ?? 'any-age';
  const { layers } = preview({
    request: { model: 'parlance', messages: [{ role: 'user', content: '' }], parlance: { language, age_band: age } },
    country,
    upstream,
    sector,
    today: today(gateway),
  });
  return {
    sector,
    language,
    age,
    sectors: country.sectors,
    languages,
    isModelConnected: upstream.kind === 'openai',
    layers: layers.map((layer) => ({
      name: layer.name,
      instructs: layer.name === 'charter',
      digest: layer.digest,
      text: withoutHeading(instructionsText([layer])),
    })),
  };
}

/** The name and the digest of a layer are told beside its text. */
function withoutHeading(text: string): string {
  return text.slice(text.indexOf('\n') + 1).trimEnd();
}
