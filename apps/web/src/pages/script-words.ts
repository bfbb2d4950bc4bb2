import { type ChatText } from '../interface/chat/chat-text.ts';

const used = [
  'edit',
  'keepQuestion',
  'again',
  'copy',
  'copied',
  'share',
  'shareHint',
  'shareLink',
  'listen',
  'silence',
  'stop',
  'stopped',
  'stoppedHere',
  'dictate',
  'dictateHint',
  'notSent',
  'lineLost',
  'lineBroken',
  'failed',
  'keepHere',
  'keepHereHint',
  'forget',
  'notBroughtBack',
  'dataUsed',
  'waiting',
  'emptyQuestion',
] as const satisfies readonly (keyof ChatText)[];

/** A word that the script of the conversation says by itself. */
export type ScriptWord = (typeof used)[number];

/** Of these, what it says on a page whose form the browser sends by itself. */
export const wordsBeside = [
  'copy',
  'copied',
  'share',
  'listen',
  'silence',
  'dictate',
  'dictateHint',
] as const satisfies readonly ScriptWord[];

/** Attributes by which the form brings them along; the script finds them in its `dataset`. */
export function wordAttributes(chat: ChatText, words: readonly ScriptWord[] = used): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map((name) => [`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, chat[name]]));
}
