import { type SourceObject } from '@parlance/wire';
import { type JSX } from 'preact';
import { longDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { OutwardLink } from './outward-link.tsx';
import { type PageIds } from './page-ids.ts';

interface SourcesProperties {
  readonly text: InterfaceText;
  readonly ids: PageIds;
  readonly sources: readonly SourceObject[];
  /** Sources whose place is an item of the text already: no id is given twice. */
  readonly placed: ReadonlySet<string>;
}

/** What the answer rests on, where it does not list it itself; `[s1]` in the text leads to the first. */
export function Sources(properties: SourcesProperties): JSX.Element | null {
  const { text, ids, sources } = properties;
  if (sources.length === 0) return null;
  return (
    <section class="sources" aria-labelledby={ids.of('sources-heading')}>
      <h3 id={ids.of('sources-heading')}>{text.sourcesHeading}</h3>
      <SourceList {...properties} />
    </section>
  );
}

export function SourceList({ text, ids, sources, placed }: SourcesProperties): JSX.Element {
  return (
    <ol>
      {sources.map((source) => (
        <li key={source.id} {...(!placed.has(source.id) && { id: ids.of(source.id) })}>
          <span class="number">{numberOf(source)}</span>
          <p>
            <span lang={source.language} dir="auto">
              <OutwardLink address={source.url}>{source.title}</OutwardLink>
            </span>{' '}
            <span class="small">
              <bdi lang={source.language}>{source.publisher}</bdi> · <bdi dir="ltr">{hostOf(source.url)}</bdi> · {text.readOn}{' '}
              <time dateTime={source.retrieved}>{longDate(source.retrieved, text.language)}</time>
              <Licence text={text} source={source} />
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Who published what the text lists by itself, and under which licence. */
export function Origins({ text, sources }: Pick<SourcesProperties, 'text' | 'sources'>): JSX.Element {
  return (
    <ul class="origins">
      {sources.map((source) => (
        <li key={source.id}>
          [{numberOf(source)}] <bdi lang={source.language}>{source.publisher}</bdi>
          <Licence text={text} source={source} />
        </li>
      ))}
    </ul>
  );
}

function Licence({ text, source: { licence } }: { readonly text: InterfaceText; readonly source: SourceObject }): JSX.Element | null {
  if (licence === null) return null;
  return (
    <>
      {' '}
      · {text.licence}: <bdi>{licence}</bdi>
    </>
  );
}

const numberOf = ({ id }: SourceObject): string => id.replace(/^s(?=\d)/, '');

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
