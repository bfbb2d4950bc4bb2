import { inLanguage } from '@parlance/disclosure';
import { askedFacet, type AskedFacet, known, type Passage, type QuotedSource, type SearchHit, type ServiceCard } from '@parlance/pack';
import { type SourceObject } from '@parlance/wire';
import { courtesyIn } from '../country/courtesy.ts';
import { type Courtesy } from '../country/courtesy-words.ts';
import { type Country } from '../country/country.ts';
import { sorrowIn } from '../country/sorrow-signs.ts';
import { calledCards, cardsToWeigh, cardToAskAbout, cardToShow, type Chosen, isNamed } from './choose-cards.ts';
import { type Found, lookUp } from './look-up.ts';
import { type StudyStep } from './study-step.ts';

/** What the pack knows about a question. Sources are numbered `s1`, `s2` ... in the order of `quoted`. */
export interface Grounding {
  readonly question: string;
  readonly language: string;
  readonly cards: readonly GroundedCard[];
  /** Cards among which the reader is to choose; then there are none in `cards`. */
  readonly choices: readonly ServiceCard[];
  /** The question calls a card by its name. */
  readonly isCalled: boolean;
  /** Which side of the thing is asked for, or null. */
  readonly facet: AskedFacet | null;
  /** The person has lost somebody. */
  readonly isBereaved: boolean;
  /** The person asks nothing: they only greet or thank. Else null. */
  readonly courtesy: Courtesy | null;
  readonly passages: readonly GroundedPassage[];
  /** Item of a curriculum that the reader works on; null where nobody learns. */
  readonly studied: GroundedItem | null;
  readonly sources: readonly SourceObject[];
  /** The same sources as text for a prompt. */
  readonly quoted: readonly QuotedSource[];
  /** Contact of the card that the question names when nothing is known, or null. */
  readonly nearestOffice: string | null;
}

export interface GroundedCard {
  readonly card: ServiceCard;
  /** Key of a source of the card -> id of the source in this answer. */
  readonly sourceIds: ReadonlyMap<string, string>;
}

export interface GroundedPassage {
  readonly passage: Passage;
  readonly sourceId: string;
}

export interface GroundedItem {
  readonly step: StudyStep;
  readonly sourceId: string;
}

export interface GroundOptions {
  readonly language: string;
  readonly sector: string;
  readonly cards: number;
  readonly passages: number;
  /** Show a reader one thing that fits, instead of giving a model several to weigh. */
  readonly isSelective: boolean;
  /** Only a card that is called as the question says, and only where one of its sides is asked for: the reader is in danger, and help comes first. */
  readonly isReserved?: boolean;
  /** Whatever is not called as the question says is asked about, and not told: the reader was in danger a moment ago, and what shares a word with the question may be about another thing. */
  readonly isCareful?: boolean;
  /** What the person wrote, where something else is looked up. */
  readonly asked?: string;
  /** What was found already, in its order; null: it is looked up. */
  readonly found: Found | null;
  /** Null or absent: nobody learns. */
  readonly study?: StudyStep | null;
}

/** Below this share of `known`, a card does not even tell which office might know. */
const nearest = 0.6;

const nothing: Found = { cards: [], passages: [] };

/** Somebody who learns sends sums, and the numbers of a card are no reason to show it. */
export function hasNoWords(text: string): boolean {
  return !/\p{L}{2}/u.test(text);
}

/** Looks a question up in the pack's own index. Nothing found here has authority: it is data to quote and cite. */
export function ground(country: Country, question: string, options: GroundOptions): Grounding {
  const { language } = options;
  const courtesy = courtesyIn(options.asked ?? question);
  // Who thanks has been helped, and is asked nothing back.
  const study = courtesy === 'thanks' && options.isSelective ? null : (options.study ?? null);
  const found = findsNothing(question, { ...options, study, courtesy }) ? nothing : (options.found ?? lookUp(country, question, language));
  const facet = askedFacet(options.asked ?? question, language);
  const hits = found.cards.filter(({ id }) => isInSector(country, options.sector, id));
  const chosen = choose(hits, found, { ...options, facet });
  const cards = cardsOf(country, chosen.cards.slice(0, options.cards));
  // A passage is worth showing beside a card only when it fits the question better.
  const bar = options.isSelective ? Math.max(known, ...hits.map(({ confidence }) => confidence)) : known;
  const passages = found.passages
    .filter(({ confidence }) => confidence >= bar)
    .slice(0, options.passages)
    .flatMap((hit) => country.pack.knowledge.filter(({ id, language: written }) => id === hit.id && written === hit.language));
  return {
    question,
    language,
    isCalled: calledCards(hits).length > 0,
    facet,
    isBereaved: sorrowIn(options.asked ?? question) === 'bereaved',
    courtesy,
    choices: cardsOf(country, chosen.choices),
    nearestOffice: officeOf(country, hits),
    ...numbered({ cards, passages, study, language }),
  };
}

