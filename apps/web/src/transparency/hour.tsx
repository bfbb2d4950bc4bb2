import { type JSX } from 'preact';
import { longDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';

/** The log tells hours (`2026-11-21T13Z`), and people think in days. */
export function Hour({ hour, text }: { readonly hour: string; readonly text: InterfaceText }): JSX.Element {
  const day = hour.slice(0, 10);
  return <time dateTime={day}>{longDate(day, text.language)}</time>;
}
