const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Escapes text for element content and for quoted attributes. What HTML cannot hold (controls, halves of surrogate pairs) becomes U+FFFD, as a browser would
 * make it, so that it stays visible.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']|(?![\t\n\r])\p{Cc}|\p{Cs}/gu, (character) => named[character] ?? '\u{FFFD}');
}
