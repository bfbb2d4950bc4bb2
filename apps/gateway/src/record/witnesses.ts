import { CodedError } from '@parlance/core';
import { parsePolicy, type Policy, type VerifierKey } from '@parlance/log';
import { gatherCosignatures, type LogWriter } from '@parlance/log/node';
import { type Published, publishedBy } from './prove.ts';

/** Milliseconds that a witness has to answer. */
const patience = 5000;

/** Who watches a log: asked after each batch to cosign its checkpoint. */
export interface Witnesses {
  /** Publishes the checkpoint again with the cosignatures that came. Rejects with `log_forked` when a witness has seen another history of this log. */
  cosign(writer: LogWriter): Promise<void>;
  /** A history that is not ours was seen: a restored copy, two servers with one key, or a witness that lies. For people to look into. */
  hasFork(): boolean;
  /** The newest checkpoint that enough witnesses have cosigned; null while there is none. */
  latest(): Published | null;
}

/** The policy that readers check receipts with: the logs of this server, and the witnesses and quorum of the operator's file. Throws `witness_policy_unusable`. */
export function readerPolicy(keys: readonly VerifierKey[], file: { readonly path: string; readonly text: string } | null): Policy {
  const own = keys.map((key) => ({ key, url: null }));
  if (file === null) return { logs: own, witnesses: [], groups: [], quorum: null };
  const parsed = parsePolicy(file.text);
  if (parsed.ok) return { ...parsed.value, logs: own };
  throw new CodedError(
    'witness_policy_unusable',
    `${file.path}: this is no policy (${parsed.code}); c2sp.org/tlog-policy describes the file, which needs lines such as "witness <name> <vkey> <url>" and a last line "quorum <name>"`,
  );
}

export function createWitnesses(policy: Policy): Witnesses {
  let knownSizes: ReadonlyMap<string, bigint> = new Map();
  let isForked = false;
  let latest: Published | null = null;
  return {
    hasFork: () => isForked,
    latest: () => latest,
    async cosign(writer) {
      if (policy.witnesses.length === 0) return;
      const gathered = await gatherCosignatures({ policy, writer, fetch, timeout: patience, knownSizes });
      ({ knownSizes } = gathered);
      // A batch that closed meanwhile is cosigned in the next round.
      if (gathered.note !== writer.checkpoint() && sameText(gathered.note, writer.checkpoint()))
        await writer.publishCosigned(gathered.note);
      if (gathered.isQuorum) latest = publishedBy({ checkpoint: () => gathered.note, size: () => 0n });
      const forked = gathered.perWitness.filter(({ outcome }) => outcome === 'fork').map(({ name }) => name);
      // That a witness does not answer any more does not undo what it has said.
      isForked ||= forked.length > 0;
      if (forked.length > 0) {
        throw new CodedError(
          'log_forked',
          `the witness ${forked.join(', ')} has seen another history of this log; find out whether an old copy was restored or another server writes under this name, before anybody relies on it`,
        );
      }
    },
  };
}

/** Two notes over one text. */
function sameText(one: string, other: string): boolean {
  const textOf = (note: string): string => note.slice(0, note.lastIndexOf('\n\n'));
  return textOf(one) === textOf(other);
}
