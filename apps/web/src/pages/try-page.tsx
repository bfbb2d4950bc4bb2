import { type ComponentChildren, type JSX } from 'preact';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type RuleResult, type TryContext } from '../page-context.ts';
import { afterAnswer, AnswerArea, beforeAnswer } from './answer-area.tsx';
import { renderPage } from './page.tsx';
import { RuleForm, TextForm } from './try-forms.tsx';
import { RuleFindings } from './rule-findings.tsx';
import { Verification } from './verification.tsx';

interface Results {
  readonly answer: JSX.Element;
  readonly rule: JSX.Element | null;
  /** Of the receipt, once there is an answer. */
  readonly verification?: JSX.Element;
}

/** `GET /try`. */
export function tryPage(context: TryContext): string {
  return page(context, { answer: <EmptyAnswer text={context.interfaceText} />, rule: null });
}

/** `POST /try`, up to and including the open answer element. */
export function tryAnswerStart(context: TryContext): string {
  return beforeAnswer(answerPage(context, ''));
}

/** `POST /try`, what follows the answer. `instructions` are the composed layers that a model would have been given. */
export function tryAnswerEnd(context: TryContext, instructions: string): string {
  return afterAnswer(answerPage(context, instructions));
}

/** `POST /try/rule`: the same page with what the check found. */
export function rulePage(context: TryContext, result: RuleResult): string {
  const text = context.interfaceText;
  return page(context, { answer: <EmptyAnswer text={text} />, rule: <RuleFindings text={text} result={result} /> });
}

function answerPage(context: TryContext, instructions: string): string {
  const text = context.interfaceText;
  const answer = (
    <>
      <AnswerArea text={text} language={context.language} heading={text.resultHeading} />
      <details class="instructions">
        <summary>{text.showInstructions}</summary>
        <pre dir="auto" tabIndex={0}>
          {instructions}
        </pre>
      </details>
    </>
  );
  return page(context, { answer, rule: null, verification: <Verification text={text} policy={<Policy policy={context.policy} />} /> });
}

function Policy({ policy }: { readonly policy: string }): JSX.Element {
  return (
    <pre dir="ltr" tabIndex={0} data-part="policy">
      {policy}
    </pre>
  );
}

function page(context: TryContext, results: Results): string {
  const text = context.interfaceText;
  const children = (
    <div class="wide">
      <h1>{text.tryTitle}</h1>
      <p class="lead">{text.tryLead}</p>
      <p class="hint">{text.tryLogged}</p>
      <Pair input={<TextForm context={context} text={text} />} result={results.answer} beside={results.verification} id="answer" />
      <section class="rules" aria-labelledby="rule-heading">
        <h2 id="rule-heading">{text.ruleTitle}</h2>
        <p>{text.ruleLead}</p>
        <Pair input={<RuleForm context={context} text={text} />} result={results.rule} id="rule" />
      </section>
    </div>
  );
  return renderPage({
    context,
    title: text.tryTitle,
    path: '/try',
    ...(results.verification !== undefined && { script: '/assets/verify.js' as const }),
    children,
  });
}

interface PairProperties {
  readonly input: ComponentChildren;
  readonly result: ComponentChildren;
  /** Read after the result, and shown under the input where there is room. */
  readonly beside?: ComponentChildren;
  readonly id: string;
}

/** Input and result: beside each other where there is room, else one under the other. */
function Pair({ input, result, beside, id }: PairProperties): JSX.Element {
  return (
    <div class="pair" id={id}>
      <div>{input}</div>
      <div class="result">{result}</div>
      {beside !== undefined && <div class="beside">{beside}</div>}
    </div>
  );
}

function EmptyAnswer({ text }: { readonly text: InterfaceText }): JSX.Element {
  return (
    <section class="turn empty" aria-labelledby="answer-heading">
      <h2 id="answer-heading">{text.resultHeading}</h2>
      <p class="small">{text.resultEmpty}</p>
    </section>
  );
}
