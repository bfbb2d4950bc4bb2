import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { longDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { objectAddress } from '../objection/object-address.ts';
import { charterRuleTitle } from './charter-rule-list.tsx';
import { LogPlace } from './log-place.tsx';
import { type CharterFacts, type CharterRuleFact } from './transparency-facts.ts';

interface CardsProperties {
  readonly facts: CharterFacts;
  readonly text: InterfaceText;
}

/** What the charter itself leaves out and adds: each rule with its reason, its author and its date. */
export function CharterRuleCards({ facts, text }: CardsProperties): JSX.Element {
  const words = text.transparency;
  return (
    <section aria-labelledby="charter-rules">
      <h2 id="charter-rules">{words['charter-rules']}</h2>
      <p>{words['charter-rules-lead']}</p>
      {facts.rules.map((rule) => (
        <Card key={rule.id} rule={rule} pack={facts.pack} text={text} />
      ))}
    </section>
  );
}

interface CardProperties {
  readonly rule: CharterRuleFact;
  /** Digest of the pack in force, which the form of objection asks for. */
  readonly pack: string;
  readonly text: InterfaceText;
}

function Card({ rule, pack, text }: CardProperties): JSX.Element {
  const words = text.transparency;
  const titleId = `title-${rule.id}`;
  return (
    <section class="notice rule-card" id={rule.id} aria-labelledby={titleId}>
      <h3 id={titleId} dir="auto">
        {charterRuleTitle(rule, text)}
      </h3>
      <p class="rationale">{words[`charter-rules.${rule.name}.does`]}</p>
      <dl>
        <Fact name={words.when}>{words[`charter-rules.${rule.name}.when`]}</Fact>
        <Fact name={words['rests-on']}>
          <ul class="plain">
            {rule.clauses.map(({ id, authority }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <code dir="ltr">{id}</code>
                </a>{' '}
                ({words.level}: <bdi>{words[`levels.${authority}`]}</bdi>)
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={words['written-by']}>{words['charter-authors']}</Fact>
        <Fact name={words['charter-since']}>
          <bdi>{rule.since}</bdi>
        </Fact>
        <Fact name={words.redress}>{text.objections.operator}</Fact>
      </dl>
      <ul class="plain">
        {rule.acting.map((acting) => (
          <Acting key={acting.rule} acting={acting} pack={pack} text={text} />
        ))}
      </ul>
    </section>
  );
}

interface ActingProperties extends Omit<CardProperties, 'rule'> {
  readonly acting: CharterRuleFact['acting'][number];
}

/** The name under which it stands in notices and in the register, since when, and where the log says so. */
function Acting({ acting: { rule, since, leaf }, pack, text }: ActingProperties): JSX.Element {
  const words = text.transparency;
  return (
    <li>
      <code dir="ltr">{rule}</code>
      <p class="small">
        {words['applied-since']}: {since === null ? words.unknown : <time dateTime={since}>{longDate(since, text.language)}</time>}
        {leaf !== null && (
          <>
            {' · '}
            <LogPlace leaf={leaf} words={words} />
          </>
        )}
        {' · '}
        <a href={objectAddress({ rule, pack, answer: '' }, text.language)}>{text.object}</a>
      </p>
    </li>
  );
}
