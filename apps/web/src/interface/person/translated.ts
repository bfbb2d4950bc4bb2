import { type InterfaceId } from '@parlance/charter';
import { type PersonText } from './person-text.ts';

type Say = (id: InterfaceId, otherwise: string, slots?: Readonly<Record<string, string>>) => string;

export function translatedPerson(base: PersonText, say: Say): PersonText {
  return {
    title: say('person.title', base.title),
    lead: say('person.lead', base.lead),
    notForwarded: say('person.not-forwarded', base.notForwarded),
    kinds: {
      phone: say('person.kinds.phone', base.kinds.phone),
      email: say('person.kinds.email', base.kinds.email),
      visit: say('person.kinds.visit', base.kinds.visit),
      form: say('person.kinds.form', base.kinds.form),
      chat: say('person.kinds.chat', base.kinds.chat),
      video: say('person.kinds.video', base.kinds.video),
    },
    openUntil: (time) => say('person.open-until', base.openUntil(time), { time }),
    openAlways: say('person.open-always', base.openAlways),
    opensAt: (when) => say('person.opens-at', base.opensAt(when), { when }),
    clockThere: (time) => say('person.clock-there', base.clockThere(time), { time }),
    hours: say('person.hours', base.hours),
    hoursUnknown: say('person.hours-unknown', base.hoursUnknown),
    holidays: say('person.holidays', base.holidays),
    spoken: say('person.spoken', base.spoken),
    cost: say('person.cost', base.cost),
    costs: {
      free: say('person.costs.free', base.costs.free),
      'usual-rate': say('person.costs.usual-rate', base.costs['usual-rate']),
      charged: say('person.costs.charged', base.costs.charged),
    },
    noWay: say('person.no-way', base.noWay),
    otherOffices: say('person.other-offices', base.otherOffices),
    young: say('person.young', base.young),
    takeAlong: say('person.take-along', base.takeAlong),
    questionsHeading: say('person.questions-heading', base.questionsHeading),
    questionsHint: say('person.questions-hint', base.questionsHint),
    back: say('person.back', base.back),
  };
}
