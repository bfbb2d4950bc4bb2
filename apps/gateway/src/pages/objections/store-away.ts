import { CodedError } from '@parlance/core';
import { errorPage } from '@parlance/web';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway } from '../../gateway.ts';
import { sendFault } from '../../routes/send-fault.ts';
import { pageContext } from '../page-context.ts';
import { sendPage } from '../send-page.ts';

/** Whether the database, or the folder with the keys of the texts, does not answer. */
export function isStoreAway(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'store_unavailable';
}

/** Whoever did not come for a page, as a browser does. */
export function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') === true;
}

interface Reading {
  readonly gateway: Gateway;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly language: string;
}

/** Objections cannot be read right now: a page in the language of the reader, or JSON for programs. */
export async function sendStoreAway({ gateway, request, reply, language }: Reading): Promise<void> {
  reply.headers({ 'retry-after': '120', vary: 'accept' });
  if (!wantsPage(request) && request.headers.accept?.includes('json') === true)
    return sendFault(reply, { code: 'overloaded', message: 'objections cannot be read right now; try again in a few minutes' });
  const context = pageContext(gateway, language);
  const { publicTitle: title, notShown: message } = context.interfaceText.objections;
  await sendPage(reply, errorPage(context, { status: 503, title, message }), { status: 503 });
}
