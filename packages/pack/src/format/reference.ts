import { stemOf } from './layout.ts';
import { type IssueFacts, shown } from './pack-issue.ts';
import { type PackDraft } from './read-pack.ts';

/** Says that a file is wrong about another one. */
export type Report = (file: string, path: string, facts: Pick<IssueFacts, 'code' | 'expected' | 'received' | 'mend'>) => void;

/** Says so where a name is not known; `known` is null where nothing is known of such names. */
export function mustKnow(
  report: Report,
  place: { readonly file: string; readonly path: string },
  name: { readonly written: string; readonly known: ReadonlySet<string> | null; readonly what: string },
): void {
  if (name.known?.has(name.written) ?? true) return;
  const known = [...(name.known ?? [])];
  const expected = known.length === 0 ? `a ${name.what} that exists` : `one of: ${known.slice(0, 40).join(', ')}`;
  report(place.file, place.path, {
    code: 'unknown-name',
    expected,
    received: shown(name.written),
    mend: `Name a ${name.what} that exists, or add it.`,
  });
}

/** Null where `pack.yaml` could not be read: what names a language is not to blame then. */
export function languagesOf({ languages }: Pick<PackDraft, 'languages'>): ReadonlySet<string> | null {
  return languages.length === 0 ? null : new Set(languages);
}

/** Null where `pack.yaml` has errors and none of its contacts could be read. */
export function contactsOf({ pack, readable: { contacts } }: Pick<PackDraft, 'pack' | 'readable'>): ReadonlySet<string> | null {
  return pack === null && contacts.size === 0 ? null : new Set(contacts.keys());
}

/** A file that could not be read is there all the same: what names it is not to blame. */
export function stemsIn(sources: PackDraft['sources'], folder: string): ReadonlySet<string> {
  return new Set([...sources.keys()].filter((path) => path.startsWith(`${folder}/`)).map(stemOf));
}
