import { type Disclosure, type Originals, type PassContext, type Screen } from '@parlance/disclosure';
import { type Fault, type TurnEvent } from '@parlance/wire';
import { disclosureObjectOf } from './disclosure-object.ts';
import { type JudgementBook } from './judging/judged-event.ts';
import { breaksSchema } from './schema-fit.ts';
import { isOmission, screenJson } from './screen-json.ts';
import { notJudged, refusalFor, type Stop } from './stop.ts';

/** A tool call, put together from its pieces. */
export interface ToolDraft {
  readonly choice: number;
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

/** Where JSON texts of a choice are screened. */
export interface JsonPlace {
  readonly screen: Screen;
  readonly originals: Originals;
  /** Null where nothing is judged. */
  readonly book: JudgementBook | null;
  readonly context: (channel: 'content' | 'tool') => PassContext & { readonly choice: number };
}

interface Released {
  readonly stop: Stop | null;
  readonly events: readonly TurnEvent[];
}

const wrapped: Fault = { code: 'upstream_malformed', message: 'the upstream wrapped JSON texts into each other too deeply' };
const tooDeep: Stop = { ending: 'outage', fault: wrapped };
/** What nobody judges and nothing is restored in. */
const asItIs = { book: null, originals: new Map() } as const;

/** An answer in a form has no room for a marker: where something would have to be left out, it is refused whole (R14). */
export function releaseStructured(held: string, { screen, originals, book, context }: JsonPlace): Released {
  const place = context('content');
  const { text: delta, disclosures, isStopped, isTooDeep } = screenJson(held, { screen, context: place, book, originals });
  if (isTooDeep) return { stop: tooDeep, events: [] };
  const first = disclosures.find(isOmission);
  // What is not delivered has no place.
  if (first !== undefined)
    return { stop: isStopped ? notJudged : refusalFor(first), events: disclosures.map((each) => told({ ...each, at: [0, 0] })) };
  const text: TurnEvent = { kind: 'text', choice: place.choice, channel: 'content', delta, mark: null };
  return { stop: null, events: [text, ...disclosures.map(told)] };
}

/** `schemas`: what the arguments of each tool have to be like. A tool that was not declared beside others may want anything. */
export function releaseTools(
  drafts: readonly ToolDraft[],
  { screen, originals, book, context }: JsonPlace,
  schemas: ReadonlyMap<string, unknown>,
): Released {
  const events: TurnEvent[] = [];
  let [numberedBefore, unjudgedBefore] = [0, 0];
  for (const draft of drafts) {
    const place = { ...context('tool'), numberedBefore, unjudgedBefore };
    const [label] = screenJson(JSON.stringify([draft.name, draft.id]), { screen, context: place, ...asItIs }).disclosures;
    // A marker in its name or id would make another call of it.
    if (label !== undefined) return { stop: refusalFor(label), events: [...events, told({ ...label, at: [0, 0] })] };
    const screened = screenJson(draft.arguments, { screen, context: place, book, originals });
    if (screened.isTooDeep) return { stop: tooDeep, events };
    const omissions = screened.disclosures.filter(isOmission);
    numberedBefore += omissions.length;
    unjudgedBefore += screened.disclosures.length - omissions.length;
    const [first] = omissions;
    // What is not delivered has no place.
    const undelivered = screened.disclosures.map((each) => told({ ...each, at: [0, 0] }));
    if (screened.isStopped) return { stop: notJudged, events: [...events, ...undelivered] };
    if (first !== undefined && (screened.isUnmarkable || isUnfit(schemas, draft, screened.text)))
      return { stop: refusalFor(first), events: [...events, ...undelivered] };
    events.push(...screened.disclosures.map(told), {
      kind: 'tool',
      choice: place.choice,
      call: { index: draft.index, id: draft.id, name: draft.name, arguments: screened.text },
    });
  }
  return { stop: null, events };
}

/** Where a marker stands in what is JSON, it is JSON still. */
function isUnfit(schemas: ReadonlyMap<string, unknown>, { name, arguments: before }: ToolDraft, after: string): boolean {
  if (schemas.size > 0 && !schemas.has(name)) return true;
  const given: unknown = JSON.parse(before);
  const marked: unknown = JSON.parse(after);
  // Of two members of one name a parser has only the last.
  return schemas.size > 0 && (JSON.stringify(given) === JSON.stringify(marked) || breaksSchema(schemas.get(name), given, marked));
}

function told(disclosure: Disclosure): TurnEvent {
  return { kind: 'disclosure', disclosure: disclosureObjectOf(disclosure) };
}
