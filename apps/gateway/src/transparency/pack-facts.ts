import { inLanguage } from '@parlance/disclosure';
import { type Addition, type Knob, type KnobName, type Pack, protectedIdentifiers, type Restriction } from '@parlance/pack';
import { type KnobFact, type PackFacts, type RuleFact, type VersionFact } from '@parlance/web';
import { type Gateway, type LiveGateway, today } from '../gateway.ts';
import { packFinder } from '../country/past-packs.ts';
import { statedInForce } from '../record/stated-in-force.ts';
import { identifierClasses } from './identifier-classes.ts';
import { leafFact } from './pack-versions.ts';
import { ruleState } from './rule-state.ts';

export interface PackReading {
  readonly countries: LiveGateway['countries'];
  readonly gateway: Gateway;
  readonly language: string;
  readonly version: VersionFact;
}

/** What a version says; null where its files are not kept here. */
export async function packFacts(reading: PackReading): Promise<PackFacts | null> {
  const { countries, version, language } = reading;
  const pack = await packFinder(countries)(version.digest);
  if (pack === null) return null;
  return {
    id: pack.id,
    issuer: inLanguage(pack.issuer, language),
    isExample: pack.status.review === 'example',
    note: inLanguage(pack.status.note, language),
    version,
    restrictions: await Promise.all(pack.restrictions.map((each) => restrictionFact(pack, each, reading))),
    additions: await Promise.all(pack.additions.map((each) => additionFact(pack, each, reading))),
    knobs: knobFacts(pack),
    privacy: privacyFacts(pack),
  };
}

async function restrictionFact(pack: Pack, rule: Restriction, reading: PackReading): Promise<RuleFact> {
  const { language } = reading;
  const { redress, classifier, type } = rule;
  return {
    ...(await commonFacts(pack, rule, reading)),
    what: { code: type, name: reading.gateway.country.words(language).format(`type.${type}`) },
    authority: inLanguage(rule.authority, language),
    reviewBy: rule.reviewBy,
    text: inLanguage(rule.rationale, language),
    acts: classifier === undefined ? 'words' : 'judged',
    decidedBy: classifier === undefined ? 'fixed rule' : 'safeguard model',
    redress: { office: inLanguage(redress.body, language), url: redress.url, days: redress.answerWithinDays ?? null },
  };
}

async function additionFact(pack: Pack, rule: Addition, reading: PackReading): Promise<RuleFact> {
  const { language } = reading;
  return {
    ...(await commonFacts(pack, rule, reading)),
    what: { code: rule.purpose, name: reading.gateway.country.words(language).format(`purpose.${rule.purpose}`) },
    authority: null,
    reviewBy: null,
    text: inLanguage(rule.text, language),
    acts: actsWhen(rule),
    decidedBy: 'fixed rule',
    redress: null,
  };
}

/** That a machine talks is said where a language model does (`turn/localize.ts`). */
function actsWhen({ purpose, when }: Addition): RuleFact['acts'] {
  if (purpose === 'ai-notice') return 'model';
  return when === 'always' ? 'always' : 'words';
}

async function commonFacts(pack: Pack, rule: Restriction | Addition, { gateway, version }: PackReading) {
  const place = await statedInForce(gateway.log).rule(`${rule.id}@${pack.version}`, pack.digest);
  return {
    id: rule.id,
    law: rule.basis,
    since: rule.inForce,
    applied: place === null ? null : version.from,
    state: ruleState(rule, today(gateway)),
    scope: { sectors: rule.scope.sectors, except: rule.scope.except?.sectors ?? [], audience: rule.scope.audience },
    leaf: place === null ? null : leafFact(gateway.log.origin, place),
  };
}

function knobFacts({ locales, sectors }: Pack): readonly KnobFact[] {
  return [
    ...[...locales].flatMap(([language, { knobs }]) => knobsAt({ language, sector: null }, knobs)),
    ...[...sectors].flatMap(([sector, { knobs }]) => knobsAt({ language: null, sector }, knobs)),
  ];
}

function knobsAt(place: Pick<KnobFact, 'language' | 'sector'>, knobs: ReadonlyMap<KnobName, Knob>): readonly KnobFact[] {
  return [...knobs].map(([setting, { value, guideline }]) => ({ ...place, setting, value, guideline }));
}

function privacyFacts(pack: Pack): PackFacts['privacy'] {
  const { minimise, identifiers, retention, basis } = pack.privacy;
  return {
    minimised: identifierClasses(protectedIdentifiers(pack, minimise)),
    recognised: identifierClasses(protectedIdentifiers(pack, [...minimise, ...identifiers])),
    days: retention.max_days,
    law: basis === undefined ? null : { ...basis, jurisdiction: pack.id },
  };
}