type Finding = Pick<GroundOptions, 'isSelective' | 'study'> & Pick<Grounding, 'courtesy'>;

/** A sum of somebody who learns is no question to the cards, and neither is a greeting; a model may weigh what there is. */
function findsNothing(question: string, { study, courtesy, isSelective }: Finding): boolean {
  return (study !== null && hasNoWords(question)) || (courtesy !== null && isSelective);
}

type Choosing = Pick<GroundOptions, 'cards' | 'isSelective' | 'isReserved' | 'isCareful'> & Pick<Grounding, 'facet'>;

function choose(hits: readonly SearchHit[], { left }: Found, { cards, isSelective, isReserved, isCareful, facet }: Choosing): Chosen {
  const asked = isReserved === true ? hits.filter((hit) => facet !== null && isNamed(hit)) : hits;
  // What meaning put in order has no scores that could be compared.
  if (isSelective && cards > 0 && left === undefined) return isCareful === true ? cardToAskAbout(asked) : cardToShow(asked);
  return { cards: cardsToWeigh(asked), choices: [] };
}

function cardsOf({ pack }: Country, hits: readonly SearchHit[]): readonly ServiceCard[] {
  return hits.flatMap(({ id }) => pack.services.filter((card) => card.id === id));
}

/** A card that only shares a word with the question tells nothing of who may know. */
function officeOf(country: Country, [first]: readonly SearchHit[]): string | null {
  if (first === undefined || first.confidence < known * nearest || !isNamed(first)) return null;
  return cardsOf(country, [first])[0]?.office ?? null;
}

export function isInSector(country: Country, sector: string, card: string): boolean {
  const services = country.pack.sectors.get(sector)?.services ?? 'all';
  return services === 'all' || services.includes(card);
}

interface Numbered {
  readonly cards: readonly ServiceCard[];
  readonly passages: readonly Passage[];
  readonly study: StudyStep | null;
  readonly language: string;
}

/** What is learnt comes first: it is there in every answer, and its number stays the same. */
function numbered({
  cards,
  passages,
  study,
  language,
}: Numbered): Pick<Grounding, 'cards' | 'passages' | 'studied' | 'sources' | 'quoted'> {
  const sources: SourceObject[] = [];
  const quoted: QuotedSource[] = [];
  const cite = (source: Omit<SourceObject, 'id'>, text: string): string => {
    const id = `s${sources.length + 1}`;
    sources.push({ id, ...source });
    quoted.push({ title: source.title, publisher: source.publisher, source: source.url, date: source.retrieved, text });
    return id;
  };
  const studied = study === null ? null : { step: study, sourceId: cite(sourceOf(study), study.item.statement) };
  const groundedCards = cards.map((card) => ({
    card,
    sourceIds: new Map(
      [...card.sources].flatMap(([key, source]) => {
        const facts = card.facts.filter((fact) => fact.source === key);
        if (facts.length === 0) return [];
        const text = [inLanguage(card.title, language).text, ...facts.map((fact) => inLanguage(fact.text, language).text)].join('\n');
        const { title, publisher, url, language: written, read } = source;
        return [[key, cite({ title, publisher, url, licence: null, language: written, retrieved: read }, text)] as const];
      }),
    ),
  }));
  const groundedPassages = passages.map((passage) => {
    const { title, publisher, source, licence, language: written, date, text } = passage;
    return { passage, sourceId: cite({ title, publisher, url: source, licence, language: written, retrieved: date }, text) };
  });
  return { cards: groundedCards, passages: groundedPassages, studied, sources, quoted };
}

function sourceOf({ curriculum, item }: StudyStep): Omit<SourceObject, 'id'> {
  const { title, publisher, creator, language, source } = curriculum;
  const named = item.code === null ? title : `${title}: ${item.code}`;
  return { title: named, publisher: publisher ?? creator, url: source.url, licence: null, language, retrieved: source.read };
}
