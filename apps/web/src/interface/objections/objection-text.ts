/** As forms send them. */
export type ObjectionReason = 'not-meant' | 'needed' | 'not-fitting' | 'not-correct' | 'disturbing' | 'rule-wrong' | 'other';

export type ObjectionState = 'open' | 'overdue' | 'upheld' | 'corrected' | 'rejected';

/** The words of the pages on which people object to a change. */
export interface ObjectionText {
  readonly title: string;
  readonly lead: string;
  readonly office: string;
  readonly operator: string;
  due(day: string): string;
  readonly ownTime: string;
  readonly elsewhere: string;
  readonly byLaw: string;
  kept(days: string): string;
  readonly answerGoesAlong: string;
  readonly answerGoesToOperator: string;
  readonly answerLeftOut: string;
  readonly reasonHeading: string;
  readonly reasons: Readonly<Record<ObjectionReason, string>>;
  readonly textLabel: string;
  textHint(characters: string): string;
  readonly send: string;
  tooLong(characters: string): string;
  tooMany(minutes: string): string;
  readonly tooSoon: string;
  readonly expired: string;
  readonly full: string;
  firstStands(code: string): string;
  readonly notStored: string;
  readonly notShown: string;
  readonly unknownRule: string;
  readonly receiptTitle: string;
  readonly stored: string;
  readonly code: string;
  readonly see: string;
  masked(classes: string): string;
  readonly received: string;
  readonly dueLabel: string;
  readonly states: Readonly<Record<ObjectionState, string>>;
  readonly state: string;
  readonly decided: string;
  readonly decisionReasons: string;
  inLog(position: string, log: string): string;
  readonly notInLog: string;
  readonly deleted: string;
  readonly unknownCode: string;
  readonly publicTitle: string;
  readonly publicLead: string;
  none(day: string): string;
  readonly exampleOffice: string;
  readonly officeWould: string;
  /** Beside who decided: a name that the operator wrote. */
  readonly byStated: string;
  dueWould(day: string): string;
  readonly added: string;
}
