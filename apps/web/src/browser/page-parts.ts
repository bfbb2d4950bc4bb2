/** What a part of the page holds: what was typed, or what the server wrote. The server marks its parts with `data-part`. */
export function textOf(part: string): string {
  const element = partOf(part);
  const isField = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
  return (isField ? element.value : (element?.textContent ?? '')).trim();
}

export function setText(part: string, text: string): void {
  const element = partOf(part);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) element.value = text;
  else if (element !== null) element.textContent = text;
}

export function show(part: string, isShown: boolean): void {
  const element = partOf(part);
  if (element !== null) element.hidden = !isShown;
}

export function partOf(part: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-part="${part}"]`);
}

/** The server wrote the words; `{name}` in them is filled in here. */
export function fill(words: string, values: Readonly<Record<string, string>> = {}): string {
  return words.replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
}
