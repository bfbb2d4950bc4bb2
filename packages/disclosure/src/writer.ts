import { codePointLength } from '@parlance/core';
import { discloseAddition, discloseOmission, discloseUnjudged, inLanguage, ruleName } from './disclose.ts';
import { type Disclosure, type OmitDisclosure } from './disclosure.ts';
import { createEdit, type Segment } from './edit.ts';
import { nothingUnjudged, type Unjudged, written } from './judging/unjudged-run.ts';
import { type Trigger } from './findings.ts';
import { type PassContext } from './pass-context.ts';
import { isInText, type News, type Omitted, place, type Placing, startPlacing, withPiece } from './placing.ts';
import { type AddRule } from './rule.ts';
import { bracketed, bracketedMark } from './wording.ts';

/** What has been written to a channel so far. */
export interface Ledger {
  readonly upstreamPoints: number;
  readonly deliveredPoints: number;
  /** The last one, and those before it: a list that grows without being copied. */
  readonly omissions: OmissionList | null;
  readonly additions: number;
  readonly unjudged: Unjudged;
  /** What waits for additions that stand within the text; null when there are none, or none any more. */
  readonly placing: Placing | null;
}

interface OmissionList {
  readonly disclosure: OmitDisclosure;
  readonly before: OmissionList | null;
  readonly count: number;
}

export function ledgerOf(additions: readonly AddRule[], context: PassContext): Ledger {
  const placing = startPlacing(additionsIn(additions, context));
  return { upstreamPoints: 0, deliveredPoints: 0, omissions: null, additions: 0, unjudged: nothingUnjudged, placing };
}

/** Inside JSON, and in what is not the answer itself, there is no room for one. */
function additionsIn(additions: readonly AddRule[], { prose, channel }: PassContext): readonly AddRule[] {
  return prose && channel === 'content' ? additions : [];
}

export interface Output {
  readonly segments: readonly Segment[];
  readonly disclosures: readonly Disclosure[];
}

/** The one place where delivered text is made. A disclosure is born here together with its edit. */
export interface Writer {
  readonly context: PassContext;
  readonly additions: readonly AddRule[];
  segments: Segment[];
  readonly disclosures: Disclosure[];
  /** Matches that additions wait for and that readers are shown. */
  readonly seen: Trigger[];
  ledger: Ledger;
}

export function createWriter(additions: readonly AddRule[], context: PassContext, ledger: Ledger): Writer {
  return { context, additions: additionsIn(additions, context), segments: [], disclosures: [], seen: [], ledger };
}

/** `points`: how many code points the text has, where that is known without counting. */
export function writeText(writer: Writer, text: string, points = codePointLength(text)): void {
  if (text === '') return;
  writeStart(writer);
  const { placing } = writer.ledger;
  if (placing === null) append(writer, { kind: 'text', text }, { upstream: points, delivered: points });
  else writer.ledger = { ...writer.ledger, placing: withPiece(placing, { kind: 'text', text }) };
}

export function writeOmission(writer: Writer, omitted: Omitted, before: string): void {
  writeStart(writer);
  const { placing } = writer.ledger;
  if (placing === null) omit(writer, omitted, before);
  else writer.ledger = { ...writer.ledger, placing: withPiece(placing, { kind: 'omission', omitted, before }) };
}

/** Writes what need not wait for an addition within the text any longer. */
export function writePlaced(writer: Writer, news: Omit<News, 'seen'>): void {
  const { placing } = writer.ledger;
  if (placing === null) return;
  const next = place(placing, { ...news, seen: writer.seen });
  for (const write of next.writes) {
    if (write.kind === 'addition') add(writer, write.rule);
    else if (write.kind === 'omission') omit(writer, write.omitted, write.before);
    else {
      const points = codePointLength(write.text);
      append(writer, { kind: 'text', text: write.text }, { upstream: points, delivered: points });
    }
  }
  writer.ledger = { ...writer.ledger, placing: next.placing };
}

/** Footnotes, then the additions that stand at the end; nothing when nothing was written. */
export function writeEnd(writer: Writer, triggered: readonly AddRule[]): void {
  if (writer.ledger.deliveredPoints === 0) return;
  writeFootnotes(writer);
  for (const rule of writer.additions) if (rule.place === 'end' && (rule.when === 'always' || triggered.includes(rule))) add(writer, rule);
}

/** Additions at the start wait for the first text, so that an answer without text stays without a byte. */
export function writeStart(writer: Writer): void {
  if (writer.ledger.deliveredPoints > 0) return;
  for (const rule of writer.additions) if (rule.when === 'always' && rule.place === 'start') add(writer, rule);
}

function append(writer: Writer, segment: Segment, points: { readonly upstream: number; readonly delivered: number }): void {
  const { ledger } = writer;
  // Most chunks give one segment: a list made for it takes less memory than one that grows.
  if (writer.segments.length === 0) writer.segments = [segment];
  else writer.segments.push(segment);
  writer.ledger = {
    upstreamPoints: ledger.upstreamPoints + points.upstream,
    deliveredPoints: ledger.deliveredPoints + points.delivered,
    omissions: ledger.omissions,
    additions: ledger.additions,
    unjudged: followed(ledger, segment, points),
    placing: ledger.placing,
  };
}

