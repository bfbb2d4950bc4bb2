import { type DisclosureObject, type ParlanceObject, type TextChannel, type TextMark, type TurnEvent } from '@parlance/wire';
import { createAnswerEncoder } from '../answer/answer-encoder.ts';
import { type AnswerWords } from '../answer/answer-words.ts';
import { type ToldFacts } from '../answer/earlier-turn.ts';

export const sampleWords: AnswerWords = {
  changeLine: (omitted, added) => `omitted ${omitted}, added ${added}`,
  ending: (ending) => `ending ${ending}`,
  typeName: (type) => `type ${type}`,
  causeName: (cause) => `cause ${cause}`,
  purposeName: (purpose) => `purpose ${purpose}`,
  safetyHeading: 'Help is there',
};

const digest = `sha256:${'0'.repeat(64)}`;

function sampleParlance(changed: Partial<ParlanceObject> = {}): ParlanceObject {
  return {
    ending: 'done',
    refused: null,
    changes: { omitted: 0, added: 0 },
    language: 'en',
    localization: {
      language: 'en',
      script: 'Latn',
      register: 'neutral',
      address: 'none',
      reading_level: 'plain',
      by: { language: 'text', script: 'country', register: 'country', address: 'country', reading_level: 'country' },
      unspoken: null,
      under_18: null,
      asked_of_model: true,
    },
    disclosures: [],
    sources: [],
    services: [],
    safety: [],
    handover: null,
    layers: [{ name: 'charter', digest }],
    pack: { id: 'EE', version: '1.0.0', digest },
    charter: { version: '1', digest },
    answered_by: { model: 'parlance', upstream: 'cards', jurisdiction: null, fallback_from: null },
    egress: { jurisdiction: null, policy: 'minimise', classes: {}, judge: null, embeddings: null },
    usage: { tax: null },
    energy: null,
    receipt: null,
    ...changed,
  };
}

/** What of a whole answer a later page shows besides its text. */
export function sampleFacts(): ToldFacts {
  const { answered_by, pack, charter, egress, layers, localization, services } = sampleParlance();
  return { answered_by, pack, charter, egress, layers, localization, services };
}

const facts = { choice: 0, channel: 'content', at: [0, 0] as [number, number], decided_by: 'automated' } as const;
const basis = { jurisdiction: 'EE', instrument: 'Advertising Act', article: '§ 29', url: 'https://example.ee/act' };

export const sampleOmission: DisclosureObject = {
  ...facts,
  kind: 'omit',
  id: 'd1',
  cause: 'law',
  type: 'gambling',
  basis,
  authority: 'Consumer Protection Authority',
  since: '2024-01-31',
  rationale: { lang: 'et', text: 'Põhjendus.' },
  redress: 'https://example.ee/object',
  rule: 'ee.ads@3',
};

export const sampleAddition: DisclosureObject = {
  ...facts,
  kind: 'add',
  id: 'a1',
  cause: 'law',
  purpose: 'legal-notice',
  basis,
  since: null,
  rule: 'ee.notice@1',
};

export function textEvent(delta: string, mark: TextMark | null = null, channel: TextChannel = 'content'): TurnEvent {
  return { kind: 'text', choice: 0, channel, delta, mark };
}

export function endEvent(changed: Partial<ParlanceObject> = {}): Extract<TurnEvent, { kind: 'end' }> {
  return { kind: 'end', fault: null, usage: null, parlance: sampleParlance(changed) };
}

export function encode(events: readonly TurnEvent[]): string {
  const encoder = createAnswerEncoder({ language: 'en', words: sampleWords });
  return events.map((event) => encoder.encode(event)).join('');
}

/** The HTML of a text alone: everything before the answer element is closed. */
export function bodyOf(events: readonly TurnEvent[]): string {
  const html = encode([...events, endEvent()]);
  return html.slice(0, html.indexOf('</div><p class="changes"'));
}
