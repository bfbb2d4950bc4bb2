import { type Pack, type Position } from '../pack.ts';

/** Where a field stands; the nearest field around it when it has no position of its own. */
export function positionOf(pack: Pack, file: string, path: string): Position | null {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const position = pack.positions.get(`${file}#${path.slice(0, end)}`);
    if (position !== undefined) return position;
  }
  return null;
}
