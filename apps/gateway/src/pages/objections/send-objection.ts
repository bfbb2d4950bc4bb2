import { CodedError } from '@parlance/core';
import { errorPage, objectionPage, type ObjectionContext } from '@parlance/web';
import { type FastifyReply } from 'fastify';
import { type Gateway, today } from '../../gateway.ts';
import { hashOfCode } from '../../objections/object-ticket.ts';
import { type StoredObjection } from '../../store/objection-row.ts';
import { pageContext } from '../page-context.ts';
import { sendPage } from '../send-page.ts';

interface Reading {
  readonly gateway: Gateway;
  readonly reply: FastifyReply;
  readonly language: string;
}

/** What is told right after an objection was sent, and never again. */
type JustSent = Pick<ObjectionContext, 'masked' | 'isAnswerLeftOut'>;

/** `GET /object/<code>`, and the answer to the form: an objection to whoever has its code. */
export async function sendObjection({ gateway, reply, language }: Reading, code: string, sent: JustSent | null): Promise<void> {
  const codeHash = hashOfCode(code);
  const found = codeHash === null ? null : await gateway.store.objections.findByCode(codeHash);
  const context = pageContext(gateway, language);
  if (found === null) {
    const { receiptTitle: title, unknownCode: message } = context.interfaceText.objections;
    return sendPage(reply, errorPage(context, { status: 404, title, message }), { status: 404 });
  }
  // The reasons are there, and their key is with another server: that they were deleted would not be true.
  if (found.isSealed && found.decision !== null) throw new CodedError('store_unavailable', 'the key of an objection is not here');
  const told = { isNew: sent !== null, ...(sent ?? { masked: [], isAnswerLeftOut: false }) };
  await sendPage(
    reply,
    objectionPage({
      ...context,
      isExample: gateway.country.pack.status.review === 'example',
      code,
      ...told,
      ...factsOf(found, today(gateway)),
    }),
  );
}

type Facts = Omit<ObjectionContext, keyof ReturnType<typeof pageContext> | keyof JustSent | 'code' | 'isNew' | 'isExample'>;

function factsOf({ rule, version, law, office, reason, received, due, decision }: StoredObjection, day: string): Facts {
  const waits = due < day ? 'overdue' : 'open';
  const leaf = decision?.leaf ?? null;
  return {
    ...{ law, office, reason, received, due },
    rule: `${rule}@${version}`,
    state: decision === null ? waits : decision.outcome,
    decision: decision && { ...decision, leaf: leaf && { log: leaf.log, position: String(leaf.position) } },
  };
}
