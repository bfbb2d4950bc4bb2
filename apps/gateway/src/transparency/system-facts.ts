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
    embedded: embedded(gateway),
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
  const named = model === null ? (upstream.namedModel?.() ?? null) : null;
  return { model, named, host: id, jurisdiction, downSince: upstream.downSince?.()?.toISOString() ?? null };
}

/** Of questions, to what answers and to servers at home; the embeddings server outside and the safeguard, which reads answers, are told apart. */
function leaving({ upstream, servers, country, config }: Gateway): SystemFacts['leaving'] {
  const isHome = ({ jurisdiction }: { readonly jurisdiction: string | null }): boolean => jurisdiction === country.pack.id;
  if (upstream.kind === 'openai') return isHome(upstream) ? 'home' : config.egress;
  return servers.embeddings !== null && isHome(servers.embeddings) ? 'home' : 'none';
}

/** Null where no question goes to an embeddings server outside: there is none, or it may not be asked. */
function embedded({ servers, country, config }: Gateway): SystemFacts['embedded'] {
  if (servers.embeddings === null || servers.embeddings.jurisdiction === country.pack.id) return null;
  return config.egress === 'home-only' ? null : config.egress;
}
