import { type JSX } from 'preact';
import { pageAddress } from '../page-address.ts';
import { CharterRuleList } from './charter-rule-list.tsx';
import { Filled } from './filled.tsx';
import { Law } from './law.tsx';
import { type TransparencyContext } from './transparency-context.ts';
import { type OverviewFacts, type ShortRule } from './transparency-facts.ts';
import { renderTransparency } from './transparency-frame.tsx';
import { transparencyPlaces } from './transparency-places.ts';

/** `GET /transparency`: what there is to know, and where. */
export function overviewPage(context: TransparencyContext, facts: OverviewFacts): string {
  const words = context.interfaceText.transparency;
  const { clauses, byCode, askedAlone } = facts.charter;
  const children = (
    <>
      {context.missing !== null && (
        <p class="ending" role="alert">
          {words[context.missing]}
        </p>
      )}
      <ul class="place-cards">
        {transparencyPlaces.map((place) => (
          <li class="card" key={place.path}>
            <h2>
              <a href={pageAddress(place.path, context.language)}>{place.title(context.interfaceText)}</a>
            </h2>
            <p>{place.lead(context.interfaceText)}</p>
            {place.path === '/transparency/charter' && (
              <p class="small">
                <Filled words={words.counts} slots={{ clauses, code: byCode, asked: askedAlone }} />
              </p>
            )}
          </li>
        ))}
      </ul>
      <section class="card" aria-labelledby="by-law">
        <h2 id="by-law">{words['by-law-now']}</h2>
        <ShortRules title={words.restrictions} rules={facts.leftOut} context={context} facts={facts} />
        <ShortRules title={words.additions} rules={facts.added} context={context} facts={facts} />
      </section>
      <section class="card" aria-labelledby="charter-rules">
        <h2 id="charter-rules">{words['charter-rules']}</h2>
        <CharterRuleList rules={facts.byCharter} text={context.interfaceText} />
      </section>
    </>
  );
  return renderTransparency({ context, title: words.title, lead: words.lead, path: '/transparency', children });
}

interface ShortRulesProperties {
  readonly title: string;
  readonly rules: readonly ShortRule[];
  readonly context: TransparencyContext;
  readonly facts: OverviewFacts;
}

function ShortRules({ title, rules, context, facts }: ShortRulesProperties): JSX.Element {
  const address = pageAddress(`/transparency/packs/${facts.pack.digest}`, context.language);
  return (
    <>
      <h3>{title}</h3>
      {rules.length === 0 && <p>{context.interfaceText.transparency.nothing}</p>}
      <ul class="short-rules">
        {rules.map(({ id, what, law }) => (
          <li key={id}>
            <a href={`${address}#${id}`}>{what}</a>: <Law law={law} />
          </li>
        ))}
      </ul>
    </>
  );
}
