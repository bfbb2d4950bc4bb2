import { CodedError } from '@parlance/core';
import { headOf, historyFileOf, type RollbackEntry, rollbackReasons, signStatement, verifyStep } from '@parlance/pack';
import { addStep, readReleasedPack, readTrust } from '@parlance/pack/node';
import { Command } from 'commander';
import { digestOfNamed, historyOf } from './named-pack.ts';
import { finish, type Outcome } from './outcome.ts';
import { exitCodes, releasesOption, todayOption, trustOption } from './release-settings.ts';
import { readSigner } from './signing-key.ts';

interface RollbackOptions {
  readonly to: string;
  readonly key: string;
  readonly reason: string;
  readonly releases: string;
  readonly trust: string;
  readonly today: string;
  readonly json: boolean;
}

export function packRollback(): Command {
  return new Command('rollback')
    .description(
      'put a pack in force again that was released before, from today, in one step; releases that wait for their day are cancelled',
    )
    .argument('<country>', 'for example EE')
    .requiredOption('--to <version or digest>', 'the pack to go back to')
    .requiredOption('--key <file>', 'your key, with the role release')
    .requiredOption('--reason <word>', rollbackReasons.join(', '))
    .addOption(releasesOption().makeOptionMandatory())
    .addOption(trustOption())
    .addOption(todayOption())
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', exitCodes)
    .action(async (country: string, options: RollbackOptions) => {
      finish(await rollBack(country, options), options.json);
    });
}

async function rollBack(country: string, options: RollbackOptions): Promise<Outcome> {
  const { today } = options;
  const reason = rollbackReasons.find((each) => each === options.reason);
  if (reason === undefined)
    throw new CodedError('bad_usage', `--reason: expected one of ${rollbackReasons.join(', ')}, received ${options.reason.slice(0, 40)}`);
  if (!/^[A-Z]{2}$/.test(country))
    throw new CodedError('bad_usage', `<country>: expected two capital letters (for example EE), received ${country.slice(0, 40)}`);
  const [signer, trust, place] = [readSigner(options.key), readTrust(options.trust), { releases: options.releases, country }];
  const history = await historyOf(place);
  const [to, left] = [digestOfNamed(history, options.to), headOf(history)];
  if (to === null || left === null)
    throw new CodedError('bad_usage', `--to: no release ${options.to.slice(0, 80)} of ${country} in ${options.releases}`);
  if (to === left) throw new CodedError('bad_usage', `--to: ${options.to.slice(0, 80)} is the last step already`);
  const statement = { v: 1, pack: country, to, left, reason, day: today, from: today } as const;
  const number = history.length + 1;
  const bytes = await signStatement('rollback', statement, signer);
  const entry: RollbackEntry = { kind: 'rollback', number, file: historyFileOf(number), bytes, statement };
  const readPack = (digest: typeof to) => readReleasedPack(place, digest);
  const { inForce, issues } = await verifyStep(entry, { history: [...history, entry], trust, today, readPack });
  if (inForce === null) return { issues, text: `${country}: not rolled back`, facts: { number: null } };
  await addStep(place, { number, bytes });
  const { version } = inForce.release.statement;
  return {
    issues,
    text: [
      `${country} is back at ${version} from ${today}, as step ${number}, by ${signer.keyId}`,
      `  ${to}`,
      `  left ${left}: ${reason}`,
    ].join('\n'),
    facts: { number, statement },
  };
}
