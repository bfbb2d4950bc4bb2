import { type ChatParts } from './chat-parts.ts';

/** Why there is no answer, above the field and heard at once. */
export function showFault(parts: ChatParts, message: string | Node): void {
  clearFault(parts);
  const fault = document.createElement('div');
  fault.className = 'ending';
  fault.setAttribute('role', 'alert');
  fault.append(message);
  parts.field.before(fault);
}

export function clearFault({ form, field }: ChatParts): void {
  form.querySelector('.ending')?.remove();
  field.removeAttribute('aria-invalid');
}

/** The server says why in a page, with verified help where there is distress; whatever else may answer in its place, somebody reads words. */
export async function reasonOf(response: Response, { words }: ChatParts): Promise<string | Node> {
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  const text = isPage ? await response.text().catch(() => '') : '';
  const page = new DOMParser().parseFromString(text, 'text/html');
  const said = document.createDocumentFragment();
  said.append(...(page.querySelector('#question-fault')?.childNodes ?? page.querySelectorAll('.fault p:not(.kicker)')));
  return said.textContent.trim() === '' ? words('failed') : said;
}
