import { createAlphabet } from '../matching/alphabet.ts';
import { createAutomaton } from '../matching/automaton.ts';
import { parsePattern, symbolsIn } from '../matching/pattern.ts';
import { finishScan, freshScan, scan, type Table } from '../matching/scanner.ts';
import { type Form } from './identifier.ts';

/** The best score of the forms in which a whole text is written, 0 when it is written in none. What reads them is made when it is first asked. */
export function writtenScore(forms: readonly Form[]): (text: string) => number {
  let known: Table | null = null;
  return (text) => {
    known ??= tableOf(forms);
    const [scanned, first] = scan(known, freshScan, text);
    const whole = [...first, ...finishScan(known, scanned).hits].filter(({ start, end }) => start === 0 && end === text.length);
    return Math.max(0, ...whole.map(({ entry }) => forms[entry]?.score ?? 0));
  };
}

function tableOf(forms: readonly Form[]): Table {
  const nodes = forms.map(({ pattern }) => {
    const parsed = parsePattern(pattern);
    if (!parsed.ok) throw new RangeError(`a form that is no pattern: ${parsed.expected}`);
    return parsed.node;
  });
  const alphabet = createAlphabet(new Set(nodes.flatMap((node) => [...symbolsIn(node)])));
  const entries = nodes.map((node) => ({ terms: [], patterns: [node] }));
  return { alphabet, automaton: createAutomaton(entries, alphabet) };
}
