import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parsePack } from '../format/parse-pack.ts';
import { readPackFolder } from '../node/index.ts';
import { detectLanguage, type DetectedLanguage, sure } from './detect-language.ts';
import { type DetectOptions } from './detect-options.ts';
import { spokenLanguages } from './spoken-languages.ts';

const root = new URL('../../../../', import.meta.url);
const shortTexts = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync(new URL('./testing/short-texts.json', import.meta.url), 'utf8')));

async function languagesOf(country: string): Promise<DetectOptions> {
  const { pack } = parsePack(await readPackFolder(fileURLToPath(new URL(`packs/${country}`, root))));
  if (pack === null) throw new Error(`the pack ${country} does not parse`);
  return spokenLanguages(pack);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Dialect, slang and misspelt words among them; written before the detector was measured on them. */
describe.each(['ee', 'de', 'ma'])('short texts in the languages of %s', (country) => {
  let options: DetectOptions;
  beforeAll(async () => {
    options = await languagesOf(country);
  });

  test('are recognised, and no text is surely taken for another language', () => {
    for (const language of options.languages.filter((each) => shortTexts[each] !== undefined)) {
      const texts = shortTexts[language] ?? [];
      const found = texts.map((text): DetectedLanguage => detectLanguage(text, options));
      const right = found.filter((each) => each.language === language).length / texts.length;
      const foreign = found.filter(({ unspoken }) => unspoken !== null).length;
      const misled = found.filter((each) => each.language !== language && each.confidence >= sure).length;
      console.log(
        `${country} ${language}: ${percent(right)} of ${texts.length}; surely wrong ${misled}; taken for a foreign language ${foreign}`,
      );
      expect(texts.length).toBeGreaterThanOrEqual(20);
      expect(right, language).toBeGreaterThanOrEqual(0.9);
      expect(misled, language).toBe(0);
      expect(foreign, language).toBe(0);
    }
  });
});

const xquad = new URL('../shared/data/xquad/', root);
const twelve = ['ar', 'de', 'el', 'en', 'es', 'hi', 'ro', 'ru', 'th', 'tr', 'vi', 'zh'];

const articles = z.object({
  data: z.array(z.object({ paragraphs: z.array(z.object({ qas: z.array(z.object({ question: z.string() })) })) })),
});

function questionsIn(language: string): readonly string[] {
  const file = articles.parse(JSON.parse(readFileSync(new URL(`xquad.${language}.first8articles.json`, xquad), 'utf8')));
  return file.data.flatMap(({ paragraphs }) => paragraphs.flatMap(({ qas }) => qas.map(({ question }) => question)));
}

describe.runIf(existsSync(xquad))('questions of XQuAD', () => {
  test.each(twelve)('in %s are recognised among the twelve languages', (language) => {
    const questions = questionsIn(language);
    const right = questions.filter((text) => detectLanguage(text, { languages: twelve, fallback: '' }).language === language).length;
    console.log(`xquad ${language}: ${percent(right / questions.length)} of ${questions.length}`);
    expect(right / questions.length).toBeGreaterThanOrEqual(0.97);
  });

  test.each(['ee', 'de', 'ma'])('in a language that %s does not speak are seen to be in another', async (country) => {
    const options = await languagesOf(country);
    for (const language of twelve) {
      const found = questionsIn(language).map((text) => detectLanguage(text, options));
      const foreign = found.filter(({ unspoken }) => unspoken === language).length / found.length;
      console.log(`${country} ${language}: ${percent(foreign)} told as foreign`);
      if (options.languages.includes(language)) expect(foreign, language).toBe(0);
      else expect(foreign, language).toBeGreaterThanOrEqual(0.7);
    }
  });
});
