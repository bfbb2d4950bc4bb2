import { clauses } from '@parlance/charter';
import { type Screen } from '@parlance/disclosure';
import { compose, detectLanguage, type Layer, supportedLanguage } from '@parlance/pack';
import { type ChatMessage, type ChatRequest, type SafetyObject } from '@parlance/wire';
import { crisisIn, resourcesFor, safetyAddition, safetyObjects } from '../country/crisis.ts';
import { type Country, type Words } from '../country/country.ts';
import { type Upstream } from '../upstream/upstream.ts';
import { ground, type Grounding } from './ground.ts';
import { type Found } from './look-up.ts';

/** What a turn knows before the upstream is asked. */
export interface Localized {
  readonly language: string;
  readonly sector: string;
  readonly words: Words;
  readonly screen: Screen;
  readonly grounding: Grounding;
  readonly layers: readonly Layer[];
  /** Verified resources, when the person is in distress or danger; else empty. */
  readonly safety: readonly SafetyObject[];
}

export interface LocalizeOptions {
  readonly country: Country;
  readonly upstream: Pick<Upstream, 'kind'>;
  readonly sector: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly charterVersion: string;
  /** What was looked up and put in order already. */
  readonly found?: Found | null;
}

/** Resolves language, sector and values, looks the question up and composes the layers. Pure. */
export function localize(request: ChatRequest, options: LocalizeOptions): Localized {
  const { country, sector, today } = options;
  const { pack } = country;
  const { asked, question, language } = askedOf(request, country);
  const words = country.words(language);
  const grounding = ground(country, question, {
    language,
    sector,
    found: options.found ?? null,
    ...(options.upstream.kind === 'openai' ? forModels : forAnswerer),
  });
  const resolved = country.values(sector, language);
  const layers = compose({ clauses, pack, resolved, question, passages: grounding.quoted });
  const crisis = crisisIn(asked);
  const safety = crisis === null ? [] : safetyObjects(resourcesFor(pack, crisis), language);
  const screen = country.screen(sector, today);
  const urgent = safety.length === 0 ? [] : [safetyAddition(safety, words, options.charterVersion)];
  return {
    language,
    sector,
    words,
    screen: {
      ...screen,
      additions: [...urgent, ...screen.additions.filter(({ purpose }) => purpose !== 'ai-notice' || isModel(options.upstream))],
    },
    grounding,
    layers,
    safety,
  };
}

/** What a person asks, and in which language the answer is to be. */
export interface Asked {
  /** The whole of it. */
  readonly asked: string;
  /** As much of it as is looked up. */
  readonly question: string;
  readonly language: string;
}

export function askedOf(request: ChatRequest, country: Country): Asked {
  const asked = questionOf(request.messages);
  const question = asked.slice(0, longestQuestion);
  return { asked, question, language: languageOf(request, country, question) };
}

/** Language and subject show in the beginning of a text; a pasted book must not hold up everybody else. In UTF-16 units. */
const longestQuestion = 4000;

/** Nobody is told that a machine model speaks to them when none does. */
function isModel({ kind }: Pick<Upstream, 'kind'>): boolean {
  return kind !== 'cards';
}

/** A model can weigh several texts; the answerer shows the best card and one passage. */
const forModels = { cards: 3, passages: 2, isSelective: false };
const forAnswerer = { cards: 1, passages: 1, isSelective: true };

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

/** What the caller says of the reader wins; else the question's own language; else the country's. */
function languageOf(request: ChatRequest, country: Country, question: string): string {
  const { languages } = country.pack;
  const named = request.parlance?.language === undefined ? null : supportedLanguage(languages, request.parlance.language);
  return named ?? detectLanguage(question, { languages, fallback: languages[0] ?? 'en', vocabulary: country.vocabulary }).language;
}
