import { type FactKind, type Facet } from '@parlance/pack';
import { type GroundedCard, type Grounding } from '../../turn/ground.ts';

/** Order of the facts of a card: may I, what does it cost, by when, how, with which form, whom to call. */
const sections: readonly FactKind[] = ['who', 'fee', 'deadline', 'step', 'form', 'phone', 'note'];

const answering: Readonly<Record<Facet, readonly FactKind[]>> = {
  fee: ['fee'],
  deadline: ['deadline'],
  step: ['step', 'form'],
  form: ['form', 'step'],
  phone: ['phone'],
  // The line of the office stands before all sections.
  office: [],
};

/** A sum or a time, in any language of the packs: a fact of another kind may answer `how much` and `how long` as well. */
const elsewhere: Readonly<Partial<Record<Facet, RegExp>>> = {
  fee: /€|\d\s*(?:eur|евро|dirham|dh\b|mad\b|درهم)|%/iu,
  deadline:
    /\d\S*\s*(?:work|calendar\s)?\s*(?:day|week|month|year|hour|päev|tööpäev|kalendripäev|nädal|kuu|aasta|tund|tunni|дн|день|рабоч|недел|месяц|год|лет|час|tag|woche|monat|jahr|stunde|jour|semaine|mois|ans?\b|heure|يوم|أيام|أسبوع|شهر|أشهر|سنة)/iu,
};

/** That nothing is to be paid. */
const free = /free of charge|tasuta|бесплатн|kostenlos|gebührenfrei|gratuit|مجان/iu;

/** The kinds of facts in the order in which they are told: what was asked for first, and where the card has no fact of that kind, those that tell a sum or a time. */
export function sectionsFor({ card }: Pick<GroundedCard, 'card'>, facet: Grounding['facet'], language: string): readonly FactKind[] {
  if (facet === null) return sections;
  const asked = answering[facet.facet];
  const isThere = asked.length === 0 || card.facts.some(({ kind }) => asked.includes(kind));
  const telling = sections.filter((kind) => card.facts.some((fact) => fact.kind === kind && tells(facet, fact.text[language] ?? '')));
  return [...new Set([...asked, ...(isThere ? [] : telling), ...sections])];
}

/** Whether a text has a sum or a time, where that may be meant. */
function tells({ facet, isSure }: NonNullable<Grounding['facet']>, text: string): boolean {
  return (facet === 'fee' && free.test(text)) || (!(facet === 'fee' && isSure) && elsewhere[facet]?.test(text) === true);
}

/**
 * The kind of fact that was asked for and that the card does not have; null: it has it, or nobody can tell. Who asks what something costs wants a fee and no other sum; who asks `how
 * much` or `when` may mean what stands in another fact.
 */
export function missingKind({ card }: GroundedCard, facet: Grounding['facet'], language: string): 'fee' | 'deadline' | 'form' | null {
  if (facet === null || facet.facet === 'step' || facet.facet === 'office' || facet.facet === 'phone') return null;
  const kind = facet.facet;
  if (card.facts.some((fact) => fact.kind === kind)) return null;
  return card.facts.some(({ text }) => tells(facet, text[language] ?? '')) ? null : kind;
}
