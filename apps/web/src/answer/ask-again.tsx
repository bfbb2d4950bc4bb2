import { type JSX } from 'preact';
import { minuteDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { askForm } from './earlier-turn.ts';

interface AskAgainProperties {
  readonly text: InterfaceText;
  readonly downSince: string | null;
  readonly question: string | null;
}

/** Under an answer that did not come: since when, and the question once more with one tap, which needs no script. */
export function AskAgain({ text, downSince, question }: AskAgainProperties): JSX.Element {
  return (
    <>
      <DownSince text={text} since={downSince} />
      {question !== null && (
        <p class="actions">
          <button type="submit" class="action" form={askForm} formNoValidate name="again" value={question}>
            {text.chat.again}
          </button>
        </p>
      )}
    </>
  );
}

/** Nothing while who answers does answer. */
export function DownSince({ text, since }: { readonly text: InterfaceText; readonly since: string | null }): JSX.Element | null {
  return since === null ? null : (
    <p class="down small" dir="auto">
      {text.troubles.downSince(minuteDate(since, text.language))}
    </p>
  );
}
