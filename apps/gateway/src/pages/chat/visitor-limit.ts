import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often people may ask on the pages, who need no key. */
export interface VisitorLimit {
  /** Counts a question. Null: it may be asked; else the milliseconds after which it may. */
  take(address: string): Promise<number | null>;
  /** A name of the connection that nobody can lead back to its address. */
  nameOf(address: string): string;
}

const hour = 3600;

/**
 * So many questions an hour for each connection. An address is known only by a digest under a key that is made anew with each start and is in memory alone, so that nobody can
 * tell later who asked; nothing is written in the browser. 0 questions is no limit.
 */
export function visitorLimit(questions: number): VisitorLimit {
  const key = randomBytes(32);
  const nameOf = (address: string): string => createHmac('sha256', key).update(networkOf(address)).digest('base64url');
  if (questions === 0) return { take: () => Promise.resolve(null), nameOf };
  const limiter = new RateLimiterMemory({ points: questions, duration: hour });
  return {
    nameOf,
    async take(address) {
      try {
        await limiter.consume(nameOf(address));
        return null;
      } catch (refused) {
        // The library throws what it counted when there is no more; anything else is a fault.
        if (refused instanceof RateLimiterRes) return refused.msBeforeNext;
        throw refused;
      }
    },
  };
}

/** One household has a whole /64 of IPv6 and would otherwise have as many tries as it wants. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::', 2);
  const first = head.split(':').filter((group) => group !== '');
  const missing = plain.includes('::') ? 8 - first.length - tail.split(':').filter((group) => group !== '').length : 0;
  return [...first, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail.split(':')]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
}
