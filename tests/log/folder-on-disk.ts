import { parsePolicy, parseSignerKey, type Policy, type Signer } from '@parlance/log';
import { auditShard, type ShardAudit } from '@parlance/log/node';
import { type SimulatedDisk, simulatedDisk } from '../../packages/log/src/node/files/testing/simulated-disk.ts';
import { beginning, type FolderFiles } from './recorded-folder.ts';

export const home = '/log/2026h2';
export const origin = 'log.example/2026h2';

export async function diskWith(files: FolderFiles): Promise<SimulatedDisk> {
  const disk = simulatedDisk();
  for (const [path, bytes] of files) {
    const parts = path.split('/').slice(1, -1);
    for (const index of parts.keys()) await disk.files.makeFolder(`/${parts.slice(0, index + 1).join('/')}`);
    const file = await disk.files.create(path);
    await file.append(bytes);
  }
  return disk;
}

export function textIn(files: FolderFiles, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

export async function signerIn(files: FolderFiles): Promise<Signer> {
  const signer = await parseSignerKey(textIn(files, `${home}/key`).trim());
  if (!signer.ok) throw new Error(signer.code);
  return signer.value;
}

/** `now`: hours after the first answer. `others`: folders of trees. */
export async function audit(files: FolderFiles, now = 4, others: readonly string[] = []): Promise<ShardAudit> {
  const disk = await diskWith(files);
  const policy = parsePolicy(textIn(files, '/log/policy.txt'));
  return auditShard({
    files: disk.files,
    home,
    tree: `${home}/tree`,
    others,
    policy: policy.ok ? policy.value : (null as Policy | null),
    now: BigInt(beginning.getTime() / 1000 + now * 3600),
  });
}
