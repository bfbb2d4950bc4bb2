import { type Digest } from '@parlance/core';
import { z } from 'zod';
import { country, version } from '../format/fields.ts';
import { layout } from '../format/layout.ts';
import { digestOfPack } from '../format/pack-digest.ts';
import { type PackFiles } from '../format/pack-files.ts';
import { decodeSource } from '../format/source-text.ts';

/** What statements say a pack is. Worked out from the files themselves, so that nobody can hand over the one and sign for the other. */
export interface PackIdentity {
  readonly id: string;
  readonly version: string;
  readonly charter: string;
  readonly digest: Digest;
}

const manifest = z.looseObject({ id: country, version, charter: version });

/** Null when `pack.yaml` does not say it. */
export function identityOf(files: PackFiles): PackIdentity | null {
  const bytes = files.get('pack.yaml');
  const source = bytes === undefined ? null : decodeSource('pack.yaml', bytes);
  const result = manifest.safeParse(source === null ? null : layout.manifest.read(source).value);
  if (!result.success) return null;
  const { id, version: written, charter } = result.data;
  return { id, version: written, charter, digest: digestOfPack(files) };
}
