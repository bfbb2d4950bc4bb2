import { directionOf } from '@parlance/web';
import { type Country } from '../country/country.ts';
import { pageWords } from './page-words.ts';

/** For a request of which nothing could be read, not even a language: the same sentence in each language of the pack, and in English. */
export function overlongPage({ pack }: Country): string {
  const languages = [...new Set([...pack.languages, 'en'])];
  const told = languages.map(
    (language) => `<p lang="${language}" dir="${directionOf(language)}">${pageWords(pack, language).troubles.tooLarge}</p>`,
  );
  return `<!doctype html><html lang="${languages[0] ?? 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Parlance</title></head><body><main><h1>431</h1>${told.join('')}<p><a href="/">Parlance</a></p></main></body></html>`;
}
