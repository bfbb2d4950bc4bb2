import { type InterfaceId } from '@parlance/charter';
import { type ObjectionText } from './objection-text.ts';

type Say = (id: InterfaceId, otherwise: string, slots?: Readonly<Record<string, string>>) => string;

export function translatedObjections(base: ObjectionText, say: Say): ObjectionText {
  return {
    title: say('objections.title', base.title),
    lead: say('objections.lead', base.lead),
    office: say('objections.office', base.office),
    operator: say('objections.operator', base.operator),
    due: (day: string) => say('objections.due', base.due(day), { day }),
    ownTime: say('objections.own-time', base.ownTime),
    elsewhere: say('objections.elsewhere', base.elsewhere),
    byLaw: say('objections.by-law', base.byLaw),
    kept: (days: string) => say('objections.kept', base.kept(days), { days }),
    answerGoesAlong: say('objections.answer-goes-along', base.answerGoesAlong),
    answerGoesToOperator: say('objections.answer-goes-to-operator', base.answerGoesToOperator),
    answerLeftOut: say('objections.answer-left-out', base.answerLeftOut),
    reasonHeading: say('objections.reason-heading', base.reasonHeading),
    reasons: {
      'not-meant': say('objections.reasons.not-meant', base.reasons['not-meant']),
      needed: say('objections.reasons.needed', base.reasons.needed),
      'not-fitting': say('objections.reasons.not-fitting', base.reasons['not-fitting']),
      'not-correct': say('objections.reasons.not-correct', base.reasons['not-correct']),
      disturbing: say('objections.reasons.disturbing', base.reasons.disturbing),
      'rule-wrong': say('objections.reasons.rule-wrong', base.reasons['rule-wrong']),
      other: say('objections.reasons.other', base.reasons.other),
    },
    textLabel: say('objections.text-label', base.textLabel),
    textHint: (characters: string) => say('objections.text-hint', base.textHint(characters), { characters }),
    send: say('objections.send', base.send),
    tooLong: (characters: string) => say('objections.too-long', base.tooLong(characters), { characters }),
    tooMany: (minutes: string) => say('objections.too-many', base.tooMany(minutes), { minutes }),
    tooSoon: say('objections.too-soon', base.tooSoon),
    expired: say('objections.expired', base.expired),
    full: say('objections.full', base.full),
    firstStands: (code: string) => say('objections.first-stands', base.firstStands(code), { code }),
    notStored: say('objections.not-stored', base.notStored),
    notShown: say('objections.not-shown', base.notShown),
    unknownRule: say('objections.unknown-rule', base.unknownRule),
    receiptTitle: say('objections.receipt-title', base.receiptTitle),
    stored: say('objections.stored', base.stored),
    code: say('objections.code', base.code),
    see: say('objections.see', base.see),
    masked: (classes: string) => say('objections.masked', base.masked(classes), { classes }),
    received: say('objections.received', base.received),
    dueLabel: say('objections.due-label', base.dueLabel),
    states: translatedStates(base.states, say),
    state: say('objections.state', base.state),
    decided: say('objections.decided', base.decided),
    decisionReasons: say('objections.decision-reasons', base.decisionReasons),
    inLog: (position: string, log: string) => say('objections.in-log', base.inLog(position, log), { position, log }),
    notInLog: say('objections.not-in-log', base.notInLog),
    deleted: say('objections.deleted', base.deleted),
    unknownCode: say('objections.unknown-code', base.unknownCode),
    publicTitle: say('objections.public-title', base.publicTitle),
    publicLead: say('objections.public-lead', base.publicLead),
    none: (day: string) => say('objections.none', base.none(day), { day }),
    ...translatedOffice(base, say),
    dueWould: (day: string) => say('objections.due-would', base.dueWould(day), { day }),
    added: say('objections.added', base.added),
  };
}

function translatedOffice(base: ObjectionText, say: Say): Pick<ObjectionText, 'exampleOffice' | 'officeWould' | 'byStated'> {
  return {
    exampleOffice: say('objections.example-office', base.exampleOffice),
    officeWould: say('objections.office-would', base.officeWould),
    byStated: say('objections.by-stated', base.byStated),
  };
}

function translatedStates(base: ObjectionText['states'], say: Say): ObjectionText['states'] {
  return {
    open: say('objections.states.open', base.open),
    overdue: say('objections.states.overdue', base.overdue),
    upheld: say('objections.states.upheld', base.upheld),
    corrected: say('objections.states.corrected', base.corrected),
    rejected: say('objections.states.rejected', base.rejected),
  };
}
