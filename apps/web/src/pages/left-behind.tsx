import { type JSX } from 'preact';
import { type ChatContext } from '../chat-context.ts';

/** A conversation that lost a part says so, also when nothing of it is left. */
export function LeftBehind({ context }: { readonly context: ChatContext }): JSX.Element | null {
  const { chat, troubles } = context.interfaceText;
  if (context.left === 'nothing') return null;
  return <p class="left-behind small">{context.left === 'oldest' ? chat.leftBehind : troubles.unproved}</p>;
}
