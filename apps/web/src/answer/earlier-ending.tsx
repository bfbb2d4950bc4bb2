import { type JSX } from 'preact';
import { minuteDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { pageAddress } from '../page-address.ts';
import { ToPerson } from '../person/ask-person.tsx';
import { type AnswerWords } from './answer-words.ts';
import { type EarlierReceipt, type EarlierTurn } from './earlier-turn.ts';
import { Facts } from './facts.tsx';
import { HowItEnded } from './how-it-ended.tsx';
import { HowMade } from './how-made.tsx';
import { Notices } from './notices.tsx';
import { pageIds } from './page-ids.ts';
import { Exact, NotRecorded, receiptAddress } from './receipt.tsx';
import { Sources } from './sources.tsx';
import { sourcesByPlace } from './sources-by-place.ts';
import { byPlace, type ToldAbove } from './told-above.ts';
import { WholeCards } from './whole-cards.tsx';

interface EarlierEndingProperties {
  readonly text: InterfaceText;
  readonly words: AnswerWords;
  readonly turn: EarlierTurn;
  /** Disclosures that have a place in the text to go back to, and sources that the text lists itself. */
  readonly placed: ReadonlySet<string>;
  readonly toldAbove: ToldAbove | null;
}

/** What stood under an answer, in a page that came after it. */
export function EarlierEnding({ text, words, turn, placed, toldAbove }: EarlierEndingProperties): JSX.Element {
  const { ending, isCutShort, changes, receipt, answer, facts } = turn;
  const disclosures = byPlace(turn.disclosures, toldAbove);
  const notices = { text, words, ids: pageIds(turn.number), placed, origin: { pack: facts.pack.digest, answer: receipt?.id ?? '' } };
  const ids = pageIds(turn.number);
  const sources = sourcesByPlace({ sources: turn.sources, said: answer, placed });
  return (
    <>
      <HowItEnded text={text} words={words} ending={ending} fault={null} isCutShort={isCutShort} isAlert={false} />
      <p class="changes" dir="auto">
        {words.changeLine(changes.omitted, changes.added)}
      </p>
      {!turn.isRecorded && <NotRecorded text={text} />}
      <Notices {...notices} disclosures={disclosures.open} />
      <Sources text={text} ids={ids} sources={sources.below} placed={placed} />
      <WholeCards text={text} services={facts.services} />
      <div class="turn-row">
        <ToPerson text={text} office={facts.services[0]?.office ?? ''} hasForm />
      </div>
      <HowMade text={text} ids={ids} sources={sources} placed={placed}>
        <Notices {...notices} disclosures={disclosures.folded} name="known" />
        <Facts text={text} parlance={facts} />
        {receipt !== null && <Receipt text={text} receipt={receipt} answer={answer} />}
      </HowMade>
    </>
  );
}

interface ReceiptProperties {
  readonly text: InterfaceText;
  readonly receipt: EarlierReceipt;
  readonly answer: string;
}

/** The log has the rest of the receipt; what it never had is here. */
function Receipt({ text, receipt, answer }: ReceiptProperties): JSX.Element {
  const words = text.receipts;
  return (
    <div class="receipt">
      <p>
        {words.promised(minuteDate(receipt.deadline, text.language))} <a href={receiptAddress(receipt.id)}>{words.file}</a>{' '}
        <a href={pageAddress('/verify', text.language, { id: receipt.id })}>{words.check}</a>
      </p>
      <details class="evidence">
        <summary>{words.keep}</summary>
        <p class="small">{words.nonceHint}</p>
        <dl>
          <Exact name={words.nonce}>
            <code data-part="nonce">{receipt.nonce}</code>
          </Exact>
          {receipt.isWhole && (
            <Exact name={words.exactText}>
              <code data-part="delivered">{deliveredOf(answer)}</code>
            </Exact>
          )}
        </dl>
      </details>
    </div>
  );
}

/** JSON of what was delivered, when it was nothing but this. */
export function deliveredOf(answer: string): string {
  return JSON.stringify([{ choice: 0, channel: 'content', text: answer.toWellFormed() }]);
}
