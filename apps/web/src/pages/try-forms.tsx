import { type JSX } from 'preact';
import { type InterfaceText } from '../interface/interface-text.ts';
import { pageAddress } from '../page-address.ts';
import { type Speed, type TryContext } from '../page-context.ts';

interface FormProperties {
  readonly context: TryContext;
  readonly text: InterfaceText;
}

const speeds: readonly Speed[] = ['instant', 'fast', 'reading'];

/** What a model is to say, to which question, and how fast. */
export function TextForm({ context, text }: FormProperties): JSX.Element {
  return (
    <form class="card" method="post" action="/try">
      <input type="hidden" name="lang" value={context.language} />
      <label for="pretend">{text.pretendLabel}</label>
      <p class="hint" id="pretend-hint">
        {text.pretendHint}
      </p>
      <Examples
        text={text}
        language={context.language}
        field="text"
        examples={context.examples.map(({ id, title, text: value }) => ({ id, title, value }))}
      />
      <textarea id="pretend" name="text" rows={12} required dir="auto" aria-describedby="pretend-hint" defaultValue={context.text} />
      <label for="asked">{text.personAsks}</label>
      <AskedExamples context={context} text={text} />
      <input id="asked" name="q" type="text" dir="auto" value={context.question} />
      <fieldset>
        <legend>{text.speedLabel}</legend>
        {speeds.map((speed) => (
          <label key={speed} class="choice">
            <input type="radio" name="speed" value={speed} checked={speed === context.speed} />
            {text.speed[speed]}
          </label>
        ))}
      </fieldset>
      <button type="submit" class="primary">
        {text.run}
      </button>
    </form>
  );
}

/** An editor for one rule of a country pack. */
export function RuleForm({ context, text }: FormProperties): JSX.Element {
  return (
    <form class="card" method="post" action="/try/rule#rule">
      <input type="hidden" name="lang" value={context.language} />
      <label for="yaml">{text.ruleLabel}</label>
      <Examples
        text={text}
        language={context.language}
        field="rule"
        examples={context.ruleExamples.map(({ id, title, yaml }) => ({ id, title, value: yaml }))}
      />
      <textarea id="yaml" class="code" name="rule" rows={16} required dir="ltr" spellcheck={false} defaultValue={context.rule} />
      <button type="submit" class="primary">
        {text.check}
      </button>
    </form>
  );
}

const mostAsked = 4;

/** Questions of each kind, with what they show. */
function AskedExamples({ context, text }: FormProperties): JSX.Element | null {
  const [service, ...others] = context.questions;
  if (service === undefined) return null;
  const shown = new Set([service, ...others.filter(({ kind }) => kind !== 'service'), ...others]);
  return (
    <nav aria-label={`${text.loadExample}: ${text.personAsks}`}>
      <ul class="chips">
        {[...shown].slice(0, mostAsked).map((question) => (
          <li key={question.text}>
            <a class="chip" href={`${pageAddress('/try', context.language, { q: question.text })}#asked`} dir="auto">
              {question.text} <span class="kind">({text.exampleKind[question.kind]})</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ExamplesProperties {
  readonly text: InterfaceText;
  readonly language: string;
  /** The field that an example fills, by the query of `GET /try`. */
  readonly field: 'text' | 'rule';
  readonly examples: readonly { readonly id: string; readonly title: string; readonly value: string }[];
}

/** Links that load an example into the field. */
function Examples({ text, language, field, examples }: ExamplesProperties): JSX.Element | null {
  if (examples.length === 0) return null;
  const anchor = field === 'rule' ? '#rule' : '';
  return (
    <nav aria-label={`${text.loadExample}: ${field === 'rule' ? text.ruleLabel : text.pretendLabel}`}>
      <ul class="chips">
        {examples.map(({ id, title, value }) => (
          <li key={id}>
            <a class="chip" href={`${pageAddress('/try', language, { [field]: value })}${anchor}`} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
