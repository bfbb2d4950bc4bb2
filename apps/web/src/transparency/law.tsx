import { type JSX } from 'preact';
import { OutwardLink } from '../answer/outward-link.tsx';
import { type LawFact } from './transparency-facts.ts';

/** A law and where it can be read. */
export function Law({ law }: { readonly law: LawFact }): JSX.Element {
  return <OutwardLink address={law.url}>{`${law.instrument}, ${law.article} (${law.jurisdiction})`}</OutwardLink>;
}
