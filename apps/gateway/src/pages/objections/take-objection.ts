import { inLanguage } from '@parlance/disclosure';
import { today } from '../../gateway.ts';
import { keptDays } from '../../objections/days.ts';
import { type MinimisedText, longestText, minimisedObjection } from '../../objections/minimised-text.ts';
import { hashOfCode } from '../../objections/object-ticket.ts';
import { type NewObjection, type StoredObjection } from '../../store/objection-row.ts';
import { pageWords } from '../page-words.ts';
import { type ObjectForm } from './object-form.ts';
import { dueDay, isAnswerKnown, lawOf, type NotStored, type ObjectVisit, sendObjectForm } from './object-visit.ts';
import { isStoreAway } from './store-away.ts';
import { sendObjection } from './send-objection.ts';

/** Objections that may wait for a decision: a queue that nobody can work off is no redress, and a full disk stops answers too. */
const mostOpen = 10_000;

/** `POST /object`: stores the objection, masked, or shows the form again with what was written and why. */
export async function takeObjection(visit: ObjectVisit, form: ObjectForm): Promise<void> {
  const refused = refusal(visit, form);
  if (refused !== null) return sendObjectForm(visit, form, refused);
  try {
    await store(visit, form);
  } catch (error) {
    if (!isStoreAway(error)) throw error;
    const { notStored: message } = pageWords(visit.gateway.country.pack, visit.language).objections;
    visit.reply.header('retry-after', 120);
    // With the same ticket: what was stored all the same is not stored twice.
    await sendObjectForm(visit, form, { status: 503, message, ticket: form.ticket });
  }
}

async function store(visit: ObjectVisit, form: ObjectForm): Promise<void> {
  const { gateway, tools, language } = visit;
  const words = pageWords(gateway.country.pack, language).objections;
  const code = tools.tickets.codeOf(form.ticket);
  const codeHash = hashOfCode(code) ?? new Uint8Array();
  const isNew = (await gateway.store.objections.findByCode(codeHash)) === null;
  const wait = isNew ? await tools.limit.take(visit.request.ip) : null;
  if (wait !== null) {
    visit.reply.header('retry-after', Math.ceil(wait / 1000));
    const message = words.tooMany(`${Math.ceil(wait / 60_000)}`);
    return sendObjectForm(visit, form, { status: 429, message, ticket: form.ticket });
  }
  const minimised = minimisedObjection(form.text, gateway.country);
  const isKnown = await isAnswerKnown(visit);
  const objection = objectionOf(visit, form, { codeHash, minimised, answer: isKnown === true ? visit.place.answer : null });
  if ((await gateway.store.objections.add(objection, mostOpen)) === 'full') {
    visit.reply.header('retry-after', 3600);
    return sendObjectForm(visit, form, { status: 503, message: words.full });
  }
  const found = await gateway.store.objections.findByCode(codeHash);
  if (found !== null && !isSame(found, objection)) return sendObjectForm(visit, form, { status: 409, message: words.firstStands(code) });
  // What a repeated form says is not what was stored by the first, and neither is what it would have masked.
  const masked = isNew ? minimised.masked : [];
  await sendObjection(visit, code, { masked, isAnswerLeftOut: isNew && isKnown === false });
}

/** Whether what is stored is what was sent now. Where it cannot be read any more, nobody can tell. */
function isSame({ text, reason }: StoredObjection, sent: NewObjection): boolean {
  return reason === sent.reason && (text === null || text === sent.text);
}

/** What can be known without asking anybody. */
function refusal({ gateway, tools, language }: ObjectVisit, { ticket, text }: ObjectForm): NotStored | null {
  const words = pageWords(gateway.country.pack, language).objections;
  if (text.length > longestText) return { status: 413, message: words.tooLong(String(longestText)), ticket };
  const state = tools.tickets.stateOf(ticket, gateway.now());
  if (state === 'early') return { status: 429, message: words.tooSoon, ticket };
  return state === 'old' ? { status: 400, message: words.expired } : null;
}

interface Taken {
  readonly codeHash: Uint8Array;
  readonly minimised: MinimisedText;
  readonly answer: string | null;
}

function objectionOf({ gateway, language, rule }: ObjectVisit, form: ObjectForm, taken: Taken): NewObjection {
  return {
    codeHash: taken.codeHash,
    rule: rule.id,
    version: rule.version,
    pack: rule.pack,
    law: lawOf(rule),
    office: rule.office === null ? null : inLanguage(rule.office, language).text,
    answer: taken.answer,
    reason: form.reason,
    language,
    received: today(gateway),
    due: dueDay(gateway, rule),
    keptDays: Math.min(keptDays(gateway.country), form.kept ?? Infinity),
    text: taken.minimised.text,
  };
}
