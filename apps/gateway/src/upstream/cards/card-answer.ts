import { fallbackLanguages } from '@parlance/charter';
import { inLanguage } from '@parlance/disclosure';
import { type Contact, type Fact, type FactKind, type ServiceCard } from '@parlance/pack';
import { directionOf } from '@parlance/web';
import { type ChannelObject, type HandoverObject, type SourceObject } from '@parlance/wire';
import { type Country, type Words } from '../../country/country.ts';
import { type GroundedCard, type GroundedItem, type GroundedPassage, type Grounding } from '../../turn/ground.ts';
import { type UpstreamRequest } from '../upstream.ts';
import { missingKind, sectionsFor } from './asked-sections.ts';

/**
 * The answer of the embedded answerer, in Markdown: service cards filled in, with what was asked for first, passages quoted, each fact with its source. What the pack does not know it does
 * not say; it names the office that does, unless the person is in distress and has been given help. It always says that no language model wrote it.
 */
export function cardAnswer(
  country: Country,
  grounding: Grounding,
  reader: CardReader = { unspoken: null, isUrgent: false, handover: null },
): string {
  const words = country.words(grounding.language);
  const { cards, choices, passages, studied } = grounding;
  const known = cards.length > 0 || choices.length > 0 || passages.length > 0 || studied !== null;
  const parts = isAnsweredInKind(grounding, reader)
    ? courtesyBlocks(wordsFor(country, grounding.language, reader.unspoken), grounding)
    : known
      ? [
          ...(studied === null ? [] : studyBlocks(words, studied)),
          ...cards.flatMap((grounded) => cardBlocks(country, words, { grounded, facet: grounding.facet })),
          ...choiceBlock(words, choices),
          ...passages.flatMap((grounded) => passageBlocks(words, grounded)),
        ]
      : unanswered(country, grounding, reader);
  const missing = reader.unspoken === null ? [] : [missingLanguage(country, words.language, reader.unspoken)];
  const people = reader.handover?.because === 'asked' ? peopleBlocks(words, reader.handover) : [];
  const condolence = grounding.isBereaved ? [words.format('answer.condolence')] : [];
  return [...missing, ...condolence, ...people, ...parts, words.format('answer.not-a-model'), sourceBlock(words, grounding.sources)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Of the person: the language in which they wrote, if the pack does not speak it, whether they have been given help already, and how people are reached if they want one. */
export type CardReader = Pick<UpstreamRequest, 'unspoken' | 'isUrgent' | 'handover'>;

/** Where all cards of the pack are listed, on the server that answers. */
const servicesPage = '/services';

/** A greeting is greeted back, unless help comes first or a person is asked for. */
function isAnsweredInKind({ courtesy }: Grounding, { isUrgent, handover }: CardReader): boolean {
  return courtesy !== null && !isUrgent && handover?.because !== 'asked';
}

/** Who greets is told what speaks to them, and what can be asked here; a learner is asked what the item asks. */
function courtesyBlocks(words: Words, { courtesy, studied }: Grounding): readonly string[] {
  if (courtesy === 'thanks') return [words.format('answer.thanks')];
  const greeting = words.format('answer.greeting');
  return studied === null ? [`${greeting} ${words.format('answer.ask-here')}`] : [greeting, ...studyBlocks(words, studied)];
}

/** A question that cannot be looked up is not one to which nothing was found. */
function unanswered(country: Country, { language, nearestOffice }: Grounding, reader: CardReader): readonly string[] {
  const { unspoken, isUrgent, handover } = reader;
  if (handover?.because === 'asked') return [];
  if (unspoken === null) return isUrgent ? [] : [unknownBlock(country, country.words(language), nearestOffice)];
  return [wordsFor(country, language, unspoken).format('answer.not-looked-up', { url: servicesPage })];
}

/** In the person's language if the charter has words in it, else in that of the answer. */
function wordsFor(country: Country, language: string, unspoken: string | null): Words {
  return country.words(fallbackLanguages.find((each) => each === unspoken) ?? language);
}

/** Says that there are no texts in the person's language. */
function missingLanguage(country: Country, language: string, unspoken: string): string {
  const words = wordsFor(country, language, unspoken);
  const name = new Intl.DisplayNames([words.language], { type: 'language' }).of(language) ?? '';
  return words.format('answer.language-missing', { language: name });
}

interface AskedCard {
  readonly grounded: GroundedCard;
  readonly facet: Grounding['facet'];
}

function cardBlocks(country: Country, words: Words, { grounded, facet }: AskedCard): readonly string[] {
  const { card } = grounded;
  const title = inLanguage(card.title, words.language).text;
  const office = country.pack.contacts.get(card.office);
  const officeLine = office === undefined ? [] : [`**${words.format('card.office')}:** ${contactText(office, words.language)}`];
  return [
    `## ${title}`,
    ...missingFact(words, { grounded, facet }, { title, office }),
    ...officeLine,
    ...sectionsFor(grounded, facet, words.language).flatMap((kind) => sectionBlock(words, grounded, kind)),
  ];
}

/** Said before anything else: whoever reads a long card looks in vain for what is not there. */
function missingFact(
  words: Words,
  { grounded, facet }: AskedCard,
  { title, office }: { readonly title: string; readonly office: Contact | undefined },
): readonly string[] {
  const kind = missingKind(grounded, facet, words.language);
  if (kind === null || office === undefined) return [];
  const type = words.format(`card.${kind}`);
  return [words.format('answer.fact-missing', { title, type, office: contactText(office, words.language) })];
}

function choiceBlock(words: Words, choices: readonly ServiceCard[]): readonly string[] {
  if (choices.length === 0) return [];
  const titles = choices.map(({ title }) => `- ${inLanguage(title, words.language).text}`);
  return [[words.format('answer.did-you-mean'), '', ...titles].join('\n')];
}

function sectionBlock(words: Words, grounded: GroundedCard, kind: FactKind): readonly string[] {
  const lines = grounded.card.facts
    .filter((fact) => fact.kind === kind)
    .map((fact, index) => `${kind === 'step' ? `${index + 1}.` : '-'} ${factText(fact, words.language)}${citation(grounded, fact)}`);
  return lines.length === 0 ? [] : [[`**${words.format(`card.${kind}`)}**`, '', ...lines].join('\n')];
}

function factText(fact: Fact, language: string): string {
  const place = fact.at === null ? '' : ` (${isolated(fact.at, language)})`;
  const target = fact.url ?? (fact.number === null ? null : isolated(fact.number, language));
  return `${inLanguage(fact.text, language).text}${target === null ? '' : ` ${target}`}${place}`;
}

/**
 * In text that runs from right to left the parts of a reference or of a telephone number would change places; an isolate keeps them together (UAX #9, FSI and PDI). Other text
 * needs none, and those who copy it get no invisible characters.
 */
function isolated(text: string, language: string): string {
  return directionOf(language) === 'rtl' ? `\u2068${text}\u2069` : text;
}

function citation(grounded: GroundedCard, fact: Fact): string {
  const id = grounded.sourceIds.get(fact.source);
  return id === undefined ? '' : ` [${id}]`;
}

function contactText(contact: Contact, language: string): string {
  const phone = contact.phone === null ? null : isolated(contact.phone, language);
  return [inLanguage(contact.name, language).text, phone, contact.email, contact.url].filter((part) => part !== null).join(', ');
}

/** Whoever asks for a person reads first where there is one, also where the text is all that is shown. */
function peopleBlocks(words: Words, { offices, helplines }: HandoverObject): readonly string[] {
  const lines = offices.map(({ name, phone, url, channels }) => {
    const ways = channels.length > 0 ? channels.map((channel) => reachText(channel, words.language)) : [phone, url];
    return `**${words.format('card.office')}:** ${[name, ...ways].filter((part) => part !== null).join(', ')}`;
  });
  return [...lines, ...helplines.map(({ name, number }) => `**${name}:** ${isolated(number, words.language)}`)];
}

function reachText({ kind, reach }: ChannelObject, language: string): string {
  return kind === 'phone' ? isolated(reach, language) : reach;
}

function passageBlocks(words: Words, { passage, sourceId }: GroundedPassage): readonly string[] {
  const quoted = passage.text.trim();
  return [`**${words.format('quote.intro', { title: passage.title })}** [${sourceId}]`, quoted];
}

/** The item word for word, and a question back that fits the rung. Nothing is said of the task itself: nobody here understands it. */
function studyBlocks(words: Words, { step, sourceId }: GroundedItem): readonly string[] {
  const { curriculum, item, rung, asksBack, isItemTold } = step;
  if (isItemTold) return [`${asksBack[rung]} [${sourceId}]`];
  const title = item.code === null ? curriculum.title : `${curriculum.title}: ${item.code}`;
  return [`**${words.format('quote.intro', { title })}** [${sourceId}]`, item.statement, asksBack[rung]];
}

function sourceBlock(words: Words, sources: readonly SourceObject[]): string {
  return sources
    .map(({ id, title, retrieved, url }) => `- [${id}] ${words.format('card.source', { title, date: retrieved })} ${url}`)
    .join('\n');
}

function unknownBlock(country: Country, words: Words, nearestOffice: string | null): string {
  const contact =
    country.pack.contacts.get(nearestOffice ?? country.pack.generalContact) ?? country.pack.contacts.get(country.pack.generalContact);
  const name = contact === undefined ? country.pack.id : inLanguage(contact.name, words.language).text;
  return words.format('answer.unknown', { office: name, phone: contact?.phone ?? '', url: contact?.url ?? '' });
}
