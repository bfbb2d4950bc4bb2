import { type JSX } from 'preact';

/** A number as it is told, with its sign: `≥ 20`, `≈ 7270`. The sign stands before the number also where the page is read from the right. */
export function Told({ sign, number }: { readonly sign: '≥' | '≈'; readonly number: number | string }): JSX.Element {
  return <bdi dir="ltr">{`${sign} ${number}`}</bdi>;
}

/** The same inside a sentence. */
export function toldText(sign: '≥' | '≈', number: number): string {
  return `\u2066${sign} ${number}\u2069`;
}

/** At most three digits that say something, with the decimal sign of the language. */
export function decimal(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 3, useGrouping: false }).format(value);
}
