import { type JSX } from 'preact';
import { askForm } from '../answer/earlier-turn.ts';
import { type ChatContext } from '../chat-context.ts';

/** What becomes of what is written here, and how to have even less of it kept. */
export function Kept({ context }: { readonly context: ChatContext }): JSX.Element {
  const { chat } = context.interfaceText;
  return (
    <details class="kept">
      <summary>{chat.keptHeading}</summary>
      <p>{chat.kept}</p>
      <label class="choice">
        <input type="checkbox" name="shared" value="1" form={askForm} checked={context.choices.isShared} aria-describedby="shared-hint" />
        {chat.sharedDevice}
      </label>
      <p class="hint" id="shared-hint">
        {chat.sharedDeviceHint}
      </p>
      <div id="keeping" />
    </details>
  );
}
