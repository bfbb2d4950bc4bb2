/** An answer as text: what was said with its markers, the change line, each notice, and where the receipt can be checked. Nothing of it is lost by copying. */
export function textWithNotices(turn: HTMLElement): string {
  const blocks = turn.querySelectorAll<HTMLElement>(
    '.asked, .answer > *, .ending, .changes, .notice h4, .notice .rationale, .notice dl > div, .sources li, .receipt > p',
  );
  const lines = [...blocks].flatMap((block) => textOf(block));
  const check = turn.querySelector<HTMLAnchorElement>('a[href*="/verify?"]');
  return [...lines, ...(check === null ? [] : [check.href])].join('\n\n');
}

/** Items of a list stand on lines of their own. */
function textOf(block: HTMLElement): readonly string[] {
  const items = [...block.querySelectorAll<HTMLElement>(':scope > li, :scope > tbody > tr')];
  const texts = items.length === 0 ? [block.textContent] : items.map((item) => `- ${item.textContent}`);
  const text = texts.map((each) => each.replace(/\s+/gu, ' ').trim()).join('\n');
  return text === '' ? [] : [text];
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
