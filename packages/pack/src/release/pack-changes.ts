import { type JsonValue } from '@parlance/core';
import { z } from 'zod';
import { attestation, layout } from '../format/layout.ts';
import { type PackFiles } from '../format/pack-files.ts';
import { hasErrors } from '../format/pack-issue.ts';
import { decodeSource } from '../format/source-text.ts';
import { classOfChange } from './class-of-change.ts';
import { type ChangeClass, strictestClass } from './closed-lists.ts';
import { valueChanges } from './value-changes.ts';

/** One difference between two packs. `respelt`: other bytes that say the same, such as other quotes. */
export interface PackChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'respelt';
  readonly file: string;
  /** Dotted path inside the file, as in issues; empty for the whole file. Items that have an `id` are named by it. */
  readonly field: string;
  /** Null where nothing stood, or for a file that cannot be read as its kind. */
  readonly before: JsonValue | null;
  readonly after: JsonValue | null;
  readonly class: ChangeClass;
}

/**
 * Every difference between two packs and the class of each, in order of file. Both are parsed (YAML, CSV, front matter), so neither comments of the
 * author nor their order can lower a class. A difference that cannot be read has the strictest class.
 */
export function changesBetween(before: PackFiles, after: PackFiles): readonly PackChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => !attestation.test(path)).sort();
  return paths.flatMap((file) => {
    const [old, now] = [before.get(file), after.get(file)];
    return old !== undefined && now !== undefined && isSameBytes(old, now) ? [] : fileChanges(file, old, now);
  });
}

/** The class of a pack is that of its strictest change. */
export function changeClass(changes: readonly PackChange[]): ChangeClass {
  return strictestClass(changes.map((change) => change.class));
}

/** The class of what follows a pack that is not at hand, and of a first release: whatever it says is new. */
export const firstReleaseClass: ChangeClass = 'safety';

function fileChanges(file: string, before: Uint8Array | undefined, after: Uint8Array | undefined): readonly PackChange[] {
  const [old, now] = [valueIn(file, before), valueIn(file, after)];
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  if (old === undefined || now === undefined) return [{ kind, file, field: '', before: null, after: null, class: 'safety' }];
  const changes = valueChanges(old, now).map(({ path, before: stood, after: stands }): PackChange => {
    const change = { file, field: path, before: stood, after: stands };
    return {
      kind: stood === null ? 'added' : stands === null ? 'removed' : 'changed',
      ...change,
      class: classOfChange({ ...change, documents: [old, now] }),
    };
  });
  return changes.length > 0 ? changes : [{ kind: 'respelt', file, field: '', before: null, after: null, class: 'default' }];
}

const jsonValue: z.ZodType<JsonValue> = z.json();

/** Null for no file; undefined for one that cannot be read as what its name says. */
function valueIn(file: string, bytes: Uint8Array | undefined): JsonValue | null | undefined {
  if (bytes === undefined) return null;
  const source = decodeSource(file, bytes);
  const kind = Object.values(layout).find(({ pattern }) => pattern.test(file));
  if (source === null || kind === undefined) return undefined;
  const raw = kind.read(source);
  if (hasErrors(raw.issues)) return undefined;
  const value = jsonValue.safeParse(raw.value);
  return value.success && value.data !== null ? value.data : undefined;
}

/** By a loop: every file of every step that is verified comes here, and a function for each byte took a third of the time. */
function isSameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let place = 0; place < left.length; place++) if (left[place] !== right[place]) return false;
  return true;
}
