import { createHash } from 'node:crypto';
import { formatCheckpoint, formatPolicy, formatVerifierKey, signerOf, signNote } from '@parlance/log';
import { witnesses } from '../../packages/log/src/testing/actors.ts';
import { home, origin, signerIn, textIn } from './folder-on-disk.ts';
import { type FolderFiles } from './recorded-folder.ts';
import { changedOnce, flipped, type SeededFault, withFile, withoutFiles, withText } from './seeded-fault.ts';

const tree = `${home}/tree`;
const [entries, hashes] = [`${tree}/tile/entries/000.p/39`, `${tree}/tile/0/000.p/39`];
const policy = '/log/policy.txt';

async function resigned(files: FolderFiles, size: bigint, name = origin): Promise<FolderFiles> {
  const root = new Uint8Array(createHash('sha256').update('another tree').digest());
  const note = await signNote(formatCheckpoint({ origin: name, size, root, extensions: [] }), [await signerIn(files)]);
  return withText(files, `${tree}/checkpoint`, () => note);
}

const stranger = () => signerOf({ name: origin, algorithm: 'ed25519', seed: new Uint8Array(32).fill(9) });

/** What a bad disk, a bad copy or somebody without the key of the log does. */
export const treeFaults: readonly SeededFault[] = [
  { fault: 'a bit of an entry is flipped', code: 'bundle_differs', seed: (files) => withFile(files, entries, (bytes) => flipped(bytes)) },
  { fault: 'the entries are gone', code: 'bundle_missing', seed: (files) => withFile(files, entries, () => null) },
  {
    fault: 'the entries are cut short',
    code: 'bundle_malformed',
    seed: (files) => withFile(files, entries, (bytes) => bytes.slice(0, -1)),
  },
  { fault: 'a bit of a tile is flipped', code: 'tile_differs', seed: (files) => withFile(files, hashes, (bytes) => flipped(bytes)) },
  { fault: 'a tile is gone', code: 'tile_missing', seed: (files) => withFile(files, hashes, () => null) },
  { fault: 'a tile is cut short', code: 'tile_malformed', seed: (files) => withFile(files, hashes, (bytes) => bytes.slice(0, -1)) },
  {
    fault: 'a tile that no tree of this size has',
    code: 'file_unexpected',
    seed: (files) => withFile(files, `${tree}/tile/0/001`, () => new Uint8Array(32)),
  },
  { fault: 'the checkpoint is gone', code: 'checkpoint_missing', seed: (files) => withFile(files, `${tree}/checkpoint`, () => null) },
  {
    fault: 'the size in the checkpoint is another than was signed',
    code: 'checkpoint_refused',
    seed: (files) => withText(files, `${tree}/checkpoint`, (text) => changedOnce(text, '\n39\n', '\n36\n')),
  },
  {
    fault: 'the checkpoint is of another origin',
    code: 'checkpoint_refused',
    seed: (files) => resigned(files, 37n, 'other.example/2026h2'),
  },
  { fault: 'the signed root is not that of the entries', code: 'checkpoint_root', seed: (files) => resigned(files, 37n) },
  {
    fault: 'a larger tree was signed than there is',
    code: 'state_behind_checkpoint',
    also: ['bundle_missing', 'tile_missing'],
    seed: (files) => resigned(files, 40n),
  },
  {
    fault: 'the state of the tree cannot be read',
    code: 'state_malformed',
    seed: (files) => withText(files, `${tree}/.state/treeState`, (text) => `${text} `),
  },
  {
    fault: 'the state of the tree is gone',
    code: 'state_missing',
    seed: (files) => withFile(files, `${tree}/.state/treeState`, () => null),
  },
  {
    fault: 'the tree says that it has less of the journal than its batches',
    code: 'cursor_differs',
    seed: (files) =>
      withText(files, `${tree}/.state/treeState`, (text) =>
        text.replace(/"cursor":"(\d+)"/, (_, cursor: string) => `"cursor":"${Number(cursor) - 1}"`),
      ),
  },
  {
    fault: 'the policy has another key under the name of this log',
    code: 'policy_key_differs',
    also: ['checkpoint_refused'],
    seed: async (files) => {
      const text = `log ${formatVerifierKey(await stranger())}\nquorum none\n`;
      return withText(files, policy, () => text);
    },
  },
  {
    fault: 'the policy names no log, and the key of the operator is not there',
    code: 'policy_without_log',
    seed: (files) => withText(withoutFiles(files, [`${home}/key`]), policy, () => 'quorum none\n'),
  },
  {
    fault: 'the policy asks for witnesses that did not cosign',
    code: 'quorum_not_met',
    seed: async (files) => {
      const [witness] = witnesses;
      const key = await signerIn(files);
      const named = [{ name: 'w1', key: witness, url: null }];
      return withText(files, policy, () => formatPolicy({ logs: [{ key, url: null }], witnesses: named, groups: [], quorum: 'w1' }));
    },
  },
  {
    fault: 'a rule is in force that the log does not have',
    code: 'in_force_not_public',
    seed: (files) => withText(files, `${home}/in-force`, () => `${textIn(files, `${home}/in-force`)}rule ee.secret@1.0.0 sha256:00\n`),
  },
];
