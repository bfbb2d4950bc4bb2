import { type JSX } from 'preact';
import { pageAddress } from '../page-address.ts';
import { CharterRuleList } from './charter-rule-list.tsx';
import { type TransparencyContext } from './transparency-context.ts';
import { type PacksFacts, type VersionFact } from './transparency-facts.ts';
import { renderTransparency } from './transparency-frame.tsx';
import { VersionFacts } from './version-facts.tsx';

/** `GET /transparency/packs`: the version in force, then those before it. */
export function packsPage(context: TransparencyContext, facts: PacksFacts): string {
  const words = context.interfaceText.transparency;
  const [current, ...earlier] = facts.versions;
  const children = (
    <>
      {current !== undefined && <Version title={words.current} version={current} context={context} facts={facts} />}
      <section class="card" aria-labelledby="charter-rules">
        <h2 id="charter-rules">{words['charter-rules']}</h2>
        <CharterRuleList rules={facts.byCharter} text={context.interfaceText} />
      </section>
      {earlier.length > 0 && (
        <>
          <h2>{words.earlier}</h2>
          {earlier.map((version) => (
            <Version key={`${version.digest} ${version.from ?? ''}`} title={null} version={version} context={context} facts={facts} />
          ))}
        </>
      )}
    </>
  );
  return renderTransparency({ context, title: words['packs.title'], lead: words['packs.lead'], path: '/transparency/packs', children });
}

interface VersionProperties {
  readonly title: string | null;
  readonly version: VersionFact;
  readonly context: TransparencyContext;
  readonly facts: PacksFacts;
}

function Version({ title, version, context, facts }: VersionProperties): JSX.Element {
  const { interfaceText: text, language } = context;
  const words = text.transparency;
  const name = (
    <bdi>
      {facts.id} {version.version}
    </bdi>
  );
  return (
    <section class="card">
      {title === null ? (
        <h3>{name}</h3>
      ) : (
        <h2>
          {title}: {name}
        </h2>
      )}
      <VersionFacts version={version} text={text} />
      <p class="actions">
        <a href={pageAddress(`/transparency/packs/${version.digest}`, language)}>{words['see-version']}</a>
        {version.previous !== null && (
          <a href={pageAddress('/transparency/packs/compare', language, { from: version.previous, to: version.digest })}>
            {words['compare-before']}
          </a>
        )}
      </p>
    </section>
  );
}
