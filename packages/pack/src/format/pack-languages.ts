import { layout } from './layout.ts';
import { languagesIn } from './manifest.ts';
import { type PackFiles } from './pack-files.ts';
import { decodeSource } from './source-text.ts';

/** The languages that `pack.yaml` names, also when the rest of the pack is broken; none when they cannot be read. */
export function packLanguages(files: PackFiles): readonly string[] {
  const source = decodeSource('pack.yaml', files.get('pack.yaml') ?? new Uint8Array());
  return source === null ? [] : languagesIn(layout.manifest.read(source).value);
}
