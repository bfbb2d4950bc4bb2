import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { OutwardLink } from '../answer/outward-link.tsx';
import { longDate } from '../dates.ts';
import { listed } from '../listed.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { objectAddress } from '../objection/object-address.ts';
import { sectorName } from '../register/value-names.ts';
import { Filled } from './filled.tsx';
import { Hour } from './hour.tsx';
import { Law } from './law.tsx';
import { LogPlace } from './log-place.tsx';
import { type PackFacts, type RuleFact } from './transparency-facts.ts';

interface RuleProperties {
  readonly rule: RuleFact;
  readonly pack: Pick<PackFacts, 'version' | 'isExample'>;
  readonly text: InterfaceText;
}

/** A restriction or an addition with everything that a citizen may ask about it. */
export function RuleCard({ rule, pack: { version, isExample }, text }: RuleProperties): JSX.Element {
  const words = text.transparency;
  const day = (written: string): string => longDate(written, text.language);
  return (
    <section class="notice rule-card" id={rule.id} data-state={rule.state} aria-label={rule.what.name}>
      <h3 dir="auto">{rule.what.name}</h3>
      <State rule={rule} text={text} />
      <p class="rationale" lang={rule.text.lang} dir="auto">
        {rule.text.text}
      </p>
      <dl>
        <Fact name={text.law}>
          <Law law={rule.law} />
        </Fact>
        {rule.authority !== null && (
          <Fact name={text.authority}>
            <span lang={rule.authority.lang}>{rule.authority.text}</span>
          </Fact>
        )}
        <Fact name={words['law-since']}>
          <time dateTime={rule.since}>{day(rule.since)}</time>
        </Fact>
        <Fact name={words['applied-since']}>{rule.applied === null ? words.unknown : <Hour hour={rule.applied} text={text} />}</Fact>
        <Fact name={words.when}>{words[`acts.${rule.acts}`]}</Fact>
        {rule.reviewBy !== null && (
          <Fact name={words['review-by']}>
            <time dateTime={rule.reviewBy}>{day(rule.reviewBy)}</time>
          </Fact>
        )}
        <Fact name={words.scope}>
          <Scope scope={rule.scope} text={text} />
        </Fact>
        <Fact name={text.decidedBy}>{rule.decidedBy === 'fixed rule' ? text.byMachine : text.byModel}</Fact>
        {rule.redress !== null && (
          <Fact name={isExample ? words['would-redress'] : words.redress}>
            <span lang={rule.redress.office.lang}>
              <OutwardLink address={rule.redress.url}>{rule.redress.office.text}</OutwardLink>
            </span>
            {isExample && <p class="small">{words['not-agreed']}</p>}
          </Fact>
        )}
        <Fact name={text.rule}>
          <code dir="ltr">{`${rule.id}@${version.version}`}</code>
        </Fact>
        <Fact name={words['log-place']}>
          <LogPlace leaf={rule.leaf} words={words} />
        </Fact>
      </dl>
      <p class="actions">
        <a href={objectAddress({ rule: `${rule.id}@${version.version}`, pack: version.digest, answer: '' }, text.language)}>
          {text.object}
        </a>
      </p>
    </section>
  );
}

function State({ rule, text }: Pick<RuleProperties, 'rule' | 'text'>): JSX.Element | null {
  if (rule.state === 'active') return null;
  const words = text.transparency;
  const [sentence, day] =
    rule.state === 'pending' ? [words['inactive-before'], rule.since] : [words['inactive-since'], rule.reviewBy ?? ''];
  return (
    <p class="inactive">
      <Filled words={sentence} slots={{ day: longDate(day, text.language) }} />
    </p>
  );
}

interface ScopeProperties {
  readonly scope: RuleFact['scope'];
  readonly text: InterfaceText;
}

function Scope({ scope, text }: ScopeProperties): JSX.Element {
  const words = text.transparency;
  const named = (sectors: readonly string[]): string =>
    listed(
      sectors.map((sector) => sectorName(sector, text.register)),
      text.language,
    );
  return (
    <>
      {scope.sectors === 'all' ? words.everywhere : <bdi>{named(scope.sectors)}</bdi>}
      {scope.except.length > 0 && (
        <>
          {' '}
          {words.except} <bdi>{named(scope.except)}</bdi>
        </>
      )}
      {scope.audience !== 'all' && <>; {words[`audiences.${scope.audience}`]}</>}
    </>
  );
}
