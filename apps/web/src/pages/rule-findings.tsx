import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type RuleIssue, type RuleResult } from '../page-context.ts';

/** What the check of a rule found: where, what it expected, and how to mend it. */
export function RuleFindings({ text, result }: { readonly text: InterfaceText; readonly result: RuleResult }): JSX.Element {
  return (
    <section class="findings" aria-labelledby="findings-heading">
      <h3 id="findings-heading">{text.ruleResultHeading}</h3>
      <p class={result.ok ? 'verdict accepted' : 'verdict refused'} role="status">
        {result.ok ? text.ruleAccepted : text.ruleRefused}
      </p>
      <ul>
        {result.issues.map((issue, index) => (
          <Finding key={index} text={text} issue={issue} />
        ))}
      </ul>
    </section>
  );
}

function Finding({ text, issue }: { readonly text: InterfaceText; readonly issue: RuleIssue }): JSX.Element {
  return (
    <li class={`notice ${issue.severity === 'warning' ? 'warning' : 'error'}`}>
      <h4>
        <span class="number">{issue.rule}</span> {issue.severity === 'warning' ? text.warning : text.error}
        <span class="small">
          {' '}
          <bdi>{issue.file}</bdi>, {text.line} {issue.line}
        </span>
      </h4>
      <dl>
        {issue.path !== '' && (
          <Fact name={text.field}>
            <code>{issue.path}</code>
          </Fact>
        )}
        <Fact name={text.expected}>{issue.expected}</Fact>
        <Fact name={text.received}>{issue.received}</Fact>
        <Fact name={text.mend}>{issue.mend}</Fact>
      </dl>
    </li>
  );
}
