import { type PersonText } from './person-text.ts';

export const enPerson: PersonText = {
  title: 'Speak to a person',
  lead: 'These are the ways to reach people of the offices, each with the page on which it was read. What could not be confirmed is left out.',
  notForwarded: 'Nothing is passed on: not your questions, and not that you asked them. You call, write or go there yourself.',
  kinds: {
    phone: 'By telephone',
    email: 'By e-mail',
    visit: 'In person',
    form: 'By a web form',
    chat: 'By chat',
    video: 'By video call',
  },
  openUntil: (time) => `Open now, until ${time}`,
  openAlways: 'Open now, around the clock',
  opensAt: (when) => `Closed now. Opens: ${when}`,
  clockThere: (time) => `by these hours, at ${time} there`,
  hours: 'Hours',
  hoursUnknown: 'not known here',
  holidays: 'Public holidays are not known here.',
  spoken: 'Languages',
  cost: 'Cost',
  costs: { free: 'free of charge', 'usual-rate': 'as any call with your operator', charged: 'charged' },
  noWay: 'No way to a person of this office could be confirmed here. This is its own page:',
  otherOffices: 'Other offices',
  young: 'For readers under 18 only those are shown of whom the source says that they are there for them.',
  takeAlong: 'Take my questions along',
  questionsHeading: 'Your questions, to take along',
  questionsHint:
    'They are put together for you on this page and are sent to nobody. Copy them, or print the page. Read them first: what you wrote of yourself stands in them.',
  back: 'Back to the conversation',
};
