import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { type InterfaceText } from '../interface/interface-text.ts';
import { pageAddress } from '../page-address.ts';
import { IdentifierList } from './identifier-list.tsx';
import { Law } from './law.tsx';
import { RuleCard } from './rule-card.tsx';
import { type TransparencyContext } from './transparency-context.ts';
import { type PackFacts, type RuleFact } from './transparency-facts.ts';
import { renderTransparency } from './transparency-frame.tsx';
import { VersionFacts } from './version-facts.tsx';

/** `GET /transparency/packs/<digest>`: one version, rule by rule. */
export function packPage(context: TransparencyContext, facts: PackFacts): string {
  const { interfaceText: text, language } = context;
  const words = text.transparency;
  const { version } = facts;
  const name = `${facts.id} ${version.version}`;
  const children = (
    <>
      <section class="card" aria-label={text.packLabel}>
        <p lang={facts.issuer.lang} dir="auto">
          <strong>{facts.issuer.text}</strong>
        </p>
        <p lang={facts.note.lang} dir="auto">
          {facts.note.text}
        </p>
        {facts.isExample && <p>{words['not-agreed']}</p>}
        <VersionFacts version={version} text={text} />
        <p class="actions">
          <a href={`/packs/${facts.id.toLowerCase()}/${version.digest}`}>{words['pack-files']}</a>
          {version.previous !== null && (
            <a href={pageAddress('/transparency/packs/compare', language, { from: version.previous, to: version.digest })}>
              {words['compare-before']}
            </a>
          )}
        </p>
      </section>
      <Rules title={words.restrictions} hint={words['restrictions-hint']} rules={facts.restrictions} facts={facts} text={text} />
      <Rules title={words.additions} hint={null} rules={facts.additions} facts={facts} text={text} />
      <Privacy privacy={facts.privacy} text={text} />
      <Knobs facts={facts} text={text} />
    </>
  );
  return renderTransparency({
    context,
    title: `${words['packs.title']}: ${name}`,
    lead: null,
    path: `/transparency/packs/${version.digest}`,
    children,
  });
}

interface RulesProperties {
  readonly title: string;
  readonly hint: string | null;
  readonly rules: readonly RuleFact[];
  readonly facts: PackFacts;
  readonly text: InterfaceText;
}

function Rules({ title, hint, rules, facts, text }: RulesProperties): JSX.Element {
  return (
    <>
      <h2>{title}</h2>
      {rules.length === 0 ? <p>{text.transparency.nothing}</p> : hint !== null && <p class="hint">{hint}</p>}
      {rules.map((rule) => (
        <RuleCard key={rule.id} rule={rule} pack={facts} text={text} />
      ))}
    </>
  );
}

function Privacy({ privacy, text }: { readonly privacy: PackFacts['privacy']; readonly text: InterfaceText }): JSX.Element {
  const words = text.transparency;
  return (
    <section class="card" aria-labelledby="privacy">
      <h2 id="privacy">{words.privacy}</h2>
      <p>
        {words['privacy-too']} <a href={`${pageAddress('/transparency/charter', text.language)}#charter-rules`}>{words['charter-rules']}</a>
      </p>
      <dl>
        <Fact name={words.recognised}>
          <IdentifierList identifiers={privacy.recognised} words={words} />
        </Fact>
        <Fact name={words.minimised}>
          <IdentifierList identifiers={privacy.minimised} words={words} />
        </Fact>
        <Fact name={words['longest-kept']}>
          {new Intl.NumberFormat(text.language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(privacy.days)}
        </Fact>
        {privacy.law !== null && (
          <Fact name={text.law}>
            <Law law={privacy.law} />
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Knobs({ facts, text }: { readonly facts: PackFacts; readonly text: InterfaceText }): JSX.Element {
  const words = text.transparency;
  return (
    <section aria-labelledby="knobs">
      <h2 id="knobs">{words.knobs}</h2>
      <p>{words['knobs-lead']}</p>
      <div class="table" role="region" tabIndex={0} aria-labelledby="knobs">
        <table>
          <thead>
            <tr>
              <th scope="col">{words['for-language']}</th>
              <th scope="col">{words.setting}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.guideline}</th>
            </tr>
          </thead>
          <tbody>
            {facts.knobs.map(({ language, sector, setting, value, guideline }) => (
              <tr key={`${language ?? ''} ${sector ?? ''} ${setting}`}>
                <td>
                  <code dir="ltr">{language ?? sector}</code>
                </td>
                <td>
                  <code dir="ltr">{setting}</code>
                </td>
                <td>
                  <code dir="ltr">{value}</code>
                </td>
                <td>
                  <code dir="ltr">{guideline}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
