import { type JSX } from 'preact';
import { type InterfaceText } from '../../interface/interface-text.ts';
import { type CheckedTry } from '../../study-context.ts';

interface CheckedProperties {
  readonly text: InterfaceText;
  /** Absent: it is no try. */
  readonly checked: CheckedTry | undefined;
}

/** What the page knows of a try by itself, with the sum of which it knows it. It is no part of the answer, and no model has said it. */
export function Checked({ text, checked }: CheckedProperties): JSX.Element | null {
  if (checked === undefined) return null;
  return (
    <p class={`reminder checked ${checked.kind}`} role="note">
      {text.study.checked[checked.kind]} {checked.kind !== 'unknown' && <bdi dir="ltr">{checked.sum}</bdi>}
    </p>
  );
}
