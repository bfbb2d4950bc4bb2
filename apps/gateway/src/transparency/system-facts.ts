import { charter, modelSpec } from '@parlance/charter';
import { protectedIdentifiers } from '@parlance/pack';
import { type SystemFacts } from '@parlance/web';
import { type Gateway } from '../gateway.ts';
import { keptDays } from '../objections/days.ts';
import { identifierClasses } from './identifier-classes.ts';
import { logFacts } from './log-facts.ts';
import { publicModel } from './public-servers.ts';
import { software } from './software.ts';

/** What runs here, without a secret, a path or an address other than the host of the model. */
export async function systemFacts(gateway: Gateway): Promise<SystemFacts> {
  const { country, servers } = gateway;
  const { pack, organisation } = country;
  return {
    answering: answering(gateway),
    leaving: leaving(gateway),
    isJudgedOutside: servers.safeguard !== null && servers.safeguard.jurisdiction !== pack.id,
    identifiers: identifierClasses(protectedIdentifiers(pack, [...pack.privacy.minimise, ...(organisation.minimise ?? [])])),
    servers,
    keptDays: keptDays(country),
    log: await logFacts(gateway),
    versions: {
      software,
      charter: charter.version,
      modelSpec: modelSpec.version,
      pack: { id: pack.id, version: pack.version, digest: pack.digest },
    },
  };
}

function answering({ upstream }: Pick<Gateway, 'upstream'>): SystemFacts['answering'] {
  if (upstream.kind !== 'openai') return null;
  const { defaultModel, id, jurisdiction } = upstream;
  const model = defaultModel === null ? null : publicModel(defaultModel);
  return { model, host: id, jurisdiction, downSince: upstream.downSince?.()?.toISOString() ?? null };
}

/** Of questions; the safeguard, which reads answers, is told apart. */
function leaving({ upstream, servers, country, config }: Gateway): SystemFacts['leaving'] {
  const asked = [...(upstream.kind === 'openai' ? [upstream] : []), ...(servers.embeddings === null ? [] : [servers.embeddings])];
  if (asked.length === 0) return 'none';
  return asked.every(({ jurisdiction }) => jurisdiction === country.pack.id) ? 'home' : config.egress;
}
