import { existsSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { CodedError } from '@parlance/core';
import { fetched, folderSource, type TreeSource, webSource } from '@parlance/gateway/register';
import { parsePolicy, type Policy } from '@parlance/log';
import { nodeFiles } from '@parlance/log/node';
import { findShards } from './log-shards.ts';

export interface FoundTrees {
  readonly trees: readonly TreeSource[];
  /** Null: nobody said whose log it is. */
  readonly policy: Policy | null;
}

interface Wanted {
  readonly month: string;
  /** Whether every log before that is wanted too. Else the one before it alone, which may have batches of the month. */
  readonly isWithPast?: boolean;
  /** Of the policy; null: the one beside the log. */
  readonly path: string | null;
}

/** The logs that may have batches of a month or of the month before it. Throws `bad_usage`, `log_unreachable`. */
export async function findTrees(place: string, { path, ...logs }: Wanted): Promise<FoundTrees> {
  const found = /^https?:\/\//.test(place) ? await inWeb(place.replace(/\/+$/, ''), logs) : await inFolder(place, logs);
  if (path === null) return { trees: found.trees, policy: found.policy === null ? null : policyIn(found.policy.bytes, found.policy.name) };
  const bytes = await nodeFiles.read(path);
  if (bytes === null) throw new CodedError('bad_usage', `--policy: ${path}: no file that can be read`);
  return { trees: found.trees, policy: policyIn(bytes, path) };
}

interface Found {
  readonly trees: readonly TreeSource[];
  readonly policy: { readonly name: string; readonly bytes: Uint8Array } | null;
}

/** `2026h2`, and the half-year before it: batches at the turn may stand there, and so may the month before. */
function halfYears(month: string): readonly [string, string] {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number > 6 ? [`${year}h1`, `${year}h2`] : [`${year - 1}h2`, `${year}h1`];
}

type Logs = Omit<Wanted, 'path'>;

async function inFolder(place: string, { month, isWithPast = false }: Logs): Promise<Found> {
  if (!existsSync(place) || !statSync(place).isDirectory()) throw new CodedError('bad_usage', `--log: ${place}: there is no such folder`);
  const { shards, policies } = await findShards(place);
  const [before, last] = halfYears(month);
  const isWanted = (name: string): boolean => name === last || name === before || (isWithPast && name < last);
  const wanted = shards.filter(({ name }) => !/^\d{4}h[12]$/.test(name) || isWanted(name));
  const trees = (wanted.length === 0 ? shards : wanted).map(({ tree }) => folderSource(tree));
  // Of a folder with several logs, what lies above it is somebody else's.
  const isOne = shards.some(({ home, tree }) => [home, tree].some((folder) => folder !== null && resolve(folder) === resolve(place)));
  for (const name of policies.filter((path) => isOne || resolve(path).startsWith(`${resolve(place)}${sep}`))) {
    const bytes = await nodeFiles.read(name);
    if (bytes !== null) return { trees, policy: { name, bytes } };
  }
  return { trees, policy: null };
}

/** A server has the log of each half-year at an address of its own; a plain copy has the one. */
async function inWeb(address: string, { month, isWithPast = false }: Logs): Promise<Found> {
  const trees: TreeSource[] = [];
  const read = async (name: string): Promise<boolean> => {
    const isThere = (await fetched(`${address}/${name}/checkpoint`)) !== null;
    if (isThere) trees.push(webSource(`${address}/${name}`));
    return isThere;
  };
  const [first, last] = halfYears(month);
  await read(last);
  let before = first;
  // There is no gap before the first.
  while ((await read(before)) && isWithPast) [before] = halfYears(firstMonthOf(before));
  const name = `${address}/policy.txt`;
  const bytes = await fetched(name);
  return { trees: trees.length === 0 ? [webSource(address)] : trees, policy: bytes === null ? null : { name, bytes } };
}

/** `2026h2` to `2026-07`. */
function firstMonthOf(halfYear: string): string {
  return `${halfYear.slice(0, 4)}-${halfYear.endsWith('h1') ? '01' : '07'}`;
}

function policyIn(bytes: Uint8Array, name: string): Policy {
  const policy = parsePolicy(bytes);
  if (policy.ok) return policy.value;
  throw new CodedError('bad_usage', `${name} is no policy (${policy.code}); c2sp.org/tlog-policy describes the file`);
}
