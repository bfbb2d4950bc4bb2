import { messageIds } from '@parlance/charter';
import { type VersionFact } from '@parlance/web';
import { shortCharterRules } from '../../transparency/charter-rule-facts.ts';
import { comparedFacts } from '../../transparency/compare-versions.ts';
import { packFacts } from '../../transparency/pack-facts.ts';
import { packVersions } from '../../transparency/pack-versions.ts';
import { tell, tellMissing, type TransparencyVisit } from './transparency-visit.ts';

/** `GET /transparency/packs`: every version that is or was in force. */
export async function tellPacks(visit: TransparencyVisit): Promise<void> {
  const versions = await packVersions(visit.gateway, visit.live.countries);
  const byCharter = shortCharterRules(visit.gateway, visit.language);
  await tell(visit, { kind: 'packs', facts: { id: visit.gateway.country.pack.id, versions, byCharter } });
}

/** `GET /transparency/packs/<digest>`: what one version says. */
export async function tellPack(visit: TransparencyVisit, digest: string): Promise<void> {
  const { live, gateway, language } = visit;
  const version = versionOf(await packVersions(gateway, live.countries), digest);
  if (version === undefined) return tellMissing(visit, 'unknown-version');
  const facts = await packFacts({ countries: live.countries, gateway, language, version });
  if (facts === null) return tellMissing(visit, 'files-gone');
  return tell(visit, { kind: 'pack', facts });
}

/** `GET /transparency/packs/compare?from=<digest>&to=<digest>`: every difference between two versions. Without both, a form to choose them. */
export async function tellComparison(visit: TransparencyVisit): Promise<void> {
  const { live, gateway, form, language } = visit;
  const versions = await packVersions(gateway, live.countries);
  if (form.from === '' || form.to === '') return tell(visit, { kind: 'compare', facts: { versions, compared: null } });
  const [from, to] = [versionOf(versions, form.from), versionOf(versions, form.to)];
  if (from === undefined || to === undefined) return tellMissing(visit, 'unknown-version');
  const { format } = gateway.country.words(language);
  const nameOf = (message: string): string => {
    const id = messageIds.find((each) => each === message);
    return id === undefined ? message : format(id);
  };
  const compared = await comparedFacts(live.countries, { from, to, page: form.page }, nameOf);
  if (compared === null) return tellMissing(visit, 'files-gone');
  return tell(visit, { kind: 'compare', facts: { versions, compared } });
}

/** The newest of them: what came back is told as it is now. */
function versionOf(versions: readonly VersionFact[], digest: string): VersionFact | undefined {
  return versions.find((each) => each.digest === digest);
}
