import { type InterfaceId } from '@parlance/charter';
import { type StudyText } from './study-text.ts';

type Say = (id: InterfaceId, otherwise: string, slots?: Readonly<Record<string, string>>) => string;

export function translatedStudy(base: StudyText, say: Say): StudyText {
  return {
    title: say('study.title', base.title),
    lead: say('study.lead', base.lead),
    none: say('study.none', base.none),
    subjects: say('study.subjects', base.subjects),
    unknown: say('study.unknown', base.unknown),
    item: say('study.item', base.item),
    identifier: say('study.identifier', base.identifier),
    onlyIn: (language) => say('study.only-in', base.onlyIn(language), { language }),
    another: say('study.another', base.another),
    afresh: say('study.afresh', base.afresh),
    noPerson: say('study.no-person', base.noPerson),
    ladder: say('study.ladder', base.ladder),
    rungs: {
      nudge: say('study.rungs.nudge', base.rungs.nudge),
      step: say('study.rungs.step', base.rungs.step),
      'worked-twin': say('study.rungs.worked-twin', base.rungs['worked-twin']),
      answer: say('study.rungs.answer', base.rungs.answer),
    },
    now: say('study.now', base.now),
    given: say('study.given', base.given),
    open: say('study.open', base.open),
    needs: (tries) => say('study.needs', base.needs(tries), { tries }),
    made: (tries) => say('study.made', base.made(tries), { tries }),
    countHint: say('study.count-hint', base.countHint),
    countLost: say('study.count-lost', base.countLost),
    notCounted: say('study.not-counted', base.notCounted),
    tooFew: (tries) => say('study.too-few', base.tooFew(tries), { tries }),
    why: say('study.why', base.why),
    ...aroundTries(base, say),
    taskLabel: say('study.task-label', base.taskLabel),
    showTry: say('study.show-try', base.showTry),
    next: say('study.next', base.next),
    nextQuestion: say('study.next-question', base.nextQuestion),
    age: say('study.age', base.age),
    ages: {
      unsaid: say('study.ages.unsaid', base.ages.unsaid),
      'any-age': say('study.ages.any-age', base.ages['any-age']),
      'under-18': say('study.ages.under-18', base.ages['under-18']),
      'under-13': say('study.ages.under-13', base.ages['under-13']),
    },
    ageHint: say('study.age-hint', base.ageHint),
    shareHeading: say('study.share-heading', base.shareHeading),
    share: say('study.share', base.share),
    asText: say('study.as-text', base.asText),
    textLabel: say('study.text-label', base.textLabel),
    asksBack: {
      nudge: say('study.asks-back.nudge', base.asksBack.nudge),
      step: say('study.asks-back.step', base.asksBack.step),
      'worked-twin': say('study.asks-back.worked-twin', base.asksBack['worked-twin']),
      answer: say('study.asks-back.answer', base.asksBack.answer),
    },
  };
}

/** What the page says by itself, of tries and of items. */
function aroundTries(base: StudyText, say: Say) {
  return {
    noModel: say('study.no-model', base.noModel),
    withoutModel: say('study.without-model', base.withoutModel),
    needsModel: say('study.needs-model', base.needsModel),
    noTry: say('study.no-try', base.noTry),
    checked: {
      right: say('study.checked.right', base.checked.right),
      wrong: say('study.checked.wrong', base.checked.wrong),
      holds: say('study.checked.holds', base.checked.holds),
      unknown: say('study.checked.unknown', base.checked.unknown),
    },
    rulesHere: say('study.rules-here', base.rulesHere),
    listOnlyIn: (language: string) => say('study.list-only-in', base.listOnlyIn(language), { language }),
    officialWords: say('study.official-words', base.officialWords),
  };
}
