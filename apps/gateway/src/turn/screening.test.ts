import { compile, createWording, forgedNoticeRule, type Rule } from '@parlance/disclosure';
import { type TurnEvent } from '@parlance/wire';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speakingRoutes } from '../surfaces/surface-table.ts';
import { type UpstreamEvent } from '../upstream/upstream.ts';
import { endScreening, type Screening, type ScreeningContext, screenEvent, startScreening } from './screening.ts';

const law: Rule = {
  kind: 'omit',
  id: 'xx.law',
  version: '1',
  cause: 'law',
  type: 'advertising',
  matcher: { terms: ['secret'] },
  basis: { jurisdiction: 'XX', instrument: 'Act', article: '1', url: 'https://example.org' },
  rationale: { en: 'So says the act.' },
};
const { screen } = compile([forgedNoticeRule('1'), law]);
const base: ScreeningContext = {
  screen: screen!,
  language: 'en',
  wording: createWording('en', () => '{$number}'),
  originals: new Map([['⟦isikukood-1⟧', { text: '37605030299', identifier: 'ee.isikukood' }]]),
  typed: ['37605030299'],
  isStructured: false,
  toolSchemas: new Map<string, unknown>(),
  choices: 1,
  surface: speakingRoutes['POST /v1/chat/completions'],
};

const text = (delta: string, choice = 0): UpstreamEvent => ({ kind: 'text', choice, channel: 'content', delta });
const finish = (choice = 0): UpstreamEvent => ({ kind: 'finish', choice, reason: 'stop' });
const tool = (delta: string, more: Partial<UpstreamEvent & { kind: 'tool' }> = {}): UpstreamEvent => ({
  kind: 'tool',
  choice: 0,
  index: 0,
  id: 'a',
  name: null,
  delta,
  ...more,
});

function run(
  events: readonly UpstreamEvent[],
  more: Partial<ScreeningContext> = {},
): { readonly told: readonly TurnEvent[]; readonly state: Screening } {
  let state = startScreening({ ...base, ...more });
  const told: TurnEvent[] = [];
  for (const event of events) {
    const [next, out] = screenEvent(state, event);
    state = next;
    told.push(...out);
  }
  const [last, rest] = endScreening(state);
  return { told: [...told, ...rest], state: last };
}

const said = (told: readonly TurnEvent[], choice = 0) =>
  told.map((event) => (event.kind === 'text' && event.choice === choice ? event.delta : '')).join('');

