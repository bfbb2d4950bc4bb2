import { type Turn } from './log-turns.ts';

/** Leaves in a full tile. */
const width = 256n;

/** Removes the partial tiles that full ones have taken the place of: every batch leaves some behind. The first call also removes what is left from before. */
export function createTidying(turn: Turn): () => Promise<void> {
  let tidied: bigint | null = null;
  return () =>
    turn(async (writer) => {
      const full = writer.size() / width;
      if (full === tidied) return;
      await writer.removePartials();
      tidied = full;
    });
}
