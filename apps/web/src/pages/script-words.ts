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

/** Attributes by which the form brings them along; the script finds them in its `dataset`. */
export function wordAttributes(chat: ChatText): Readonly<Record<string, string>> {
  return Object.fromEntries(used.map((name) => [`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, chat[name]]));
}
