import { type DisclosureObject } from '@parlance/wire';
import { type JSX } from 'preact';
import { longDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type AnswerWords } from './answer-words.ts';
import { Fact } from './fact.tsx';
import { objectAddress } from '../objection/object-address.ts';
import { type AnswerOrigin } from '../objection/objection-context.ts';
import { OutwardLink } from './outward-link.tsx';
import { RuleName } from '../transparency/rule-name.tsx';
import { type PageIds } from './page-ids.ts';
import { webAddress } from './web-address.ts';

interface NoticeProperties {
  readonly text: InterfaceText;
  readonly words: AnswerWords;
  readonly ids: PageIds;
  readonly placed: ReadonlySet<string>;
  readonly origin: AnswerOrigin;
  readonly disclosure: DisclosureObject;
}

/** Why one change was made, by whose law, and how to object. The marker in the text leads here and back. */
export function Notice({ text, words, ids, placed, origin, disclosure }: NoticeProperties): JSX.Element {
  const { id, basis, since } = disclosure;
  const titleId = ids.of(`title-${id}`);
  return (
    <li id={ids.of(id)} class={`notice ${disclosure.kind}`} aria-labelledby={titleId}>
      <h4 id={titleId}>
        <span class="number">{numberOf(disclosure)}</span> <bdi>{titleOf(text, words, disclosure)}</bdi>
      </h4>
      {disclosure.kind !== 'add' && (
        <p class="rationale" lang={disclosure.rationale.lang} dir="auto">
          {disclosure.rationale.text}
        </p>
      )}
      <dl>
        <Fact name={text.cause}>{words.causeName(disclosure.cause)}</Fact>
        {basis !== null && (
          <Fact name={text.law}>
            <OutwardLink address={basis.url}>
              {basis.instrument}, {basis.article} ({basis.jurisdiction})
            </OutwardLink>
          </Fact>
        )}
        {disclosure.kind !== 'add' && disclosure.authority !== null && <Fact name={text.authority}>{disclosure.authority}</Fact>}
        {since !== null && (
          <Fact name={text.since}>
            <time dateTime={since}>{longDate(since, text.language)}</time>
          </Fact>
        )}
        <Fact name={text.decidedBy}>{decider(text, disclosure)}</Fact>
        <Fact name={text.rule}>
          <RuleName rule={disclosure.rule} language={text.language} isBeside />
        </Fact>
      </dl>
      <p class="actions">
        <a href={objectAddress({ ...origin, rule: disclosure.rule }, text.language)}>{text.object}</a>
        {disclosure.kind !== 'add' && disclosure.redress !== null && <Redress text={text} redress={disclosure.redress} />}
        {placed.has(id) && <a href={`#${ids.placeOf(id)}`}>{text.backToPlace}</a>}
      </p>
    </li>
  );
}

/** Where the rule itself lets people object: a link, or what the pack says instead of one. */
function Redress({ text, redress }: { readonly text: InterfaceText; readonly redress: string }): JSX.Element {
  const isAddress = webAddress(redress, ['https:', 'http:']) !== null;
  return isAddress ? (
    <OutwardLink address={redress}>{text.objections.byLaw}</OutwardLink>
  ) : (
    <span dir="auto">
      {text.objections.byLaw}: {redress}
    </span>
  );
}

function decider(text: InterfaceText, { decided_by: by }: DisclosureObject): string {
  return { automated: text.byMachine, safeguard: text.byModel, nobody: text.byNobody }[by];
}

function titleOf(text: InterfaceText, words: AnswerWords, disclosure: DisclosureObject): string {
  switch (disclosure.kind) {
    case 'omit':
      return text.leftOut(words.typeName(disclosure.type));
    case 'unjudged':
      return text.unjudged(words.typeName(disclosure.type));
    case 'add':
      return text.added(words.purposeName(disclosure.purpose));
  }
}

/** Ids end in the number that the marker shows; additions show a plus, and what has no marker a question mark. */
function numberOf({ kind, id }: DisclosureObject): string {
  if (kind === 'unjudged') return '?';
  return kind === 'add' ? '+' : (/\d+$/.exec(id)?.[0] ?? id);
}
