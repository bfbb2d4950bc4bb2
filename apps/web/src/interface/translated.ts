import { type InterfaceId } from '@parlance/charter';
import { type InterfaceText } from './interface-text.ts';
import { translatedChat } from './chat/translated.ts';
import { translatedObjections } from './objections/translated.ts';
import { translatedReceipts } from './receipts/translated.ts';
import { translatedRegister } from './register/register-text.ts';
import { translatedPerson } from './person/translated.ts';
import { translatedStudy } from './study/translated.ts';
import { translatedServices } from './services/translated.ts';
import { translatedTransparency } from './transparency/translated.ts';
import { translatedTroubles } from './troubles/translated.ts';

type Slots = Readonly<Record<string, string>>;

type Say = (id: InterfaceId, otherwise: string, slots?: Slots) => string;

/** The words of a pack for an id, with the slots filled; null when it has none. */
export type Translate = (id: InterfaceId, slots: Slots) => string | null;

/** The words of the pages as a pack translates them; those that it lacks come from `base`. */
export function translatedInterface(language: string, base: InterfaceText, translate: Translate): InterfaceText {
  const say: Say = (id, otherwise, slots = {}) => translate(id, slots) ?? otherwise;
  return {
    language,
    ...startPage(base, say),
    ...answer(base, say),
    ...machinery(base, say),
    services: translatedServices(base.services, say),
    person: translatedPerson(base.person, say),
    troubles: translatedTroubles(base.troubles, say),
    objections: translatedObjections(base.objections, say),
    chat: translatedChat(base.chat, say),
    study: translatedStudy(base.study, say),
    receipts: translatedReceipts(base.receipts, say),
    transparency: translatedTransparency(base.transparency, say),
    register: translatedRegister(base.register, say),
  };
}

function startPage(base: InterfaceText, say: Say) {
  return {
    skip: say('skip', base.skip),
    languageMenu: say('language-menu', base.languageMenu),
    notReviewed: say('not-reviewed', base.notReviewed),
    answersIn: (languages: string) => say('answers-in', base.answersIn(languages), { languages }),
    tryIt: say('try-it', base.tryIt),
    home: say('home', base.home),
    title: say('title', base.title),
    lead: say('lead', base.lead),
    questionLabel: say('question-label', base.questionLabel),
    questionHint: say('question-hint', base.questionHint),
    ask: say('ask', base.ask),
    examplesHeading: say('examples-heading', base.examplesHeading),
    exampleKind: {
      service: say('example-kind.service', base.exampleKind.service),
      cut: say('example-kind.cut', base.exampleKind.cut),
      distress: say('example-kind.distress', base.exampleKind.distress),
      unknown: say('example-kind.unknown', base.exampleKind.unknown),
    },
    promisesHeading: say('promises-heading', base.promisesHeading),
    promises: [
      { title: say('promises.changes.title', base.promises[0].title), text: say('promises.changes.text', base.promises[0].text) },
      { title: say('promises.sources.title', base.promises[1].title), text: say('promises.sources.text', base.promises[1].text) },
      { title: say('promises.unknown.title', base.promises[2].title), text: say('promises.unknown.text', base.promises[2].text) },
    ],
    emergencyHeading: say('emergency-heading', base.emergencyHeading),
    exampleBanner: say('example-banner', base.exampleBanner),
    answersFrom: say('answers-from', base.answersFrom),
    serviceCards: say('service-cards', base.serviceCards),
    packLabel: say('pack-label', base.packLabel),
    operator: say('operator', base.operator),
    operatorUnset: say('operator-unset', base.operatorUnset),
  } as const;
}

function answer(base: InterfaceText, say: Say) {
  return {
    yourQuestion: say('your-question', base.yourQuestion),
    answerHeading: say('answer-heading', base.answerHeading),
    answering: say('answering', base.answering),
    askAgain: say('ask-again', base.askAgain),
    changesHeading: say('changes-heading', base.changesHeading),
    whyAdded: say('why-added', base.whyAdded),
    reasoning: say('reasoning', base.reasoning),
    refusal: say('refusal', base.refusal),
    toolCall: say('tool-call', base.toolCall),
    cutShort: say('cut-short', base.cutShort),
    noticesHeading: say('notices-heading', base.noticesHeading),
    leftOut: (type: string) => say('left-out', base.leftOut(type), { type }),
    unjudged: (type: string) => say('unjudged', base.unjudged(type), { type }),
    added: (purpose: string) => say('added', base.added(purpose), { purpose }),
    cause: say('cause', base.cause),
    law: say('law', base.law),
    authority: say('authority', base.authority),
    since: say('since', base.since),
    decidedBy: say('decided-by', base.decidedBy),
    byMachine: say('by-machine', base.byMachine),
    byModel: say('by-model', base.byModel),
    byNobody: say('by-nobody', base.byNobody),
    reason: say('reason', base.reason),
    rule: say('rule', base.rule),
    object: say('object', base.object),
    backToPlace: say('back-to-place', base.backToPlace),
    sourcesHeading: say('sources-heading', base.sourcesHeading),
    sourceNumber: (number: string) => say('source-number', base.sourceNumber(number), { number }),
    licence: say('licence', base.licence),
    readOn: say('read-on', base.readOn),
    factsHeading: say('facts-heading', base.factsHeading),
    answeredBy: say('answered-by', base.answeredBy),
    insteadOf: say('instead-of', base.insteadOf),
    answeredIn: say('answered-in', base.answeredIn),
    unknownPlace: say('unknown-place', base.unknownPlace),
    replacedBeforeSending: say('replaced-before-sending', base.replacedBeforeSending),
    nothingReplaced: say('nothing-replaced', base.nothingReplaced),
    layers: say('layers', base.layers),
    charter: say('charter', base.charter),
  } as const;
}

/** The page `/try`. */
function machinery(base: InterfaceText, say: Say) {
  return {
    tryTitle: say('try-title', base.tryTitle),
    tryLead: say('try-lead', base.tryLead),
    tryLogged: say('try-logged', base.tryLogged),
    pretendLabel: say('pretend-label', base.pretendLabel),
    pretendHint: say('pretend-hint', base.pretendHint),
    personAsks: say('person-asks', base.personAsks),
    speedLabel: say('speed-label', base.speedLabel),
    speed: {
      instant: say('speed.instant', base.speed.instant),
      fast: say('speed.fast', base.speed.fast),
      reading: say('speed.reading', base.speed.reading),
    },
    run: say('run', base.run),
    loadExample: say('load-example', base.loadExample),
    resultHeading: say('result-heading', base.resultHeading),
    resultEmpty: say('result-empty', base.resultEmpty),
    showInstructions: say('show-instructions', base.showInstructions),
    ruleTitle: say('rule-title', base.ruleTitle),
    ruleLead: say('rule-lead', base.ruleLead),
    ruleLabel: say('rule-label', base.ruleLabel),
    check: say('check', base.check),
    ruleAccepted: say('rule-accepted', base.ruleAccepted),
    ruleRefused: say('rule-refused', base.ruleRefused),
    ruleResultHeading: say('rule-result-heading', base.ruleResultHeading),
    warning: say('warning', base.warning),
    error: say('error', base.error),
    expected: say('expected', base.expected),
    received: say('received', base.received),
    mend: say('mend', base.mend),
    line: say('line', base.line),
    field: say('field', base.field),
    backHome: say('back-home', base.backHome),
  } as const;
}
