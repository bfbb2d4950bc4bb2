import { CodedError } from '@parlance/core';
import { parsePolicy, type Policy } from '@parlance/log';
import { auditShard, nodeFiles } from '@parlance/log/node';
import { Command } from 'commander';
import { clean, issuesFound } from './exit-codes.ts';
import { auditReport, type NamedAudit } from './log-audit-report.ts';
import { jsonText } from './json-text.ts';
import { findShards } from './log-shards.ts';

interface AuditCommandOptions {
  readonly policy?: string;
  readonly json: boolean;
}

const help = `
Run it on a copy, or while no server writes to the folder. It changes nothing, and needs no key and no network.
A public tree alone is checked for what is public: that every leaf is the one that was signed, that each rule and release was public before it was applied, that
tallies count their leaves, and that no leaf tells what fewer than ten share. With receipts and journal it also checks that every answer is counted and every promise kept.

Exit codes: 0 no faults (it says what could not be checked), 1 faults, 2 wrong usage.`;

/** `parlance log audit`: everything that can be checked about a log, by anybody. */
export function logAudit(): Command {
  return new Command('audit')
    .description('check a log from its first leaf to its last, with its receipts and journal when they are there; names every fault')
    .argument('<folder>', 'a data folder, the folder of a shard, or a copy of a public tree')
    .option(
      '--policy <file>',
      'the log and its witnesses, as you know them; without it, policy.txt beside the log, which its operator wrote',
    )
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', help)
    .action(async (folder: string, options: AuditCommandOptions) => {
      const { shards, policies } = await findShards(folder);
      const policy = await policyOf(options.policy === undefined ? policies : [options.policy], options.policy !== undefined);
      const audits: NamedAudit[] = [];
      for (const shard of shards) {
        const now = BigInt(Math.floor(Date.now() / 1000));
        const others = shards.filter((each) => each !== shard).map(({ tree }) => tree);
        audits.push({ name: shard.name, ...(await auditShard({ files: nodeFiles, ...shard, others, policy, now })) });
      }
      const ok = audits.every(({ faults }) => faults.length === 0);
      process.stdout.write(options.json ? jsonText({ ok, logs: audits }) : audits.map(auditReport).join('\n'));
      process.exitCode = ok ? clean : issuesFound;
    });
}

/** The first that is there; null when none is and none was asked for. Throws `bad_usage`. */
async function policyOf(paths: readonly string[], isRequired: boolean): Promise<Policy | null> {
  for (const path of paths) {
    const bytes = await nodeFiles.read(path);
    if (bytes === null) continue;
    const policy = parsePolicy(bytes);
    if (policy.ok) return policy.value;
    throw new CodedError('bad_usage', `${path} is no policy (${policy.code}); c2sp.org/tlog-policy describes the file`);
  }
  if (!isRequired) return null;
  throw new CodedError('bad_usage', `--policy: ${paths.join(', ')}: no file that can be read`);
}
