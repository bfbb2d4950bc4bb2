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
  /** The answer has already named every address in its own words: then the list is folded. */
  readonly isNamed: boolean;
}

/** What the answer rests on; `[s1]` in the text leads to the first. */
export function Sources({ text, ids, sources, isNamed }: SourcesProperties): JSX.Element {
  if (!isNamed) {
    return (
      <section class="sources" aria-labelledby={ids.of('sources-heading')}>
        <h3 id={ids.of('sources-heading')}>{text.sourcesHeading}</h3>
        <SourceList text={text} ids={ids} sources={sources} />
      </section>
    );
  }
  return (
    <details class="sources">
      <summary>{text.sourcesHeading}</summary>
      <SourceList text={text} ids={ids} sources={sources} />
    </details>
  );
}

function SourceList({ text, ids, sources }: Omit<SourcesProperties, 'isNamed'>): JSX.Element {
  return (
    <ol>
      {sources.map((source) => (
        <li key={source.id} id={ids.of(source.id)}>
          <span class="number">{source.id.replace(/^s(?=\d)/, '')}</span>
          <div>
            <p lang={source.language} dir="auto">
              <OutwardLink address={source.url}>{source.title}</OutwardLink>
            </p>
            <p class="small">
              <bdi lang={source.language}>{source.publisher}</bdi> · <bdi dir="ltr">{hostOf(source.url)}</bdi> · {text.readOn}{' '}
              <time dateTime={source.retrieved}>{longDate(source.retrieved, text.language)}</time>
              {source.licence !== null && (
                <>
                  {' '}
                  · {text.licence}: <bdi>{source.licence}</bdi>
                </>
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
