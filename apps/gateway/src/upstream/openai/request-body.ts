import { renderJson } from '@parlance/pack';
import { type UpstreamRequest } from '../upstream.ts';

const before = Buffer.from('{"messages":[{"role":"system","content":');

/**
 * The request as JSON: the layers as the first message, then the conversation, whose messages keep their roles and order (R1). The layers are most of it and hardly ever
 * change, so their bytes are not made anew. It is always asked for a stream, so that there is one way back.
 */
export function requestBody({ layers, body }: Pick<UpstreamRequest, 'layers' | 'body'>): Buffer {
  const { messages, ...rest } = body;
  const conversation = messages.map((message) => `,${JSON.stringify(message)}`).join('');
  const settings = JSON.stringify({ ...rest, stream: true, stream_options: { include_usage: true } });
  return Buffer.concat([before, ...renderJson(layers), Buffer.from(`}${conversation}],${settings.slice(1)}`)]);
}
