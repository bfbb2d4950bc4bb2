import { clauses, type CrisisKind } from '@parlance/charter';
import { type Screen } from '@parlance/disclosure';
import {
  type AgeSaid,
  type Choices,
  compose,
  type Layer,
  type Pack,
  type ReadersLanguage,
  readersLanguage,
  type Resolved,
  type SafetyResource,
  spokenLanguages,
} from '@parlance/pack';
import { type ChatMessage, type ChatRequest, type HandoverObject, type LocalizationObject, type SafetyObject } from '@parlance/wire';
import { asksForLastThings } from '../country/bare-cries.ts';
import { isListenedTo, listeningFor, resourcesFor, safetyAddition, safetyObjects, unheardFor } from '../country/crisis.ts';
import { type Country, type Words } from '../country/country.ts';
import { handoverFor } from '../country/handover.ts';
import { wantsPerson, withoutWish } from '../country/person-wanted.ts';
import { sorrowIn } from '../country/sorrow-signs.ts';
import { type Upstream } from '../upstream/upstream.ts';
import { ageNotice } from './age-notice.ts';
import { breadthFor, everySecondCounts } from './breadth.ts';
import { ground, type Grounding } from './ground.ts';
import { heardCrisis, type HeardCrisis, isAboutBefore } from './heard-crisis.ts';
import { localizationObject } from './localization-object.ts';
import { type Found } from './look-up.ts';
import { lookedUp, mostEarlier } from './looked-up.ts';
import { type StudyStep } from './study-step.ts';

/** What a turn knows before the upstream is asked. */
export interface Localized {
  readonly language: string;
  readonly localization: LocalizationObject;
  readonly sector: string;
  readonly words: Words;
  readonly screen: Screen;
  readonly grounding: Grounding;
  readonly layers: readonly Layer[];
  /** Verified resources, when the person is in distress or danger, or alone and sad; else empty. */
  readonly safety: readonly SafetyObject[];
  /** The resources are for somebody who is alone and sad, and in no danger. */
  readonly isSorrow: boolean;
  /** How people are reached, where the person asks for one or the pack does not know; null: neither, or seconds count. */
  readonly handover: HandoverObject | null;
}

/** What a surface knows of the reader beside the request. */
export interface ReaderHints {
  /** Language of the page on which they write, BCP 47. */
  readonly page?: string;
  /** The header `Accept-Language`. */
  readonly accepted?: string | undefined;
}

/** What the key of a request says of the reader's age: its own band, and that of the sector that it is for. */
export type KeyAge = Pick<AgeSaid, 'key' | 'keySector'>;

export interface LocalizeOptions {
  readonly country: Country;
  readonly upstream: Pick<Upstream, 'kind'>;
  readonly sector: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly charterVersion: string;
  /** Absent: nothing that depends on the hour is told. */
  readonly now?: Date | undefined;
  /** What was looked up and put in order already. */
  readonly found?: Found | null;
  readonly hints?: ReaderHints | undefined;
  readonly keyAge?: KeyAge | undefined;
  /** Null or absent: nobody learns. */
  readonly study?: StudyStep | null | undefined;
}

