import { type ChannelText } from '@parlance/log/verify';

/**
 * Texts that one text may have been before it was copied: fields of browsers and the clipboard change ends of lines, and lose the space at both ends. A commitment is to one text to the
 * letter, so that trying some lets nothing pass but a text that differs from the recorded one in that alone. The first is the text as it is.
 */
export function pastedVariants(delivered: readonly ChannelText[]): readonly (readonly ChannelText[])[] {
  const [only] = delivered;
  if (only === undefined || delivered.length > 1 || only.channel !== 'content') return [delivered];
  const lines = only.text.replaceAll(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
  const bare = lines.trim();
  const texts = [only.text, lines, bare, ...['\n', '\n\n', ' '].flatMap((end) => [bare + end, end + bare]), lines.normalize('NFC')];
  return [...new Set(texts)].map((text) => [{ ...only, text }]);
}
