import { type Enforcement } from '@parlance/charter';
import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { OutwardLink } from '../answer/outward-link.tsx';
import { type TransparencyText } from '../interface/transparency/transparency-text.ts';
import { Filled } from './filled.tsx';
import { type TransparencyContext } from './transparency-context.ts';
import { type CharterFacts } from './transparency-facts.ts';
import { renderTransparency } from './transparency-frame.tsx';

/** `GET /transparency/charter`: each clause, and whether code or a request to a model stands behind it (S17). */
export function charterPage(context: TransparencyContext, facts: CharterFacts): string {
  const words = context.interfaceText.transparency;
  const children = (
    <>
      <Legend words={words} />
      <Edition facts={facts} words={words} />
      <Clauses title={words['red-lines']} kind="red-line" facts={facts} words={words} />
      <Clauses title={words.principles} kind="protected-principle" facts={facts} words={words} />
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

function Legend({ words }: Worded): JSX.Element {
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
    </section>
  );
}

interface CharterProperties extends Worded {
  readonly facts: CharterFacts;
}

function Edition({ facts, words }: CharterProperties): JSX.Element {
  return (
    <div>
      <p>{words['english-only']}</p>
      <p>
        <OutwardLink address={facts.modelSpec.url}>
          <Filled words={words['follows-spec']} slots={{ edition: facts.modelSpec.version }} />
        </OutwardLink>
      </p>
      <dl>
        <Fact name={words.version}>{facts.version}</Fact>
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
  readonly title: string;
  readonly kind: CharterFacts['clauses'][number]['kind'];
}

function Clauses({ title, kind, facts, words }: ClausesProperties): JSX.Element {
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{title}</h2>
      <ol class="clauses">
        {facts.clauses
          .filter((clause) => clause.kind === kind)
          .map((clause) => (
            <li class="notice" key={clause.id} id={clause.id}>
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
                {words.level}: <bdi lang="en">{clause.authority}</bdi>
                {' · '}
                {words.anchors}: <bdi lang="en">{clause.anchors.join(', ')}</bdi>
              </p>
            </li>
          ))}
      </ol>
    </section>
  );
}
