import { chunk, frames, type MockUpstream, startMockUpstream, startStream, stop, usageChunk, done } from '../gateway/mock-upstream.ts';

/** A model that says its next word when it is told to. */
export interface PacedUpstream {
  readonly upstream: MockUpstream;
  /** Says a text in the answer under way, as soon as there is one. */
  say(text: string): Promise<void>;
  /** Ends the answer under way. */
  finish(): Promise<void>;
}

export async function startPacedUpstream(): Promise<PacedUpstream> {
  const upstream = await startMockUpstream();
  let write: ((text: string, isLast: boolean) => void) | null = null;
  upstream.play((response) => {
    startStream(response).flushHeaders();
    write = (text, isLast) => {
      if (isLast) response.end(text);
      else response.write(text);
    };
    response.on('close', () => (write = null));
  });
  const ready = async (): Promise<(text: string, isLast: boolean) => void> => {
    while (write === null) await new Promise((resolve) => setTimeout(resolve, 10));
    return write;
  };
  return {
    upstream,
    async say(text) {
      (await ready())(frames([chunk({ content: text })]), false);
    },
    async finish() {
      (await ready())(frames([stop, usageChunk, done]), true);
      write = null;
    },
  };
}
