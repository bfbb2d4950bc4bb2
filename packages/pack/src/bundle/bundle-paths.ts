import { isKnownPath } from '../format/layout.ts';
import { shown } from '../format/pack-issue.ts';
import { bundleError } from './bundle-error.ts';

/**
 * Refuses every path that could leave the folder, name a file twice on some disk, or hide something in a pack. Whoever publishes controls these names. The last rule would do
 * for most; the others say what was tried. Throws `bundle_path`.
 */
export function refusePaths(paths: readonly string[]): void {
  const known = new Map<string, string>();
  for (const path of paths) {
    const trick = trickIn(path);
    if (trick !== null) throw bundleError('bundle_path', `${shown(path)}: ${trick}`);
    const folded = path.normalize('NFKC').toLowerCase();
    const other = known.get(folded);
    if (other !== undefined) throw bundleError('bundle_path', `${shown(path)}: on some disks it is the same file as ${shown(other)}`);
    known.set(folded, path);
  }
}

function trickIn(path: string): string | null {
  if (path.includes('\0')) return 'holds a NUL';
  if (path.includes('\\')) return 'holds a backslash';
  if (path.startsWith('/')) return 'is an absolute path';
  if (/^[a-z]:/iu.test(path)) return 'begins with the letter of a drive';
  const names = path.split('/');
  if (names.some((name) => name === '..' || name === '.' || name === '')) return 'has a part that is empty, "." or ".."';
  if (path !== path.normalize('NFC') || !path.isWellFormed()) return 'is not in Unicode normal form C';
  if (names.some((name) => /[. ]$/u.test(name))) return 'has a part that ends in a dot or a space';
  return isKnownPath(path) ? null : 'is no file that a pack may have';
}
