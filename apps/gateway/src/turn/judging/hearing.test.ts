import { compile, createWording, type Rule, type Verdict } from '@parlance/disclosure';
import { type TurnEvent } from '@parlance/wire';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speakingRoutes } from '../../surfaces/surface-table.ts';
import { type UpstreamEvent } from '../../upstream/upstream.ts';
import { endScreening, screenEvents, startScreening } from '../screening.ts';
import { type Ask, hear, type Hearing, release, startHearing, takeVerdict } from './hearing.ts';

const rule: Rule = {
  kind: 'omit',
  id: 'xx.law',
  version: '1',
  cause: 'law',
  type: 'hate-speech',
  matcher: {},
  classifier: { policy: { en: 'Insults.' }, onFailure: 'allow-and-disclose' },
  basis: { jurisdiction: 'XX', instrument: 'Act', article: '1', url: 'https://example.org' },
  rationale: { en: 'So says the act.' },
};
const { screen } = compile([rule, { ...rule, id: 'xx.other', classifier: { policy: { en: 'Threats.' }, onFailure: 'omit-sentence' } }]);
const context = {
  screen: screen!,
  language: 'en',
  wording: createWording('en', (id) => (id.startsWith('omission') ? '{$number}' : '?')),
  originals: new Map([['⟦isikukood-1⟧', { text: '37605030299', identifier: 'ee.isikukood' }]]),
  typed: [],
  isStructured: false,
  toolSchemas: new Map<string, unknown>(),
  choices: 2,
  surface: speakingRoutes['POST /v1/chat/completions'],
};

const sentences = [
  'Plain words. ',
  'An insult! ',
  'A threat\n',
  'He is ⟦isikukood-1⟧ there. ',
  '- item\n',
  'fails here. ',
  'no end',
  '。',
  '\ud83d',
  '\ude00',
];
const channels = ['content', 'reasoning', 'refusal'] as const;
const said: fc.Arbitrary<UpstreamEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    choice: fc.nat(1),
    channel: fc.constantFrom(...channels),
    delta: fc.constantFrom(...sentences),
  }),
  fc.record({
    kind: fc.constant('tool' as const),
    choice: fc.nat(1),
    index: fc.nat(1),
    id: fc.constant(null),
    name: fc.constant(null),
    delta: fc.constantFrom('{"a":"An insult! Fine. ', 'A threat fails."}', '7'),
  }),
);
const ends: readonly UpstreamEvent[] = [0, 1].map((choice) => ({ kind: 'finish', choice, reason: 'stop' }));

function verdictOf({ sentence, role }: Ask): Verdict {
  if (sentence.includes('fails')) return 'failed';
  return sentence.includes(role.rule.id === 'xx.law' ? 'insult' : 'threat') ? 'covered' : 'not-covered';
}

/** Runs events through hearing and screening; `pick` says which of the open questions is answered next, and when. */
function run(
  batches: readonly (readonly UpstreamEvent[])[],
  pick: () => number,
): { readonly told: readonly TurnEvent[]; readonly asked: readonly string[] } {
  let hearing: Hearing = startHearing(context);
  let screening = startScreening(context);
  const open: Ask[] = [];
  const asked: string[] = [];
  const told: TurnEvent[] = [];
  const tell = (): void => {
    const [next, events] = release(hearing);
    hearing = next;
    const [state, more] = screenEvents(screening, events);
    screening = state;
    told.push(...more);
  };
  const answer = (): void => {
    const [ask] = open.splice(pick() % open.length, 1);
    if (ask !== undefined) hearing = takeVerdict(hearing, ask.id, verdictOf(ask));
    tell();
  };
  for (const batch of batches) {
    const [next, asks] = hear(hearing, batch);
    hearing = next;
    open.push(...asks);
    asked.push(...asks.map(({ sentence }) => sentence));
    tell();
    for (let answers = pick() % 3; answers > 0 && open.length > 0; answers--) answer();
  }
  while (open.length > 0) answer();
  expect(hearing.queue).toEqual([]);
  expect(hearing.verdicts.size).toBe(0);
  const [, last] = endScreening(screening);
  return { told: [...told, ...last], asked };
}

function textOf(told: readonly TurnEvent[]) {
  const texts = new Map<string, string>();
  for (const event of told)
    if (event.kind === 'text')
      texts.set(`${event.choice}:${event.channel}`, (texts.get(`${event.choice}:${event.channel}`) ?? '') + event.delta);
  const of = (kind: TurnEvent['kind']) =>
    told
      .filter((event) => event.kind === kind)
      .map((event) => JSON.stringify(event))
      .sort();
  return { texts: Object.fromEntries([...texts].sort()), disclosures: of('disclosure'), tools: of('tool'), finish: of('finish') };
}

test('the order in which verdicts come and the batches in which text came change nothing that is told', () => {
  fc.assert(
    fc.property(
      fc.array(said, { maxLength: 24 }),
      fc.infiniteStream(fc.nat(50)),
      fc.array(fc.integer({ min: 1, max: 5 })),
      (events, picks, sizes) => {
        const all = [...events, ...ends];
        const batches: (readonly UpstreamEvent[])[] = [];
        for (let at = 0, index = 0; at < all.length; index++) {
          const size = sizes[index % Math.max(1, sizes.length)] ?? 3;
          batches.push(all.slice(at, at + size));
          at += size;
        }
        const first = run([all], () => 0);
        const other = run(batches, () => Number(picks.next().value));
        expect(textOf(other.told)).toEqual(textOf(first.told));
        expect([...other.asked].sort()).toEqual([...first.asked].sort());
        for (const text of Object.values(textOf(first.told).texts)) expect(text).not.toMatch(/insult|threat/);
      },
    ),
    { numRuns: 300 },
  );
});
