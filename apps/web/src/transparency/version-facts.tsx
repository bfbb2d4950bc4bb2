import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { longDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { Hour } from './hour.tsx';
import { LogPlace } from './log-place.tsx';
import { type VersionFact } from './transparency-facts.ts';

interface VersionProperties {
  readonly version: VersionFact;
  readonly text: InterfaceText;
}

/** When a version was in force, who put it there, and where the log says so. */
export function VersionFacts({ version, text }: VersionProperties): JSX.Element {
  const words = text.transparency;
  const [putBy] = version.signedBy;
  return (
    <dl>
      <Fact name={text.since}>{version.from === null ? words.unknown : <Hour hour={version.from} text={text} />}</Fact>
      {version.until !== null && (
        <Fact name={words.until}>
          <Hour hour={version.until} text={text} />
        </Fact>
      )}
      {version.cameBack !== null && <Fact name={words['came-back']}>{words[`reasons.${version.cameBack}`]}</Fact>}
      {version.change !== null && <Fact name={words['change-class']}>{words[`classes.${version.change}`]}</Fact>}
      {putBy === undefined ? (
        <Fact name={words['signed-by']}>{version.leaf === null ? words.unknown : words.unsigned}</Fact>
      ) : (
        <Fact name={words['signed-by']}>
          <code dir="ltr">{putBy}</code>
        </Fact>
      )}
      <Fact name={words['reviewed-by']}>
        <Reviews version={version} text={text} />
      </Fact>
      <Fact name={words.digest}>
        <code dir="ltr">{version.digest}</code>
      </Fact>
      <Fact name={words['log-place']}>
        <LogPlace leaf={version.leaf} words={words} />
      </Fact>
    </dl>
  );
}

/** Whoever put a version in force had its reviews in their hands; where its files are gone, nobody here can tell whose they were. */
function Reviews({ version, text }: VersionProperties): JSX.Element {
  const words = text.transparency;
  if (version.reviews.length === 0) return <>{version.signedBy.length === 0 ? words.nobody : words.unknown}</>;
  return (
    <ul class="plain">
      {version.reviews.map(({ keyId, role, day }) => (
        <li key={keyId}>
          <code dir="ltr">{keyId}</code> ({words[`roles.${role}`]}, {longDate(day, text.language)})
        </li>
      ))}
    </ul>
  );
}
