import { setTimeout as sleep } from 'node:timers/promises';
import { type Upstream } from './upstream.ts';

export type PasteSpeed = 'instant' | 'fast' | 'reading';

/** Milliseconds between two pieces, and words in a piece. */
const pace = {
  instant: { pause: 0, words: 200 },
  fast: { pause: 20, words: 2 },
  reading: { pause: 120, words: 1 },
} as const satisfies Record<PasteSpeed, { readonly pause: number; readonly words: number }>;

/** Whatever text a person gives is what "the model" says. Development mode only: the page `/try`, and the best test harness. */
export function createPasteUpstream(text: string, speed: PasteSpeed): Upstream {
  return {
    id: 'paste',
    kind: 'paste',
    jurisdiction: null,
    defaultModel: 'paste',
    models: () => Promise.resolve(['paste']),
    async *ask(_request, departure) {
      const { pause, words } = pace[speed];
      const waiting = new AbortController();
      departure.whenGone(() => {
        waiting.abort();
      });
      for (const delta of pieces(text, words)) {
        if (pause > 0) await sleep(pause, undefined, { signal: waiting.signal });
        yield [{ kind: 'text', choice: 0, channel: 'content', delta }];
      }
      yield [{ kind: 'finish', choice: 0, reason: 'stop' }];
    },
  };
}

/** Cuts after white space, so that the pieces come like a model's. */
export function pieces(text: string, words: number): readonly string[] {
  const parts = text.match(/\s*\S+\s*|\s+/gu) ?? [];
  const joined: string[] = [];
  for (let index = 0; index < parts.length; index += words) joined.push(parts.slice(index, index + words).join(''));
  return joined;
}