/** Resolves language, sector and values, looks the question up and composes the layers. Pure. */
export function localize(request: ChatRequest, options: LocalizeOptions): Localized {
  const { country, sector, today } = options;
  const { pack } = country;
  const { hints, keyAge } = options;
  const { asked, question, earlier, subject, reader, resolved } = askedOf({ request, country, sector, hints, keyAge });
  const isYoung = resolved.age.band !== 'any-age';
  const modelAsked = isModel(options.upstream);
  const language = resolved.defaults.language.value;
  const words = country.words(language);
  const heard = heardCrisis({ asked, earlier, isYoung });
  const isLearning = (options.study ?? null) !== null;
  const isOnlyAfter = isAboutBefore(country, { heard, question, subject, language, isLearning });
  const told = heard.now ?? (isOnlyAfter ? heard.before : null);
  const study = taught(options, told);
  const grounding = ground(country, subject, {
    asked: question,
    language,
    sector,
    found: options.found ?? null,
    study,
    ...breadthFor({ asked, heard, isAboutBefore: isOnlyAfter, isModel: options.upstream.kind === 'openai' }),
  });
  const crisis = told ?? stillIn(heard, grounding, question);
  const layers = compose({ clauses, pack, resolved, question, passages: grounding.quoted, study });
  const isUnheard = isInUnheardLanguage(reader) && isUnknown(grounding, modelAsked);
  const need = needOf({ asked, crisis, isUnheard });
  const safety = safetyObjects(helpersFor(need, { pack, crisis, before: heard.before, isYoung }), language);
  const screen = country.screen(sector, today, isYoung ? 'under-18' : 'all');
  const isSorrow = safety.length > 0 && need === 'sorrow';
  const urgent = safety.length === 0 ? [] : [safetyAddition(safety, words, { charterVersion: options.charterVersion, isSorrow })];
  const young = isYoung ? [ageNotice(resolved.age, words, { isModel: modelAsked, charterVersion: options.charterVersion })] : [];
  return {
    language,
    localization: localizationObject(resolved, { pack, unspoken: reader.unspoken, isModel: options.upstream.kind === 'openai' }),
    sector,
    words,
    screen: {
      ...screen,
      additions: [...urgent, ...young, ...screen.additions.filter(({ purpose }) => purpose !== 'ai-notice' || modelAsked)],
    },
    grounding,
    layers,
    safety,
    isSorrow,
    handover: handedOver(options, { asked, crisis, isNow: heard.now !== null, grounding, language, isYoung }),
  };
}

interface AskedPerson {
  readonly asked: string;
  readonly crisis: CrisisKind | null;
  /** It is in what they say now. */
  readonly isNow: boolean;
  readonly grounding: Grounding;
  readonly language: string;
  readonly isYoung: boolean;
}

/** Help comes first: where somebody may die within minutes there is a number to call, and nothing beside it. */
function handedOver({ country, upstream, now }: LocalizeOptions, person: AskedPerson): HandoverObject | null {
  const { asked, crisis, isNow, grounding, language, isYoung } = person;
  if (now === undefined || (crisis !== null && isNow && everySecondCounts[crisis])) return null;
  const because = wantsPerson(asked)
    ? 'asked'
    : crisis === null && sorrowIn(asked) !== 'alone' && isUnknown(grounding, isModel(upstream))
      ? 'unknown'
      : null;
  if (because === null) return null;
  const office = grounding.cards[0]?.card.office ?? grounding.nearestOffice;
  return handoverFor(country.pack, { because, office, language, isYoung, now });
}

/** A model may know what the pack does not; of it nobody can tell. Then an office is named only where the question is near to what it does. */
function isUnknown({ courtesy, cards, choices, passages, studied, nearestOffice }: Grounding, modelAsked: boolean): boolean {
  // A greeting is understood, and asks nothing that could be unknown.
  if (courtesy !== null) return false;
  return cards.length + choices.length === 0 && passages.length === 0 && studied === null && (!modelAsked || nearestOffice !== null);
}

/** Neither the pack nor whoever listens for a cry knows it. */
function isInUnheardLanguage({ unspoken }: ReadersLanguage): boolean {
  return unspoken !== null && !isListenedTo(unspoken);
}

/**
 * After a cry for help, who asks for a thing by its name has gone on to it, and who learns is working: the numbers stand in the conversation already, and nobody is held in their worst
 * moment. Whatever else is asked may still be about that, and brings them again; and so does what people put in order who mean to die.
 */
function stillIn({ before }: HeardCrisis, { isCalled, studied }: Grounding, question: string): CrisisKind | null {
  const hasGoneOn = isCalled && !(before === 'self-harm' && asksForLastThings(question));
  return hasGoneOn || studied !== null ? null : before;
}

/** Danger or distress; a language in which neither can be heard; sadness of somebody who is alone; nothing of these. */
type Need = 'crisis' | 'unheard' | 'sorrow' | null;

function needOf({ asked, crisis, isUnheard }: { asked: string; crisis: CrisisKind | null; isUnheard: boolean }): Need {
  if (crisis !== null) return 'crisis';
  if (isUnheard) return 'unheard';
  return sorrowIn(asked) === 'alone' ? 'sorrow' : null;
}

