import { render, type Layer } from '@parlance/pack';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestBody } from './request-body.ts';

const layerOf = (lines: readonly (readonly [string, string])[]): Layer => ({ name: 'country', digest: `sha256:${'0'.repeat(64)}`, lines });

test('a request is JSON with the layers first, the conversation as it was, and a stream asked for, whatever stands in it', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.tuple(text, text))),
      fc.array(fc.record({ role: text, content: text })),
      text,
      (blocks, messages, user) => {
        const layers = blocks.map(layerOf);
        const body: unknown = JSON.parse(requestBody({ layers, body: { model: 'm', messages, user, stream: false } }).toString('utf8'));
        const sent = { messages: [{ role: 'system', content: render(layers) }, ...messages], model: 'm', user };
        expect(body).toEqual({ ...wellFormed(sent), stream: true, stream_options: { include_usage: true } });
      },
    ),
  );
});

/** What UTF-8 cannot say is said by its replacement. */
function wellFormed(value: object): object {
  return JSON.parse(Buffer.from(JSON.stringify(value)).toString('utf8')) as object;
}
