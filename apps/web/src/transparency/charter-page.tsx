import { type Enforcement } from '@parlance/charter';
import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { OutwardLink } from '../answer/outward-link.tsx';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type TransparencyText } from '../interface/transparency/transparency-text.ts';
import { CharterRuleCards } from './charter-rule-cards.tsx';
import { Filled } from './filled.tsx';
import { Hour } from './hour.tsx';
import { LogPlace } from './log-place.tsx';
import { type TransparencyContext } from './transparency-context.ts';
import { type CharterFacts } from './transparency-facts.ts';
import { renderTransparency } from './transparency-frame.tsx';

/** `GET /transparency/charter`: each clause, and whether code or a request to a model stands behind it (S17). */
export function charterPage(context: TransparencyContext, facts: CharterFacts): string {
  const words = context.interfaceText.transparency;
  const children = (
    <>
      <Contents facts={facts} words={words} />
      <Edition facts={facts} text={context.interfaceText} />
      <CharterRuleCards facts={facts} text={context.interfaceText} />
      <Legend words={words} isModelConnected={facts.isModelConnected} />
      {parts.map((kind) => (
        <Clauses key={kind} kind={kind} facts={facts} words={words} />
      ))}
    </>
  );
  return renderTransparency({
    context,
    title: words['charter.title'],
    lead: words['charter.lead'],
    path: '/transparency/charter',
    children,
  });
}

type Manner = 'code' | 'asked' | 'judged' | 'measured';

const mannerOf: Readonly<Record<Enforcement, Manner>> = {
  grammar: 'code',
  check: 'code',
  screen: 'code',
  prompt: 'asked',
  classifier: 'judged',
  evaluation: 'measured',
};

const manners: readonly Manner[] = ['code', 'asked', 'judged', 'measured'];

interface Worded {
  readonly words: TransparencyText;
}

interface LegendProperties extends Worded {
  readonly isModelConnected: boolean;
}

function Legend({ words, isModelConnected }: LegendProperties): JSX.Element {
  return (
    <section class="card legend" aria-labelledby="enforced">
      <h2 id="enforced">{words['enforced.heading']}</h2>
      <dl>
        {manners.map((manner) => (
          <div key={manner}>
            <dt>
              <span class="manner" data-manner={manner}>
                {words[`enforced.${manner}`]}
              </span>
            </dt>
            <dd>{words[`enforced.${manner}-hint`]}</dd>
          </div>
        ))}
      </dl>
      <p>{words['enforced.tests']}</p>
      <p>{words['level-hint']}</p>
      {!isModelConnected && (
        <p>
          <strong>{words['enforced.no-model']}</strong>
        </p>
      )}
    </section>
  );
}

interface CharterProperties extends Worded {
  readonly facts: CharterFacts;
}

type Part = CharterFacts['clauses'][number]['kind'];

const parts: readonly Part[] = ['red-line', 'protected-principle'];
const titleOf = { 'red-line': 'red-lines', 'protected-principle': 'principles' } as const;

/** The parts of the page, and how many clauses are in each. */
function Contents({ facts, words }: CharterProperties): JSX.Element {
  const places = [
    { id: 'edition', name: words.version },
    { id: 'charter-rules', name: `${words['charter-rules']} (${facts.rules.length})` },
    { id: 'enforced', name: words['enforced.heading'] },
    ...parts.map((kind) => ({
      id: kind,
      name: `${words[titleOf[kind]]} (${facts.clauses.filter((clause) => clause.kind === kind).length})`,
    })),
  ];
  return (
    <nav aria-label={words.contents}>
      <ul class="chips">
        {places.map(({ id, name }) => (
          <li key={id}>
            <a class="chip" href={`#${id}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface EditionProperties {
  readonly facts: CharterFacts;
  readonly text: InterfaceText;
}

function Edition({ facts, text }: EditionProperties): JSX.Element {
  const words = text.transparency;
  return (
    <div id="edition">
      <p>{words['english-only']}</p>
      <p>
        <OutwardLink address={facts.modelSpec.url}>
          <Filled words={words['follows-spec']} slots={{ edition: facts.modelSpec.version }} />
        </OutwardLink>
      </p>
      <dl>
        <Fact name={words.version}>{facts.version}</Fact>
        <Fact name={words['applied-since']}>{facts.from === null ? words.unknown : <Hour hour={facts.from} text={text} />}</Fact>
        <Fact name={words['log-place']}>
          <LogPlace leaf={facts.leaf} words={words} />
        </Fact>
        <Fact name={words.digest}>
          <code dir="ltr">{facts.digest}</code>
        </Fact>
      </dl>
      <p>
        <a href="/charter">{words.document}</a>
      </p>
    </div>
  );
}

interface ClausesProperties extends CharterProperties {
  readonly kind: Part;
}

/** Each clause is folded under its name, so that the whole charter is a list that fits a hand; a browser without script opens them too. */
function Clauses({ kind, facts, words }: ClausesProperties): JSX.Element {
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{words[titleOf[kind]]}</h2>
      <p class="hint">{words['open-clause']}</p>
      <ol class="clauses">
        {facts.clauses
          .filter((clause) => clause.kind === kind)
          .map((clause) => (
            <li key={clause.id}>
              <Clause clause={clause} words={words} />
            </li>
          ))}
      </ol>
    </section>
  );
}

interface ClauseProperties extends Worded {
  readonly clause: CharterFacts['clauses'][number];
}

/** The name stands inside, so that an address with it opens the fold. */
function Clause({ clause, words }: ClauseProperties): JSX.Element {
  return (
    <details class="clause">
      <summary lang="en" dir="ltr">
        {nameOf(clause.id)}
      </summary>
      <div id={clause.id}>
        <p lang="en" dir="ltr">
          {clause.statement}
        </p>
        <ul class="manners" aria-label={words['enforced.heading']}>
          {manners
            .filter((manner) => clause.enforcedBy.some((each) => mannerOf[each] === manner))
            .map((manner) => (
              <li class="manner" data-manner={manner} key={manner}>
                {words[`enforced.${manner}`]}
              </li>
            ))}
        </ul>
        <p class="small">
          <code lang="en" dir="ltr">
            {clause.id}
          </code>
          {' · '}
          {words.level}: <bdi>{words[`levels.${clause.authority}`]}</bdi>
          {' · '}
          {words.anchors}: <bdi lang="en">{clause.anchors.join(', ')}</bdi>
        </p>
      </div>
    </details>
  );
}

/** `no-terrorism` is read as “No terrorism”. */
function nameOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