interface InNeed {
  readonly pack: Pack;
  readonly crisis: CrisisKind | null;
  /** What they said earlier. */
  readonly before: CrisisKind | null;
  readonly isYoung: boolean;
}

/** Who helps somebody in danger or distress, or who may be, and who listens to somebody who is alone and sad. */
function helpersFor(need: Need, { pack, crisis, before, isYoung }: InNeed): readonly SafetyResource[] {
  if (need === 'unheard') return unheardFor(pack, isYoung);
  if (need === 'sorrow') return listeningFor(pack, isYoung);
  if (crisis === null) return [];
  return resourcesFor(pack, before === null ? [crisis] : [crisis, before], isYoung);
}

/** Whoever is in danger or distress is helped, not taught. */
function taught({ study = null }: LocalizeOptions, crisis: CrisisKind | null): StudyStep | null {
  return crisis === null ? study : null;
}

/** What a person asks, and in which language and manner the answer is to be. */
export interface Asked {
  /** The whole of it. */
  readonly asked: string;
  /** As much of it as is read, without a wish to speak to a person. */
  readonly question: string;
  /** What the person said before, the first first, as far back as it may bear on the question. */
  readonly earlier: readonly string[];
  /** What is looked up. */
  readonly subject: string;
  readonly reader: ReadersLanguage;
  readonly resolved: Resolved;
}

export interface Asking {
  readonly request: ChatRequest;
  readonly country: Country;
  readonly sector: string;
  readonly hints?: ReaderHints | undefined;
  readonly keyAge?: KeyAge | undefined;
}

export function askedOf({ request, country, sector, hints, keyAge }: Asking): Asked {
  const asked = questionOf(request.messages);
  const text = lastWords(request.messages);
  const reader = readersLanguage({ ...hints, requested: request.parlance?.language, text }, spokenLanguages(country.pack));
  const question = withoutWish(asked.slice(0, longestQuestion)).trim();
  const resolved = country.values(sector, reader, { choices: choicesOf(request), age: ageSaid(request, keyAge) });
  const earlier = earlierQuestions(request.messages);
  const subject = lookedUp(country, {
    question,
    earlier: earlier.map((text) => text.slice(0, longestQuestion)),
    language: resolved.defaults.language.value,
  });
  return { asked, question, earlier, subject, reader, resolved };
}

/** Undefined where nothing is said of an age, as for most. */
export function ageSaid({ parlance }: ChatRequest, keyAge: KeyAge | undefined): AgeSaid | undefined {
  const request = parlance?.age_band;
  return keyAge === undefined && request === undefined ? undefined : { ...keyAge, request };
}

/** Language and subject show in the beginning of a text; a pasted book must not hold up everybody else. In UTF-16 units. */
const longestQuestion = 4000;

/** Nobody is told that a machine model speaks to them when none does. */
function isModel({ kind }: Pick<Upstream, 'kind'>): boolean {
  return kind !== 'cards';
}

function earlierQuestions(messages: readonly ChatMessage[]): readonly string[] {
  return messages
    .filter(({ role }) => role === 'user')
    .slice(0, -1)
    .slice(-mostEarlier)
    .map(textOf);
}

/** A sign or a sum has no language: then it is the one of what they said before. */
function lastWords(messages: readonly ChatMessage[]): string {
  const said = messages.filter(({ role }) => role === 'user').map(textOf);
  return said.findLast((text) => /\p{L}{2}/u.test(text)) ?? said.at(-1) ?? '';
}

/** The last thing that the person said. */
function questionOf(messages: readonly ChatMessage[]): string {
  const last = messages.findLast(({ role }) => role === 'user');
  return last === undefined ? '' : textOf(last);
}

export function textOf(message: ChatMessage): string {
  const { content } = message;
  if (typeof content === 'string') return content;
  return (content ?? []).flatMap((part) => ('text' in part && typeof part.text === 'string' ? [part.text] : [])).join('\n');
}

/** What the person chose beside the language; undefined where they chose nothing, as most do. */
function choicesOf({ parlance }: ChatRequest): Choices | undefined {
  if (parlance === undefined) return undefined;
  const { script, register, address, reading_level } = parlance;
  const hasNone = script === undefined && register === undefined && address === undefined && reading_level === undefined;
  return hasNone ? undefined : { script, register, address, reading_level };
}
