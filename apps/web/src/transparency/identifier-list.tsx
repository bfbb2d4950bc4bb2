import { type JSX } from 'preact';
import { type TransparencyText } from '../interface/transparency/transparency-text.ts';
import { type IdentifierFact } from './transparency-facts.ts';

interface IdentifierListProperties {
  readonly identifiers: readonly IdentifierFact[];
  readonly words: TransparencyText;
}

/** Classes of identifiers in words, with the names under which the pack has them. */
export function IdentifierList({ identifiers, words }: IdentifierListProperties): JSX.Element {
  if (identifiers.length === 0) return <>{words.nothing}</>;
  return (
    <ul class="plain">
      {identifiers.map(({ class: name, ids }) => (
        <li key={name}>
          {words[`identifier-classes.${name}`]} <code dir="ltr">{ids.join(', ')}</code>
        </li>
      ))}
    </ul>
  );
}
