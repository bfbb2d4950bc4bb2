import { z } from 'zod';

/** What carries no text for readers: a name of a kind or place, or an opaque value. */
const label = z.string().max(256).regex(/^\S*$/).nullish();

const places = { id: label, format: label, index: z.number().nullish() };

/**
 * OpenRouter's details of reasoning: pieces of its text, or opaque values that only their maker can read. Any other piece makes the shape unknown.
 *
 *     [{"type": "reasoning.text", "text": "...", "signature": "...", "format": "...", "index": 0}]
 */
export const reasoningDetails = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('reasoning.text'), text: z.string().nullish(), signature: z.string().nullish(), ...places }),
    z.strictObject({ type: z.literal('reasoning.summary'), summary: z.string().nullish(), ...places }),
    z.strictObject({ type: z.literal('reasoning.encrypted'), data: z.string().nullish(), ...places }),
  ]),
);

export function textOfDetails(details: z.infer<typeof reasoningDetails>): string {
  return details
    .map((detail) => {
      switch (detail.type) {
        case 'reasoning.text':
          return detail.text ?? '';
        case 'reasoning.summary':
          return detail.summary ?? '';
        case 'reasoning.encrypted':
          return '';
      }
    })
    .join('');
}
