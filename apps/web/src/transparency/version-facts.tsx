import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { longDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { LogPlace } from './log-place.tsx';
import { type PackFacts, type VersionFact } from './transparency-facts.ts';

interface VersionProperties {
  readonly version: VersionFact;
  /** Null: not told here. */
  readonly reviews: PackFacts['reviews'] | null;
  readonly text: InterfaceText;
}

/** When a version was in force, who put it there, and where the log says so. */
export function VersionFacts({ version, reviews, text }: VersionProperties): JSX.Element {
  const words = text.transparency;
  const [putBy, ...others] = version.signedBy;
  const reviewers = reviews?.map((review) => ({ keyId: review.keyId, review })) ?? others.map((keyId) => ({ keyId, review: null }));
  return (
    <dl>
      <Fact name={text.since}>{version.from === null ? words.unknown : <Hour hour={version.from} text={text} />}</Fact>
      {version.until !== null && (
        <Fact name={words.until}>
          <Hour hour={version.until} text={text} />
        </Fact>
      )}
      {version.change !== null && <Fact name={words['change-class']}>{words[`classes.${version.change}`]}</Fact>}
      {putBy === undefined ? (
        <Fact name={words['signed-by']}>{version.leaf === null ? words.unknown : words.unsigned}</Fact>
      ) : (
        <Fact name={words['signed-by']}>
          <code dir="ltr">{putBy}</code>
        </Fact>
      )}
      {reviewers.length > 0 && (
        <Fact name={words['reviewed-by']}>
          <ul class="plain">
            {reviewers.map(({ keyId, review }) => (
              <li key={keyId}>
                <code dir="ltr">{keyId}</code>
                {review !== null && ` (${words[`roles.${review.role}`]}, ${longDate(review.day, text.language)})`}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name={words.digest}>
        <code dir="ltr">{version.digest}</code>
      </Fact>
      <Fact name={words['log-place']}>
        <LogPlace leaf={version.leaf} words={words} />
      </Fact>
    </dl>
  );
}

/** The log tells hours (`2026-11-21T13Z`), and people think in days. */
function Hour({ hour, text }: { readonly hour: string; readonly text: InterfaceText }): JSX.Element {
  const day = hour.slice(0, 10);
  return <time dateTime={day}>{longDate(day, text.language)}</time>;
}
