import { join } from 'node:path';
import { parsePack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Country, createCountry } from '../country/country.ts';
import { cardAnswer } from '../upstream/cards/card-answer.ts';
import { createCardsUpstream } from '../upstream/cards/cards-upstream.ts';
import { type Upstream } from '../upstream/upstream.ts';
import { preview } from './begin.ts';
import { type Localized } from './localize.ts';

let countries: ReadonlyMap<string, Country>;

beforeAll(async () => {
  const made = ['ee', 'de', 'ma'].map(async (folder) => {
    const files = await readPackFolder(join(import.meta.dirname, '..', '..', '..', '..', 'packs', folder));
    return [folder, createCountry(parsePack(files).pack!, files)] as const;
  });
  countries = new Map(await Promise.all(made));
});

const cards = createCardsUpstream('EE');
const model: Upstream = { ...cards, kind: 'openai' };

interface Asking {
  readonly folder: string;
  readonly question: string;
  readonly page?: string;
  readonly upstream?: Upstream;
  readonly ageBand?: 'under-18';
}

function told({ folder, question, page, upstream = cards, ageBand }: Asking): Localized {
  const country = countries.get(folder)!;
  const parlance = ageBand === undefined ? {} : { parlance: { age_band: ageBand } };
  const request = { model: 'parlance', messages: [{ role: 'user' as const, content: question }], ...parlance };
  const hints = page === undefined ? {} : { page };
  return preview(
    { request, country, upstream, sector: country.defaultSector, today: '2026-11-21', hints },
    { now: new Date('2026-11-21T10:00:00Z') },
  );
}

const unheard: readonly Asking[] = [
  { folder: 'de', page: 'hi', question: 'मैं मरना चाहता हूँ' },
  { folder: 'de', page: 'am', question: 'መሞት እፈልጋለሁ' },
  { folder: 'ee', question: 'Chcę się dzisiaj zabić, nie mam już siły' },
  { folder: 'ee', question: 'მინდა თავის მოკვლა' },
  { folder: 'ma', question: 'मैं मरना चाहता हूँ' },
];

describe('in a language that nobody here understands', () => {
  test.each(unheard)('$question is told the emergency number first and who listens, because it may be a cry', (asking) => {
    const { safety, isSorrow } = told(asking);
    expect(safety[0]?.kind).toBe('emergency');
    expect(safety.length).toBeGreaterThanOrEqual(asking.folder === 'ma' ? 1 : 2);
    expect(isSorrow).toBe(false);
  });

  test('a reader under 18 is told the line for children too', () => {
    const { safety } = told({ ...unheard[2]!, ageBand: 'under-18' });
    expect(safety.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['emergency', 'child-helpline']));
  });

  test('that the question cannot be looked up is still said', () => {
    const asking = unheard[2]!;
    const { grounding, handover } = told(asking);
    const answer = cardAnswer(countries.get('ee')!, grounding, { unspoken: 'pl', isUrgent: true, handover });
    expect(answer).toContain('/services');
  });
});

describe('no number is told', () => {
  test.each([
    { folder: 'ee', question: 'How do I renew my passport?' },
    { folder: 'ee', question: 'Kuidas taotleda vanemahüvitist?' },
    { folder: 'ee', question: 'Who won the football match in Paraguay last night?' },
    { folder: 'ee', question: 'asdf qwer zxcv' },
    { folder: 'de', page: 'hi', question: 'Wie beantrage ich einen Personalausweis?' },
    { folder: 'ma', question: 'كيف أحصل على جواز السفر؟' },
  ])('to $question, which is understood or in a language that is', (asking) => {
    expect(told(asking).safety).toEqual([]);
  });

  test('where a language model answers, which may understand', () => {
    expect(told({ ...unheard[2]!, upstream: model }).safety).toEqual([]);
  });
});
