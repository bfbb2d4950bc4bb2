/** How a language writes numbers and days, as Unicode CLDR knows it. */
export interface LocaleForms {
  readonly script: string;
  readonly decimal: string;
  readonly group: string;
  readonly date: string;
}

const separators = " .,'’\u00a0\u202f\u066b\u066c";

export function localeForms(language: string): LocaleForms {
  const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn', useGrouping: 'always' }).formatToParts(12_345_678.9);
  const mark = (type: 'decimal' | 'group', otherwise: string): string => {
    const found = parts.find((part) => part.type === type)?.value ?? otherwise;
    return separators.includes(found) ? found : otherwise;
  };
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  return { script, decimal: mark('decimal', '.'), group: mark('group', ' '), date: datePattern(language) };
}

function datePattern(language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', calendar: 'gregory', timeZone: 'UTC' });
  const pattern = format.formatToParts(Date.UTC(2026, 10, 21)).map(({ type, value }) => {
    if (type === 'day') return 'd';
    if (type === 'year') return 'y';
    if (type === 'month') return /^\p{N}+$/u.test(value) ? 'M' : 'MMMM';
    return value.replace(/[\p{L}\p{M}]+/gu, (word) => (/^[年月日]$/u.test(word) ? word : `'${word}'`));
  });
  const written = pattern.join('').trim();
  return /^(?:[dMyEG]{1,5}|[ .,/\-،年月日]|'[\p{L}\p{M}. ]{1,12}')+$/u.test(written) ? written : 'd MMMM y';
}
