import { type JSX } from 'preact';
import { type TransparencyText } from '../interface/transparency/transparency-text.ts';
import { Filled } from './filled.tsx';
import { checkpointAddress } from './log-address.ts';
import { type LeafFact } from './transparency-facts.ts';

interface LogPlaceProperties {
  readonly leaf: LeafFact | null;
  readonly words: TransparencyText;
}

/** Where the public log states something, in words. */
export function LogPlace({ leaf, words }: LogPlaceProperties): JSX.Element {
  if (leaf === null) return <>{words.unknown}</>;
  return (
    <Filled
      words={words['log-entry']}
      slots={{
        position: leaf.position,
        log: (
          <a href={checkpointAddress(leaf.log)}>
            <code dir="ltr">{leaf.log}</code>
          </a>
        ),
      }}
    />
  );
}
