import { type JSX } from 'preact';
import { shortDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { pageAddress } from '../page-address.ts';
import { Filled } from './filled.tsx';
import { ToldChangeCard } from './told-change.tsx';
import { type TransparencyContext } from './transparency-context.ts';
import { type CompareFacts, type ComparedFacts, type VersionFact } from './transparency-facts.ts';
import { renderTransparency } from './transparency-frame.tsx';

/** `GET /transparency/packs/compare`: every difference between two versions, the gravest first. */
export function comparePage(context: TransparencyContext, facts: CompareFacts): string {
  const words = context.interfaceText.transparency;
  const { compared } = facts;
  const children = (
    <>
      <Choice context={context} facts={facts} />
      {compared === null ? <p>{words['compare.choose']}</p> : <Differences compared={compared} context={context} />}
    </>
  );
  return renderTransparency({
    context,
    title: words['compare.title'],
    lead: null,
    path: '/transparency/packs/compare',
    query: compared === null ? {} : queryOf(compared, compared.page),
    children,
  });
}

function queryOf({ from, to }: ComparedFacts, page: number): Readonly<Record<string, string>> {
  return { from: from.digest, to: to.digest, ...(page > 1 && { page: String(page) }) };
}

function Choice({ context, facts }: { readonly context: TransparencyContext; readonly facts: CompareFacts }): JSX.Element {
  const { interfaceText: text, language } = context;
  const words = text.transparency;
  const versions = facts.versions.filter(({ digest }, place) => facts.versions.findIndex((each) => each.digest === digest) === place);
  const [newest, before = newest] = versions;
  return (
    <form class="card choose" method="get" action="/transparency/packs/compare">
      <input type="hidden" name="lang" value={language} />
      <p>
        <label for="from">{words['compare.from']}</label>
        <Versions name="from" versions={versions} chosen={facts.compared?.from ?? before} text={text} />
      </p>
      <p>
        <label for="to">{words['compare.to']}</label>
        <Versions name="to" versions={versions} chosen={facts.compared?.to ?? newest} text={text} />
      </p>
      <p>
        <button class="button" type="submit">
          {words['compare.show']}
        </button>
      </p>
    </form>
  );
}

interface VersionsProperties {
  readonly name: 'from' | 'to';
  readonly versions: readonly VersionFact[];
  readonly chosen: VersionFact | undefined;
  readonly text: InterfaceText;
}

function Versions({ name, versions, chosen, text }: VersionsProperties): JSX.Element {
  return (
    <select id={name} name={name}>
      {versions.map(({ version, digest, from }) => (
        <option key={digest} value={digest} selected={digest === chosen?.digest}>
          {from === null ? version : `${version} (${shortDate(from.slice(0, 10), text.language)})`}
        </option>
      ))}
    </select>
  );
}

function Differences({ compared, context }: { readonly compared: ComparedFacts; readonly context: TransparencyContext }): JSX.Element {
  const { interfaceText: text, language } = context;
  const words = text.transparency;
  const { first, changes, all, page, pages } = compared;
  if (all === 0) return <p>{words['compare.same']}</p>;
  const address = (other: number): string => pageAddress('/transparency/packs/compare', language, queryOf(compared, other));
  return (
    <>
      <h2>
        <bdi>{compared.from.version}</bdi> → <bdi>{compared.to.version}</bdi>
      </h2>
      <p class="small">
        <Filled words={words['compare.shown']} slots={{ first, last: first + changes.length - 1, all }} />
      </p>
      <ol class="told-changes">
        {changes.map((change) => (
          <ToldChangeCard key={`${change.file} ${change.field} ${change.kind}`} change={change} text={text} />
        ))}
      </ol>
      {pages > 1 && (
        <p class="actions">
          {page > 1 && <a href={address(page - 1)}>{words['compare.previous']}</a>}
          {page < pages && <a href={address(page + 1)}>{words['compare.next']}</a>}
        </p>
      )}
    </>
  );
}
