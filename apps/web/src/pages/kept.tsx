import { type JSX } from 'preact';
import { type ChatContext } from '../chat-context.ts';

/** What becomes of what is written here. */
export function Kept({ context }: { readonly context: ChatContext }): JSX.Element {
  const { chat } = context.interfaceText;
  return (
    <details class="kept">
      <summary>{chat.keptHeading}</summary>
      <p>{chat.kept}</p>
      <div id="keeping" />
    </details>
  );
}
