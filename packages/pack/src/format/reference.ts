import { stemOf } from './layout.ts';
import { type IssueFacts, shown } from './pack-issue.ts';
import { type PackDraft } from './read-pack.ts';

/** Says that a file is wrong about another one. */
export type Report = (file: string, path: string, facts: Pick<IssueFacts, 'code' | 'expected' | 'received' | 'mend'>) => void;

export function mustKnow(
  report: Report,
  place: { readonly file: string; readonly path: string },
  name: { readonly written: string; readonly known: ReadonlySet<string>; readonly what: string },
): void {
  if (name.known.has(name.written)) return;
  const expected = name.known.size === 0 ? `a ${name.what} that exists` : `one of: ${[...name.known].slice(0, 40).join(', ')}`;
  report(place.file, place.path, {
    code: 'unknown-name',
    expected,
    received: shown(name.written),
    mend: `Name a ${name.what} that exists, or add it.`,
  });
}

/** A file that could not be read is there all the same: what names it is not to blame. */
export function stemsIn(sources: PackDraft['sources'], folder: string): ReadonlySet<string> {
  return new Set([...sources.keys()].filter((path) => path.startsWith(`${folder}/`)).map(stemOf));
}
