import { type JSX } from 'preact';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type TransparencyText } from '../interface/transparency/transparency-text.ts';
import { Filled } from './filled.tsx';
import { languageOfChange, mannerInWords } from './manner-of-answers.ts';
import { type ToldChange } from './transparency-facts.ts';

interface ChangeProperties {
  readonly change: ToldChange;
  readonly text: InterfaceText;
}

/** One difference: a sentence, what stood there and what stands there now, and the place in the pack. */
export function ToldChangeCard({ change, text }: ChangeProperties): JSX.Element {
  const words = text.transparency;
  const language = languageOfChange(change, text);
  const { slots, file, field } = change;
  const named = Object.fromEntries(Object.entries(slots).map(([name, value]) => [name, codes.has(name) ? <code>{value}</code> : value]));
  return (
    <li class="notice" data-class={change.class}>
      <p>
        <span class="kind">{words[`classes.${change.class}`]}</span>{' '}
        <strong>
          <Filled words={words[change.sentence]} slots={named} />
        </strong>
        {language !== null && (
          <>
            {' '}
            (<bdi>{language}</bdi>)
          </>
        )}
      </p>
      <Values change={change} text={text} />
      <p class="small">
        <code dir="ltr">{field === '' ? file : `${file} · ${field}`}</code>
      </p>
    </li>
  );
}

/** Slots with names of the pack, not words. */
const codes: ReadonlySet<string> = new Set(['rule', 'file', 'field', 'name']);

function Values({ change, text }: ChangeProperties): JSX.Element | null {
  const words = text.transparency;
  const { before, after, areWordsShown } = change;
  const inWords = (value: string | null): string | null => value && mannerInWords(value, change, text);
  if (!areWordsShown) return <p class="small">{words['compare.not-shown']}</p>;
  if (before === null && after === null) return null;
  return (
    <dl class="before-now">
      <div>
        <dt>{words['compare.before']}</dt>
        <Value value={inWords(before)} words={words} />
      </div>
      <div>
        <dt>{words['compare.now']}</dt>
        <Value value={inWords(after)} words={words} />
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
