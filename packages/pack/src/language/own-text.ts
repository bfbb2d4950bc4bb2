/** Texts longer than this that have several lines are taken for a question about something pasted. In UTF-16 units. */
const pasted = 150;

/**
 * The part of a text that the person said themselves: without code, addresses, replied-to lines and quotations; of a pasted letter with a question before
 * or after it the question. The whole text where nothing would be left.
 */
export function ownText(text: string): string {
  const bare = withoutFrames(text);
  return firstWithWords([askingLines(bare), bare.replace(quotations, ' '), bare]) ?? text;
}

function firstWithWords(parts: readonly string[]): string | undefined {
  return parts.find((part) => /\p{L}{2}.*?[^\p{L}\p{M}]+\p{L}{2}/su.test(part));
}

/** Code, addresses and the lines of others in a reply are in nobody's language. */
function withoutFrames(text: string): string {
  return text
    .replace(/```[^`]*(?:```|$)/g, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/^[ \t]*>.*$/gm, ' ')
    .replace(/https?:\/\/\S+|www\.\S+|[\w.+-]{1,64}@[\w.-]+/g, ' ');
}

const quotations = /"[^"]*"|“[^”]*”|„[^“”"]*[“”"]|«[^»]*»|‹[^›]*›|「[^」]*」/g;

const asks = /[?？؟:：]\s*$/u;

/** The first and the last line of a longer text, if they ask. */
function askingLines(text: string): string {
  if (text.length <= pasted) return '';
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return '';
  return [lines[0] ?? '', lines.at(-1) ?? ''].filter((line) => line.length < pasted && asks.test(line)).join(' ');
}
