import { type JSX } from 'preact';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type ToldFacts } from './earlier-turn.ts';
import { Fact } from './fact.tsx';

/** Who answered, where, how it was worded, under which pack and charter, and what left the country. */
export function Facts({ text, parlance }: { readonly text: InterfaceText; readonly parlance: ToldFacts }): JSX.Element {
  const { answered_by: by, pack, charter, egress, layers } = parlance;
  const classes = Object.entries(egress.classes).filter(([, count]) => count > 0);
  return (
    <>
      <dl>
        <Fact name={text.answeredBy}>
          {by.model} ({by.upstream}){by.fallback_from !== null && `, ${text.insteadOf} ${by.fallback_from}`}
        </Fact>
        <Fact name={text.answeredIn}>{by.jurisdiction ?? text.unknownPlace}</Fact>
        <Fact name={text.replacedBeforeSending}>
          {classes.length === 0 ? text.nothingReplaced : classes.map(([name, count]) => `${name} × ${count}`).join(', ')}
        </Fact>
        <Worded text={text} localization={parlance.localization} />
        <Fact name={text.packLabel}>
          {pack.id} {pack.version}
        </Fact>
        <Fact name={text.charter}>{charter.version}</Fact>
      </dl>
      <h3>{text.layers}</h3>
      <dl class="digests">
        {[{ name: `${pack.id} ${pack.version}`, digest: pack.digest }, ...layers].map(({ name, digest }) => (
          <Fact key={name} name={name}>
            <code>{fingerprint(digest)}</code>
          </Fact>
        ))}
      </dl>
    </>
  );
}

/** `sha256:` and 64 bits: enough to tell two apart at sight. The whole of it is in `parlance.layers` of the API, and that of the pack in the receipt. */
const fingerprint = (digest: string): string => digest.replace(/(?<=^sha256:[0-9a-f]{16})[0-9a-f]{48}$/, '…');

interface WordedProperties {
  readonly text: InterfaceText;
  readonly localization: ToldFacts['localization'];
}

/** In which language, and how simple. Texts of a pack are as simple as they were written, whatever was asked for. */
function Worded({ text, localization }: WordedProperties): JSX.Element {
  const { language, reading_level: level, asked_of_model: isAsked } = localization;
  const words: Readonly<Record<string, string>> = text.chat.levels;
  return (
    <>
      <Fact name={text.languageMenu}>{new Intl.DisplayNames([text.language], { type: 'language' }).of(language)}</Fact>
      {isAsked && words[level] !== undefined && <Fact name={text.chat.readingLevel}>{words[level]}</Fact>}
    </>
  );
}