describe('the way back', () => {
  test('is the same for any interleaving and any cut of its choices (R7)', () => {
    const words = fc
      .array(fc.constantFrom('secret', 'sec', 'ret', ' ', '. ', '⟦isikukood-1⟧', '⟦isiku', '⟧', '🇪🇪', 'õ', '\ud83c'), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        words,
        words,
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 9 })), { maxLength: 30 }),
        (first, second, order) => {
          const whole = run(
            [text(first), text(second, 1), finish(), finish(1)].filter((event) => event.kind !== 'text' || event.delta !== ''),
            { choices: 2 },
          );
          const left = [first, second];
          const events: UpstreamEvent[] = [];
          for (const [isSecond, size] of [...order, [false, 999], [true, 999]] as const) {
            const choice = isSecond ? 1 : 0;
            const rest = left[choice] ?? '';
            if (rest !== '') events.push(text(rest.slice(0, size), choice));
            left[choice] = rest.slice(size);
          }
          const cut = run([...events, finish(), finish(1)], { choices: 2 });
          for (const choice of [0, 1]) {
            expect(said(cut.told, choice)).toBe(said(whole.told, choice));
            expect(disclosuresOf(cut.told, choice)).toEqual(disclosuresOf(whole.told, choice));
          }
          expect(cut.state.stop).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  test('gives held text before the reason why it ended', () => {
    const { told } = run([text('no sec'), finish()]);
    expect(told.map(({ kind }) => kind).at(-1)).toBe('finish');
    expect(said(told)).toBe('no sec');
  });

  test.each([
    ['text', [text('a'), finish(), text('b')]],
    ['a tool call', [text('a'), finish(), tool('{}')]],
  ])('%s after the end is not passed on and not passed over', (_name, events) => {
    const { told, state } = run(events);
    expect(said(told)).toBe('a');
    expect(state.stop).toMatchObject({ ending: 'outage', fault: { code: 'upstream_malformed' } });
  });

  test.each([
    ['nothing came', [], 1],
    ['no reason came', [text('a')], 1],
    ['one choice is open', [text('a'), text('b', 1), finish()], 2],
    ['a tool call is open', [finish(), tool('{', { choice: 1 })], 2],
  ])('an answer is cut off when %s', (_name, events, choices) => {
    expect(run(events, { choices }).state.stop?.fault?.code).toBe('upstream_truncated');
  });

  test('what was left out before the answer was cut off has its footnote', () => {
    const { told, state } = run([text('A secret. More of it'), text(' and'), { kind: 'fault', code: 'upstream_truncated', message: '' }]);
    const [omission] = disclosuresOf(told) as readonly { readonly id: string }[];
    const notices = told.flatMap((event) => (event.kind === 'text' && event.mark?.kind === 'notice' ? [event.mark.disclosure] : []));
    expect(notices).toEqual([omission?.id]);
    expect(state.stop?.ending).toBe('outage');
  });

  test('a choice that had finished gets no second footnote when another is cut off', () => {
    const { told } = run([text('A secret. More.'), finish(), text('b', 1)], { choices: 2 });
    expect(told.filter((event) => event.kind === 'text' && event.mark?.kind === 'notice')).toHaveLength(1);
  });

  test('an answer that is refused for its tool call tells once what was left out of its text', () => {
    const { told } = run([text('A secret. More.'), tool('{}', { name: 'secret' }), finish()]);
    expect(told.filter((event) => event.kind === 'text' && event.mark?.kind === 'notice')).toHaveLength(1);
  });

  test('nothing is told after a stop', () => {
    const { told, state } = run([{ kind: 'fault', code: 'upstream_rate_limited', message: '' }, text('a'), finish()]);
    expect(told).toEqual([]);
    expect(state.stop?.ending).toBe('quota');
  });

  test('a tool call comes whole, restored and screened', () => {
    const { told } = run([tool('', { name: 'f' }), tool('{"who":"⟦isiku'), tool('kood-1⟧","why":"sec'), tool('ret"}'), finish()]);
    const call = told.find((event) => event.kind === 'tool');
    expect(JSON.parse(call?.call.arguments ?? '')).toMatchObject({ who: '37605030299' });
    expect(call?.call.arguments).not.toContain('secret');
    expect(disclosuresOf(told)).toHaveLength(1);
  });

  test.each([
    ['a name', tool('{}', { name: 'secret' })],
    ['an id', tool('{}', { name: 'f', id: 'secret' })],
    ['a member name', tool('{"secret":1}', { name: 'f' })],
  ])('%s that may not be said refuses the answer under its cause', (_name, event) => {
    const { told, state } = run([event, finish()]);
    expect(JSON.stringify(told)).not.toContain('secret');
    expect(state.stop).toMatchObject({ ending: 'law', fault: { code: 'legal_refusal' } });
  });

  test('an answer that has to be JSON is held until it is whole, and refused rather than marked', () => {
    expect(run([text('{"a":'), text('1}')], { isStructured: true }).told).toEqual([]);
    expect(said(run([text('{"a":'), text('1}'), finish()], { isStructured: true }).told)).toBe('{"a":1}');
    const { told, state } = run([text('{"a":"sec'), text('ret"}'), finish()], { isStructured: true });
    expect(said(told)).toBe('');
    expect(state.stop?.ending).toBe('law');
  });

  test('arguments that have to fit a pattern are refused rather than marked, and what was left out is told without a place', () => {
    const call = tool('{"id":"A secret."}', { name: 'f' });
    expect(JSON.stringify(run([call, finish()]).told)).toContain('{\\"id\\":');
    const exact = { toolSchemas: new Map([['f', { properties: { id: { type: 'string', pattern: '^[0-9]+$' } } }]]) };
    const { told, state } = run([call, finish()], exact);
    expect(state.stop).toMatchObject({ ending: 'law', fault: { code: 'legal_refusal' } });
    expect(told.map(({ kind }) => kind)).toEqual(['disclosure']);
    expect(told[0]).toMatchObject({ disclosure: { at: [0, 0] } });
    expect(run([tool('{"id":"fine"}', { name: 'f' }), finish()], exact).state.stop).toBeNull();
    // A schema that binds another member binds nothing here; a tool that was not declared may want anything.
    const elsewhere = { toolSchemas: new Map([['f', { properties: { id: { type: 'string' }, unit: { enum: ['c', 'f'] } } }]]) };
    expect(run([call, finish()], elsewhere).state.stop).toBeNull();
    expect(run([tool('{"id":"A secret."}', { name: 'functions.f' }), finish()], elsewhere).state.stop?.ending).toBe('law');
  });

  test.each(['```json\n{"a":1}\n```', 'Here it is: {"a":1}', '{"a":1', '\ufeff{"a":1}', '<think>x</think>{"a":1}', '', '\n'])(
    '%j that is no JSON where JSON was asked for is told as the upstream said it, and refused where something would be left out',
    (answer) => {
      expect(said(run([text(answer), finish()], { isStructured: true }).told)).toBe(answer);
      const { told, state } = run([text(`${answer} secret`), finish()], { isStructured: true });
      expect(said(told)).toBe('');
      expect(state.stop?.ending).toBe('law');
    },
  );
});

function disclosuresOf(told: readonly TurnEvent[], choice = 0): readonly unknown[] {
  return told.flatMap((event) => (event.kind === 'disclosure' && event.disclosure.choice === choice ? [event.disclosure] : []));
}
