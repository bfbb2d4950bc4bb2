import { type AgeBand, ageBands } from '@parlance/charter';
import { type LadderRung, ladderOf, type Resolved, type ResolvedStudy, type Statement } from '@parlance/pack';
import { type StudyContext, type StudyReason, type StudyRung } from '@parlance/web';
import { type Gateway } from '../../gateway.ts';
import { chatContext } from '../chat/chat-context.ts';
import { type ConversationForm } from '../chat/conversation-form.ts';
import { pageAge } from '../page-age.ts';
import { type Progress } from './progress.ts';
import { checksOf, type Said } from './checked-tries.ts';
import { isReminderDue } from './reminder.ts';
import { shortTitle } from './short-title.ts';
import { standingNotice } from './standing-notice.ts';
import { type StudyForm } from './study-form.ts';
import { foreignName, type FoundItem, type StudyOffer } from './study-subjects.ts';

/** What the settings of the pack make of one visit. */
export interface StudySettingsNow {
  readonly study: ResolvedStudy;
  readonly age: Resolved['age'];
  readonly ladder: readonly LadderRung[];
}

/** The settings as they hold for this reader: limits to the strictest, defaults to the nearest, as everywhere. Null where the sector has no study mode. */
export function settingsNow(gateway: Gateway, offer: StudyOffer, age: AgeBand | undefined): StudySettingsNow | null {
  return settingsFor(gateway, offer, askedAge(gateway, offer, age));
}

/** The band with which a learner asks: whoever does not say one has the stricter rules, also where those of the place are for any age. */
export function askedAge(gateway: Gateway, offer: StudyOffer, age: AgeBand | undefined): AgeBand | undefined {
  return age ?? (bandAnyway(gateway, offer) === 'any-age' ? 'under-18' : undefined);
}

const bandAnyway = (gateway: Gateway, offer: StudyOffer): AgeBand => settingsFor(gateway, offer, undefined)?.age.band ?? 'any-age';

function settingsFor(gateway: Gateway, { sector }: StudyOffer, age: AgeBand | undefined): StudySettingsNow | null {
  const reader = { language: null, by: null, script: null } as const;
  const resolved = gateway.country.values(sector.id, reader, { age: { ...pageAge(gateway), request: age } });
  const { study } = resolved;
  if (study === null) return null;
  return { study, age: resolved.age, ladder: ladderOf({ hints: study.hints.value, tries: study.tries.value }) };
}

export interface StudyVisit {
  readonly offer: StudyOffer;
  readonly found: FoundItem;
  readonly form: ConversationForm;
  readonly own: StudyForm;
  readonly settings: StudySettingsNow;
  readonly language: string;
  readonly ticket: string;
  readonly isCountLost: boolean;
}

export interface Shown {
  readonly progress: Progress;
  /** As it goes along with the next form. */
  readonly sealed: string;
  /** Before the answer that the page shows, if it shows one. */
  readonly turnsBefore: number;
  /** What is asked now; null: nobody is. */
  readonly asked: Said | null;
}

/** What a page of study mode shows, from what its form brought along and where the learner stands. */
export function studyContext(gateway: Gateway, visit: StudyVisit, { progress, sealed, turnsBefore, asked }: Shown): StudyContext {
  const { form, own, settings, language, ticket } = visit;
  const { ladder, study } = settings;
  const context = chatContext(gateway, form, { language, ticket, phrases: null });
  const next = ladder[progress.rung + 1];
  const standing = standingNotice(gateway, settings.age, language);
  const reminder = reminderOf(gateway, language, context.interfaceText.study.noPerson);
  // Before the first question the notice at the head is open, and says it where a model answers.
  const isTold = form.earlier.length === 0 && asked === null && standing?.text.includes(reminder) === true;
  return {
    ...context,
    item: itemOf(visit),
    ladder: ladder.map((rung, index) => ({ ...rung, state: stateOf(rung, index, progress) })),
    tries: progress.tries,
    canGoUp: progress.turns > 0 && next !== undefined && next.tries <= progress.tries,
    checks: checksOf(progress, asked === null ? form.earlier : [...form.earlier, asked]),
    standing,
    isCountLost: visit.isCountLost,
    progress: sealed,
    reminder: isReminderDue(study.not_human_reminder.value, turnsBefore) && !isTold ? reminder : null,
    reasons: reasonsOf(settings),
    ages: agesOf(gateway, visit),
    age: own.age ?? null,
    copied: null,
    kindly: null,
  };
}

function stateOf({ tries }: LadderRung, index: number, progress: Progress): StudyRung['state'] {
  if (index === progress.rung) return 'now';
  if (index < progress.rung) return 'given';
  return tries <= progress.tries ? 'open' : 'closed';
}

/** Where a model answers, the charter's own sentence; nobody is told that an AI system answers where none does. */
function reminderOf({ country, upstream }: Gateway, language: string, noPerson: string): string {
  return upstream.kind === 'cards' ? noPerson : country.words(language).format('age.not-human');
}

function itemOf({ found: { subject, item }, language }: StudyVisit): StudyContext['item'] {
  const { curriculum } = subject;
  const written = item.language ?? curriculum.language;
  return {
    id: item.id,
    code: item.code,
    statement: item.statement,
    language: written,
    foreign: foreignName(written, language),
    short: shortTitle(item.statement),
    subject: { name: subject.name, title: curriculum.title },
    source: { publisher: curriculum.publisher ?? curriculum.creator, ...curriculum.source, notes: curriculum.notes },
  };
}

/** Those that are not looser than what holds whatever is chosen. */
function agesOf(gateway: Gateway, { offer }: StudyVisit): readonly AgeBand[] {
  return ageBands.slice(ageBands.indexOf(bandAnyway(gateway, offer)));
}

function reasonsOf({ study, age }: StudySettingsNow): readonly StudyReason[] {
  const { hints, tries, style, not_human_reminder } = study;
  return [
    { key: 'study.hints', value: hints.value.join(', '), origin: originOf(hints) },
    { key: 'study.tries', value: tries.value, origin: originOf(tries) },
    { key: 'study.style', value: style.value, origin: originOf(style) },
    { key: 'study.not_human_reminder', value: not_human_reminder.value, origin: originOf(not_human_reminder) },
    { key: 'age_band', value: age.band, origin: age.because.join(', ') },
  ];
}

function originOf({ origin: { layer, position } }: Statement<unknown>): string {
  return position === null ? layer : `${position.file}:${position.line}`;
}
