import { inLanguage } from '@parlance/disclosure';
import { type Contact, type Fact, type FactKind, type ServiceCard } from '@parlance/pack';
import { type ServiceContext, type ServiceFact, servicePage, type ServiceSection, servicesPage, type WordedText } from '@parlance/web';
import { type FastifyReply } from 'fastify';
import { type Gateway } from '../gateway.ts';
import { isInSector } from '../turn/ground.ts';
import { pageContext } from './page-context.ts';
import { sendPage } from './send-page.ts';

/** `GET /services`. */
export function sendServices(gateway: Gateway, reply: FastifyReply, language: string): Promise<void> {
  return sendList(gateway, reply, { language, isUnknown: false });
}

export interface ServiceRequest {
  readonly id: string;
  readonly language: string;
  /** Language to show beside it, as asked for. */
  readonly beside: string;
}

/** `GET /services/<id>`. */
export function sendService(gateway: Gateway, reply: FastifyReply, { id, language, beside }: ServiceRequest): Promise<void> {
  const card = cardsOf(gateway).find((each) => each.id === id);
  if (card === undefined) return sendList(gateway, reply, { language, isUnknown: true });
  return sendPage(reply, servicePage(serviceContext(gateway, card, { language, beside })));
}

function sendList(gateway: Gateway, reply: FastifyReply, { language, isUnknown }: { language: string; isUnknown: boolean }): Promise<void> {
  const collator = new Intl.Collator(language);
  const services = cardsOf(gateway)
    .map(({ id, title }) => ({ id, title: inLanguage(title, language).text }))
    .sort((left, right) => collator.compare(left.title, right.title));
  return sendPage(reply, servicesPage({ ...pageContext(gateway, language), services, isUnknown }), { status: isUnknown ? 404 : 200 });
}

/** Those of the sector in which the pages answer. */
function cardsOf({ country, pageKey }: Gateway): readonly ServiceCard[] {
  const sector = pageKey?.sector ?? country.defaultSector;
  return country.pack.services.filter(({ id }) => isInSector(country, sector, id));
}

/** Order of the facts of a card: may I, what does it cost, by when, how, with which form, whom to call. */
const sections: readonly FactKind[] = ['who', 'fee', 'deadline', 'step', 'form', 'phone', 'note'];

function serviceContext(gateway: Gateway, card: ServiceCard, asked: Omit<ServiceRequest, 'id'>): ServiceContext {
  const { country } = gateway;
  const page = pageContext(gateway, asked.language);
  const { languages } = country.pack;
  const first = languages.includes(asked.language) ? asked.language : (languages[0] ?? asked.language);
  const others = languages.filter((each) => each !== first);
  const beside = others.find((each) => each === asked.beside) ?? null;
  const shown = beside === null ? [first] : [first, beside];
  const word = (id: `card.${FactKind | 'office'}`): readonly WordedText[] =>
    shown.map((language) => ({ language, text: country.words(language).format(id) }));
  const office = country.pack.contacts.get(card.office);
  return {
    ...page,
    id: card.id,
    titles: textsOf(card.title, shown),
    officeHeadings: word('card.office'),
    office: office === undefined ? null : officeOf(office, shown),
    sections: sections.flatMap((kind) => sectionOf(card, kind, { headings: word(`card.${kind}`), shown })),
    beside,
    others: page.languages.filter(({ code }) => others.includes(code)),
    question: card.questions[first]?.[0] ?? '',
  };
}

interface Shown {
  readonly headings: readonly WordedText[];
  readonly shown: readonly string[];
}

function sectionOf(card: ServiceCard, kind: FactKind, { headings, shown }: Shown): readonly ServiceSection[] {
  const facts = card.facts.filter((fact) => fact.kind === kind).map((fact) => factOf(card, fact, shown));
  return facts.length === 0 ? [] : [{ kind, headings, facts }];
}

function factOf(card: ServiceCard, fact: Fact, shown: readonly string[]): ServiceFact {
  const { at, url, number } = fact;
  return { texts: textsOf(fact.text, shown), at, url, number, source: card.sources.get(fact.source) ?? null };
}

function officeOf({ id, name, phone, email, url }: Contact, shown: readonly string[]): ServiceContext['office'] {
  return { id, names: textsOf(name, shown), phone, email, url };
}

function textsOf(text: ServiceCard['title'], shown: readonly string[]): readonly WordedText[] {
  return shown.map((language) => {
    const found = inLanguage(text, language);
    return { language: found.lang, text: found.text };
  });
}
