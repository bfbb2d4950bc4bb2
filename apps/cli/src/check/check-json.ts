import { jsonText } from '../json-text.ts';
import { type CheckedFolder, errorsIn } from './check-folder.ts';

/** One object for one folder, a list of them for several. */
export function checkJson(checked: readonly CheckedFolder[]): string {
  const [first, ...others] = checked.map(objectOf);
  return jsonText(others.length === 0 ? first : [first, ...others]);
}

function objectOf({ folder, issues, pack, looked }: CheckedFolder): object {
  return {
    ok: errorsIn(issues).length === 0,
    folder,
    pack: pack === null ? null : { id: pack.id, version: pack.version, digest: pack.digest },
    looked,
    issues,
  };
}
