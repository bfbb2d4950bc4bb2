import { type Files, removePartialsOf } from '@parlance/log/node';

/** Leaves in a full tile. */
const width = 256n;
/** Full tiles in one go: what a long log has from before goes away little by little. */
const mostTiles = 64n;

/**
 * Removes partial tiles that full ones have taken the place of: every batch leaves some behind. They are in nobody's way, so nothing waits for it: neither the next batch nor
 * the end. One call at a time; a call while one runs does nothing.
 */
export function createTidying(files: Files, folder: string): (size: bigint) => Promise<void> {
  let tidied = 0n;
  let isTidying = false;
  return async (size) => {
    const to = size / width < tidied + mostTiles ? size / width : tidied + mostTiles;
    if (isTidying || to === tidied) return;
    isTidying = true;
    try {
      await removePartialsOf({ files, folder }, { from: tidied * width, to: to * width });
      tidied = to;
    } finally {
      isTidying = false;
    }
  };
}
