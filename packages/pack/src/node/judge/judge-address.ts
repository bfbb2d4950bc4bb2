import { accept, type Parsed, refuse } from '@parlance/core';

export type JudgeAddressCode = 'no-address' | 'not-encrypted' | 'credentials' | 'query';

/** Texts of a pack, and a key, travel there: unencrypted only to this machine. */
export function judgeAddress(base: string): Parsed<URL, JudgeAddressCode> {
  const url = URL.canParse(base) ? new URL(base) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return refuse('no-address');
  if (url.username !== '' || url.password !== '') return refuse('credentials');
  if (url.search !== '' || url.hash !== '') return refuse('query');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return refuse('not-encrypted');
  return accept(new URL(`${url.origin}${url.pathname.replace(/\/+$/, '')}/chat/completions`));
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(host);
}
