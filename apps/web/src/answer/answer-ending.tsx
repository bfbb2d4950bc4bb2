import { type DisclosureObject, type Fault, type ParlanceObject, type SourceObject } from '@parlance/wire';
import { type JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type AnswerOrigin } from '../objection/objection-context.ts';
import { ToPerson } from '../person/ask-person.tsx';
import { HandoverCard } from '../person/handover-card.tsx';
import { SafetyList } from '../pages/safety-list.tsx';
import { type AnswerWords } from './answer-words.ts';
import { Facts } from './facts.tsx';
import { AskAgain } from './ask-again.tsx';
import { HowItEnded } from './how-it-ended.tsx';
import { HowMade } from './how-made.tsx';
import { Notices } from './notices.tsx';
import { type PageIds } from './page-ids.ts';
import { NotRecorded, Receipt } from './receipt.tsx';
import { Sources } from './sources.tsx';
import { sourcesByPlace } from './sources-by-place.ts';
import { byPlace, type ToldAbove } from './told-above.ts';
import { WholeCards } from './whole-cards.tsx';

/** Everything that stands under an answer. */
export interface EndingProperties {
  readonly text: InterfaceText;
  /** Language of the answer. */
  readonly language: string;
  readonly words: AnswerWords;
  readonly ids: PageIds;
  /** Whether a screen reader hears the change line when it comes. */
  readonly isAnnounced: boolean;
  readonly toldAbove: ToldAbove | null;
  readonly parlance: ParlanceObject;
  readonly fault: Fault | null;
  readonly downSince: string | null;
  /** To be asked again when no answer came; null: it cannot be from this page. */
  readonly question: string | null;
  readonly cutShort: boolean;
  /** Disclosures that have a place in the text to go back to, and sources that the text lists itself. */
  readonly placed: ReadonlySet<string>;
  /** Resources that stand above the answer already. */
  readonly helpShown: ReadonlySet<string>;
  readonly disclosures: readonly DisclosureObject[];
  readonly sources: readonly SourceObject[];
  /** What the answer said, to know whether it names its sources itself. */
  readonly said: string;
  /** JSON of what was delivered, as the receipt commits to it. */
  readonly delivered: string;
}

export function answerEnding(properties: EndingProperties): string {
  return render(<AnswerEnding {...properties} />);
}

function AnswerEnding(properties: EndingProperties): JSX.Element {
  const { text, words, ids, isAnnounced, toldAbove, parlance, fault, downSince, question, cutShort, placed, helpShown, delivered } =
    properties;
  const disclosures = byPlace(properties.disclosures, toldAbove);
  const { receipt, handover, services } = parlance;
  const sources = sourcesByPlace(properties);
  const office = services[0]?.office ?? '';
  return (
    <>
      <HowItEnded text={text} words={words} ending={parlance.ending} fault={fault} isCutShort={cutShort} isAlert={isAnnounced} />
      {fault !== null && <AskAgain text={text} downSince={downSince} question={question} />}
      <SafetyList
        id={ids.of('safety-below')}
        heading={words.safetyHeading}
        level="h3"
        resources={parlance.safety.filter(({ id }) => !helpShown.has(id))}
      />
      <p class="changes" {...(isAnnounced && { role: 'status' })} dir="auto">
        {words.changeLine(parlance.changes.omitted, parlance.changes.added)}
      </p>
      {receipt?.status === 'not_recorded' && <NotRecorded text={text} />}
      {handover !== null && <HandoverCard text={text} ids={ids} handover={handover} hasForm={question !== null} />}
      <Notices {...properties} disclosures={disclosures.open} origin={originOf(parlance)} />
      <Sources text={text} ids={ids} sources={sources.below} placed={placed} />
      <WholeCards text={text} services={services} />
      <div class="turn-row">{handover === null && <ToPerson text={text} office={office} hasForm={question !== null} />}</div>
      <HowMade text={text} ids={ids} sources={sources} placed={placed}>
        <Notices {...properties} disclosures={disclosures.folded} origin={originOf(parlance)} name="known" />
        <Facts text={text} parlance={parlance} />
        {receipt?.status === 'promised' && <Receipt text={text} receipt={receipt} delivered={delivered} />}
      </HowMade>
    </>
  );
}

/** Where an objection to a change of this answer leads. */
function originOf({ pack, receipt }: ParlanceObject): AnswerOrigin {
  return { pack: pack.digest, answer: receipt?.status === 'promised' ? receipt.id : '' };
}
