import { inLanguage } from '@parlance/disclosure';
import { objectPage, type ObjectContext } from '@parlance/web';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway, today } from '../../gateway.ts';
import { type ChallengedRule, type RuleFinder } from '../../objections/challenged-rule.ts';
import { daysAfter, keptDays, ownDays } from '../../objections/days.ts';
import { longestText } from '../../objections/minimised-text.ts';
import { type ObjectTickets } from '../../objections/object-ticket.ts';
import { type VisitorLimit } from '../chat/visitor-limit.ts';
import { pageContext } from '../page-context.ts';
import { sendPage } from '../send-page.ts';
import { type ObjectForm, type ObjectPlace } from './object-form.ts';

/** What lives as long as the server. */
export interface ObjectTools {
  readonly tickets: ObjectTickets;
  readonly limit: VisitorLimit;
  readonly rules: RuleFinder;
  /** For packs that have to be read. */
  readonly farLimit: VisitorLimit;
  readonly random: () => Uint8Array;
}

/** Somebody in front of the form, who objects to a rule that is known. */
export interface ObjectVisit {
  readonly gateway: Gateway;
  readonly tools: ObjectTools;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly language: string;
  readonly place: ObjectPlace;
  readonly rule: ChallengedRule;
}

/** Why an objection was not stored. The ticket of a form that may be sent once more stays. */
export interface NotStored {
  readonly status: number;
  readonly message: string;
  readonly ticket?: string;
}

/** The rule as people of a language read it. */
export function lawOf({ law }: ChallengedRule): string | null {
  return law === null ? null : `${law.instrument}, ${law.article} (${law.jurisdiction})`;
}

export function dueDay(gateway: Gateway, { days }: ChallengedRule): string {
  return daysAfter(today(gateway), days ?? ownDays);
}

/**
 * Whether the log has issued this receipt, and it tells of this rule: a number that somebody else's answer has, or that was made up, would lead the office astray. Null: none was
 * named.
 */
export async function isAnswerKnown({ gateway, place, rule }: ObjectVisit): Promise<boolean | null> {
  if (place.answer === '') return null;
  const receipt = await gateway.log.receipt(place.answer);
  return receipt?.record.edits.some((edit) => edit.rule === `${rule.id}@${rule.version}`) ?? false;
}

/** The form, with what was written before. */
export async function sendObjectForm(visit: ObjectVisit, form: ObjectForm, notStored: NotStored | null): Promise<void> {
  const { gateway, tools, language, place, rule } = visit;
  const context: ObjectContext = {
    ...pageContext(gateway, language),
    place: { rule: place.rule, pack: place.pack, answer: place.answer },
    rule: factsOf(rule, language),
    isAnswerKnown: await isAnswerKnown(visit),
    due: dueDay(gateway, rule),
    isOwnTime: rule.days === null,
    keptDays: keptDays(gateway.country),
    longest: longestText,
    ticket: notStored?.ticket ?? tools.tickets.make(tools.random(), gateway.now()),
    reason: form.reason,
    draft: form.text,
    notStored: notStored?.message ?? null,
  };
  await sendPage(visit.reply, objectPage(context), { status: notStored?.status ?? 200 });
}

function factsOf(rule: ChallengedRule, language: string): ObjectContext['rule'] {
  const { kind, law, authority, rationale, office, redress, added, isExample } = rule;
  return {
    kind,
    name: `${rule.id}@${rule.version}`,
    law: law && { text: lawOf(rule) ?? '', url: law.url },
    authority: authority && inLanguage(authority, language),
    rationale: rationale && inLanguage(rationale, language),
    office: office && inLanguage(office, language),
    redress,
    added: added && inLanguage(added, language),
    isExample,
  };
}
