import { plainText } from './plain-text.ts';

/** An answer as text: what was said with its markers, the change line, each notice, and where the receipt can be checked. Nothing of it is lost by copying. */
export function textWithNotices(turn: HTMLElement): string {
  const blocks = turn.querySelectorAll<HTMLElement>(
    '.asked, .checked, .answer > *, .ending, .changes, .notice h4, .notice .rationale, .notice dl > div, .sources li, .receipt > p',
  );
  const texts = [...blocks].map(plainText).filter((text) => text !== '');
  const check = turn.querySelector<HTMLAnchorElement>('a[href*="/verify?"]');
  return [...texts, ...(check === null ? [] : [check.href])].join('\n\n');
}

/** Whether it worked: a page without a secure address may not write to the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
