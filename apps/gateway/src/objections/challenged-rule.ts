import { type Basis, type Localized, type Rule } from '@parlance/disclosure';
import { type Pack, parsePack } from '@parlance/pack';
import { type LiveGateway } from '../gateway.ts';
import { everyRule } from '../record/rule-leaves.ts';

/** A rule that somebody objects to, as it stood in the pack of the answer. */
export interface ChallengedRule {
  readonly id: string;
  readonly version: string;
  /** Digest of the pack. */
  readonly pack: string;
  readonly kind: Rule['kind'];
  /** Null: no law stands behind it. */
  readonly law: Basis | null;
  readonly authority: Localized | null;
  /** Why the rule is there; null for an addition, which says it itself. */
  readonly rationale: Localized | null;
  /** What is added, word for word; null where something is left out, and where the charter adds what fits the question. */
  readonly added: Localized | null;
  /** Whether the pack is an example, in which no office has agreed to anything. */
  readonly isExample: boolean;
  /** Who decides; null: the operator. */
  readonly office: Localized | null;
  /** Where the law lets people object; null where no law stands behind it. */
  readonly redress: string | null;
  /** Days in which an objection is answered; null where the pack says nothing. */
  readonly days: number | null;
}

/** `id@version` and the digest of a pack, as a notice names them. */
interface RuleName {
  readonly rule: string;
  readonly pack: string;
}

/** Packs of which the rules are remembered; a pack itself would be megabytes. */
const mostRemembered = 16;

/** Rules of a pack by `id@version`. */
type RulesOfPack = ReadonlyMap<string, ChallengedRule>;

/** Finds rules of the pack in force, and of packs that were in force when somebody read an answer. */
export interface RuleFinder {
  find(name: RuleName): Promise<ChallengedRule | null>;
  /** Whether a pack would have to be read for it, which takes long enough to be counted. */
  isFar(digest: string): boolean;
}

export function ruleFinder(countries: LiveGateway['countries']): RuleFinder {
  // In the order of their last use. Promises, so that many who ask at once have a pack read once.
  const past = new Map<string, Promise<RulesOfPack | null>>();
  const isNear = (digest: string): boolean => past.has(digest) || countries.current().pack.digest === digest;
  const isDigest = (text: string): boolean => /^sha256:[0-9a-f]{64}$/.test(text);
  const pastRules = (digest: string): Promise<RulesOfPack | null> => {
    const found = past.get(digest) ?? readRules(countries, digest);
    past.delete(digest);
    past.set(digest, found);
    const forget = (): void => {
      if (past.get(digest) === found) past.delete(digest);
    };
    // One that is not there may come to be, and must not push out one that is.
    void found.then((rules) => {
      if (rules === null) forget();
    }, forget);
    const [oldest] = past.keys();
    if (past.size > mostRemembered && oldest !== undefined) past.delete(oldest);
    return found;
  };
  return {
    isFar: (digest) => isDigest(digest) && !isNear(digest),
    async find({ rule, pack: digest }) {
      const { pack } = countries.current();
      if (pack.digest === digest) return ruleIn(pack, rule);
      return isDigest(digest) ? ((await pastRules(digest))?.get(rule) ?? null) : null;
    },
  };
}

function ruleIn(pack: Pack, name: string): ChallengedRule | null {
  const rule = everyRule(pack).find(({ id, version }) => `${id}@${version}` === name);
  return rule === undefined ? null : challenged(pack, rule);
}

async function readRules(countries: LiveGateway['countries'], digest: string): Promise<RulesOfPack | null> {
  const files = await countries.find(digest);
  const pack = files === null ? null : parsePack(files).pack;
  return pack === null ? null : new Map(everyRule(pack).map((rule) => [`${rule.id}@${rule.version}`, challenged(pack, rule)]));
}

function groundsOf(rule: Rule): Pick<ChallengedRule, 'authority' | 'rationale'> {
  return rule.kind === 'omit' ? { authority: rule.authority ?? null, rationale: rule.rationale } : { authority: null, rationale: null };
}

/** What the charter adds is worded for each answer. */
function addedText(rule: Rule): Localized | null {
  return rule.kind === 'add' && Object.keys(rule.text).length > 0 ? rule.text : null;
}

function challenged(pack: Pack, rule: Rule): ChallengedRule {
  const redress = pack.restrictions.find(({ id }) => id === rule.id)?.redress;
  return {
    id: rule.id,
    version: rule.version,
    kind: rule.kind,
    pack: pack.digest,
    law: rule.basis ?? null,
    ...groundsOf(rule),
    added: addedText(rule),
    isExample: pack.status.review === 'example',
    office: redress?.body ?? null,
    redress: redress?.url ?? null,
    days: redress?.answerWithinDays ?? null,
  };
}