/** Hardly any answer has an unjudged sentence: then this costs nothing. */
function followed(
  { unjudged, upstreamPoints, deliveredPoints }: Ledger,
  segment: Segment,
  points: { readonly upstream: number; readonly delivered: number },
): Unjudged {
  if (unjudged.awaiting.length === 0 || points.upstream === 0) return unjudged;
  return written(unjudged, {
    upstream: [upstreamPoints, upstreamPoints + points.upstream],
    delivered: [deliveredPoints, deliveredPoints + points.delivered],
    isText: segment.kind === 'text',
  });
}

function omit(writer: Writer, omitted: Omitted, before: string): void {
  const { context } = writer;
  const { rule } = omitted;
  const number = (context.numberedBefore ?? 0) + (writer.ledger.omissions?.count ?? 0) + 1;
  const disclose = discloseOmission(omitted, context, number);
  const after = bracketedMark(context.wording.marker(disclose([0, 0]), number));
  const start = writer.ledger.deliveredPoints;
  const disclosure = disclose([start, start + codePointLength(after)]);
  const edit = createEdit({ kind: 'omit', at: writer.ledger.upstreamPoints, before, after, cause: rule.cause, rule: ruleName(rule) });
  append(
    writer,
    { kind: 'edit', edit, text: after, disclosure: disclosure.id },
    { upstream: codePointLength(before), delivered: codePointLength(after) },
  );
  writer.ledger = {
    ...writer.ledger,
    omissions: { disclosure, before: writer.ledger.omissions, count: number - (context.numberedBefore ?? 0) },
  };
  writer.disclosures.push(disclosure);
}

/** What sets an addition off from the text around it. */
const fences: Readonly<Record<AddRule['place'], (text: string) => string>> = {
  start: (text) => `${text}\n\n`,
  before: (text) => `${text} `,
  beside: (text) => ` ${text}`,
  after: (text) => ` ${text}`,
  end: (text) => `\n\n${text}`,
};

function add(writer: Writer, rule: AddRule): void {
  const { context } = writer;
  const number = writer.ledger.additions + 1;
  const disclose = discloseAddition(rule, context, number);
  const text = bracketed(`+ ${context.wording.additionLabel(disclose([0, 0]))}: ${inLanguage(rule.text, context.language).text}`);
  const after = fences[rule.place](text);
  const start = writer.ledger.deliveredPoints;
  const disclosure = disclose([start, start + codePointLength(after)]);
  const edit = createEdit({ kind: 'add', at: writer.ledger.upstreamPoints, before: '', after, cause: rule.cause, rule: ruleName(rule) });
  const segment = { kind: 'edit', edit, text: after, disclosure: disclosure.id, ...(isInText(rule) && { isInText: true }) } as const;
  append(writer, segment, { upstream: 0, delivered: codePointLength(after) });
  writer.ledger = { ...writer.ledger, additions: number };
  writer.disclosures.push(disclosure);
}

function inOrder(last: OmissionList | null): readonly OmitDisclosure[] {
  const omissions: OmitDisclosure[] = [];
  for (let each = last; each !== null; each = each.before) omissions.push(each.disclosure);
  return omissions.reverse();
}

/** What was left out and why, for each marker that has been written; then what was delivered unjudged. */
export function writeFootnotes(writer: Writer): void {
  const unjudged = writer.ledger.unjudged.runs.map((run, index) =>
    discloseUnjudged(run, writer.context, (writer.context.unjudgedBefore ?? 0) + index + 1),
  );
  for (const disclosure of unjudged) writer.disclosures.push(disclosure);
  if (!writer.context.prose) return;
  const omissions = inOrder(writer.ledger.omissions);
  omissions.forEach((disclosure, index) => {
    const number = (writer.context.numberedBefore ?? 0) + index + 1;
    writeFootnote(writer, disclosure, { isFirst: index === 0, text: writer.context.wording.notice(disclosure, number) });
  });
  unjudged.forEach((disclosure, index) => {
    const isFirst = omissions.length + index === 0;
    writeFootnote(writer, disclosure, { isFirst, text: writer.context.wording.unjudged(disclosure) });
  });
}

function writeFootnote(writer: Writer, { cause, rule, id }: Disclosure, note: { readonly isFirst: boolean; readonly text: string }): void {
  const after = `${note.isFirst ? '\n\n' : '\n'}${bracketedMark(note.text)}`;
  const edit = createEdit({ kind: 'notice', at: writer.ledger.upstreamPoints, before: '', after, cause, rule });
  append(writer, { kind: 'edit', edit, text: after, disclosure: id }, { upstream: 0, delivered: codePointLength(after) });
}
