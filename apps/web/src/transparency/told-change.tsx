import { type JSX } from 'preact';
import { type TransparencyText } from '../interface/transparency/transparency-text.ts';
import { Filled } from './filled.tsx';
import { type ToldChange } from './transparency-facts.ts';

interface ChangeProperties {
  readonly change: ToldChange;
  readonly words: TransparencyText;
}

/** One difference: a sentence, what stood there and what stands there now, and the place in the pack. */
export function ToldChangeCard({ change, words }: ChangeProperties): JSX.Element {
  const { slots, file, field } = change;
  const named = Object.fromEntries(Object.entries(slots).map(([name, value]) => [name, codes.has(name) ? <code>{value}</code> : value]));
  return (
    <li class="notice" data-class={change.class}>
      <p>
        <span class="kind">{words[`classes.${change.class}`]}</span>{' '}
        <strong>
          <Filled words={words[change.sentence]} slots={named} />
        </strong>
      </p>
      <Values change={change} words={words} />
      <p class="small">
        <code dir="ltr">{field === '' ? file : `${file} · ${field}`}</code>
      </p>
    </li>
  );
}

/** Slots with names of the pack, not words. */
const codes: ReadonlySet<string> = new Set(['rule', 'file', 'field', 'name']);

function Values({ change, words }: ChangeProperties): JSX.Element | null {
  const { before, after, areWordsShown } = change;
  if (!areWordsShown) return <p class="small">{words['compare.not-shown']}</p>;
  if (before === null && after === null) return null;
  return (
    <dl class="before-now">
      <div>
        <dt>{words['compare.before']}</dt>
        <Value value={before} words={words} />
      </div>
      <div>
        <dt>{words['compare.now']}</dt>
        <Value value={after} words={words} />
      </div>
    </dl>
  );
}

/** UTF-16 units of a value that a page shows. */
const longest = 600;

function Value({ value, words }: { readonly value: string | null; readonly words: TransparencyText }): JSX.Element {
  if (value === null) return <dd class="none">{words.nothing}</dd>;
  if (value.length <= longest) return <dd dir="auto">{value}</dd>;
  return (
    <dd dir="auto">
      {value.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, '')}… <span class="small">{words['compare.cut']}</span>
    </dd>
  );
}
