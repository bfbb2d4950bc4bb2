import { formatReceipt } from '@parlance/log';
import { verifyPage } from '@parlance/web';
import { type FastifyReply } from 'fastify';
import { type Gateway } from '../gateway.ts';
import { pageContext } from './page-context.ts';
import { sendPage } from './send-page.ts';

export interface VerifyRequest {
  readonly language: string;
  /** Of the receipt to begin with; empty for none. */
  readonly id: string;
}

/** `GET /verify`: the page that verifies a receipt in the reader's browser. This server only hands over what it also publishes. */
export async function sendVerifyPage(gateway: Gateway, reply: FastifyReply, { language, id }: VerifyRequest): Promise<void> {
  const found = id === '' ? null : await gateway.log.receipt(id);
  const receipt = found === null ? null : formatReceipt(found);
  const page = verifyPage({ ...pageContext(gateway, language), id, receipt, policy: gateway.log.policy });
  await sendPage(reply, page, { status: id !== '' && receipt === null ? 404 : 200, hasScript: true });
}
