import { charterRuleOf, charterRules, type CharterRule, type CharterRuleName, clauses } from '@parlance/charter';
import { type AnswerWords, type CharterRuleFact, type ShortCharterRule } from '@parlance/web';
import { type Gateway } from '../gateway.ts';
import { answerWords } from '../pages/answer-words.ts';
import { everyRule } from '../record/rule-leaves.ts';
import { statedInForce } from '../record/stated-in-force.ts';
import { leafFact } from './pack-versions.ts';

/** What a rule of the charter leaves out or adds, in the words of a language. */
export function charterRuleSubjects(rule: CharterRule, words: Pick<AnswerWords, 'typeName' | 'purposeName'>): readonly string[] {
  return rule.kind === 'add' ? [words.purposeName(rule.purpose)] : rule.types.map((type) => words.typeName(type));
}

/** Every rule of the charter in one line. */
export function shortCharterRules({ country }: Pick<Gateway, 'country'>, language: string): readonly ShortCharterRule[] {
  const words = answerWords(country.words(language));
  return Object.values(charterRules).map((rule) => ({
    ...{ name: rule.name, id: rule.id, kind: rule.kind },
    what: charterRuleSubjects(rule, words),
  }));
}

/** Every rule of the charter, with the clauses behind it and each name under which it acts here. */
export function charterRuleFacts(gateway: Pick<Gateway, 'country' | 'log'>, language: string): Promise<readonly CharterRuleFact[]> {
  return Promise.all(
    shortCharterRules(gateway, language).map(async (rule) => ({
      ...rule,
      since: charterRules[rule.name].since,
      clauses: clausesOf(charterRules[rule.name]),
      acting: await actingRules(gateway, rule.name),
    })),
  );
}

function clausesOf(rule: CharterRule): CharterRuleFact['clauses'] {
  return rule.clauses.flatMap((id) => clauses.filter((clause) => clause.id === id).map(({ authority }) => ({ id, authority })));
}

function actingRules(
  { country: { pack }, log }: Pick<Gateway, 'country' | 'log'>,
  name: CharterRuleName,
): Promise<CharterRuleFact['acting']> {
  const rules = everyRule(pack).filter(({ id }) => charterRuleOf(id)?.name === name);
  return Promise.all(
    rules.map(async ({ id, version }) => {
      const rule = `${id}@${version}`;
      const stated = await statedInForce(log).rule(rule, pack.digest);
      return { rule, since: stated?.inForce ?? null, leaf: stated && leafFact(log.origin, stated) };
    }),
  );
}
