/** Whether this browser has what the script stands on. Where it has not, the page works as it came: the form asks by itself. */
export function canHelp(): boolean {
  return (
    typeof ReadableStream === 'function' &&
    'body' in Response.prototype &&
    typeof TextDecoder === 'function' &&
    typeof AbortController === 'function' &&
    'replaceChildren' in Element.prototype &&
    typeof crypto.getRandomValues === 'function' &&
    typeof document.implementation.createHTMLDocument === 'function'
  );
}
