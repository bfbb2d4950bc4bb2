import { codePointLength } from '@parlance/core';
import {
  counts,
  isPartOf,
  keeps,
  mayCount,
  overlaps,
  visibleDistance,
  type Candidate,
  type ContextWord,
  type Surroundings,
} from './candidate.ts';
import { type Findings, findingsWith, isEmpty, noFindings } from './findings.ts';
import { followed } from './following-context.ts';
import { contextReach } from './identifiers/identifier.ts';
import { type Judged, takeJudged } from './judging/judged.ts';
import { type Hit } from './matching/hit.ts';
import { finishScan, freshScan, scan, settledSymbols, settledUpTo, type Scan } from './matching/scanner.ts';
import { type Disclosure } from './disclosure.ts';
import { type Segment } from './edit.ts';
import { omissionsOf } from './omission.ts';
import { absorb, isFull, reachOf, type OpenSentence } from './open-sentence.ts';
import { type AddRule } from './rule.ts';
import { exemptKeys, type Screen } from './screen.ts';
import { confirming, sentenceEnd } from './text/sentence.ts';
import { type PassContext } from './pass-context.ts';
import {
  createWriter,
  ledgerOf,
  writeEnd,
  writeFootnotes,
  writeOmission,
  writePlaced,
  writeStart,
  writeText,
  type Ledger,
  type Output,
  type Writer,
} from './writer.ts';

/** State of one channel of one choice. Immutable: each step gives a new one. */
export interface Pass {
  readonly screen: Screen;
  readonly context: PassContext;
  readonly exempt: ReadonlySet<string>;
  readonly scan: Scan;
  /** Text not yet released, and the offset of its first unit. */
  readonly held: string;
  readonly base: number;
  readonly findings: Findings;
  readonly open: OpenSentence | null;
  readonly triggered: readonly AddRule[];
  readonly ledger: Ledger;
}

export function startPass(screen: Screen, context: PassContext): Pass {
  return {
    screen,
    context,
    exempt: exemptOf(screen, context.typed),
    scan: freshScan,
    held: '',
    base: 0,
    findings: noFindings,
    open: null,
    triggered: [],
    ledger: ledgerOf(screen.additions, context),
  };
}

const exempts = new WeakMap<readonly string[], { readonly screen: Screen; readonly keys: ReadonlySet<string> }>();

/** One list serves every pass of a turn, and number plans are slow to ask. */
function exemptOf(screen: Screen, typed: readonly string[]): ReadonlySet<string> {
  const known = exempts.get(typed);
  if (known?.screen === screen) return known.keys;
  const keys = exemptKeys(screen.identifiers, typed);
  exempts.set(typed, { screen, keys });
  return keys;
}

/** Writes the additions that stand at the start now: safety resources do not wait for an upstream that may be down (R9). */
export function begin(pass: Pass): readonly [Pass, Output] {
  const writer = createWriter(pass.screen.additions, pass.context, pass.ledger);
  writeStart(writer);
  return [{ ...pass, ledger: writer.ledger }, outputOf(writer)];
}

/** Text is read in slices of at most this many UTF-16 units, because deciding compares what lies in one slice; where it is cut changes nothing (R7). */
const longestSlice = 4096;

/** Reads one chunk and releases all text that can no longer become part of an omission. */
export function step(pass: Pass, text: string): readonly [Pass, Output] {
  if (text.length <= longestSlice) return stepSlice(pass, text);
  const segments: Segment[] = [];
  const disclosures: Disclosure[] = [];
  let current = pass;
  for (let at = 0; at < text.length; at += longestSlice) {
    const [next, output] = stepSlice(current, text.slice(at, at + longestSlice));
    current = next;
    for (const segment of output.segments) segments.push(segment);
    for (const disclosure of output.disclosures) disclosures.push(disclosure);
  }
  return [current, { segments, disclosures }];
}

/** Reads one sentence that has been judged, or needed no judgement; `text` is one of those that `cutSentences` gives. */
export function stepJudged(pass: Pass, text: string, judged: Judged): readonly [Pass, Output] {
  return stepSlice(takeJudged(pass, text, judged), text);
}

function stepSlice(pass: Pass, text: string): readonly [Pass, Output] {
  const [scanned, hits] = scan(pass.screen.table, pass.scan, text);
  if (hits.length === 0 && pass.findings === noFindings && pass.open === null) return stepFree(pass, scanned, text);
  const read = withHits({ ...pass, scan: scanned, held: pass.held + text }, hits);
  const writer = createWriter(pass.screen.additions, pass.context, pass.ledger);
  const released = release(read, { settled: settledUpTo(scanned), settledSymbols: settledSymbols(scanned), final: false, writer });
  writePlaced(writer, { found: released.findings.triggers, isFinal: false });
  return [{ ...released, ledger: writer.ledger }, outputOf(writer)];
}

/** Most chunks have nothing to decide: they cost one state and one segment. What was held is joined to the text behind it, never copied. */
function stepFree(pass: Pass, scanned: Scan, text: string): readonly [Pass, Output] {
  const { screen, context, exempt, findings, open, triggered, ledger } = pass;
  const base = Math.max(settledUpTo(scanned), pass.base);
  const ofHeld = Math.min(base - pass.base, pass.held.length);
  const ofText = base - pass.base - ofHeld;
  const writer = createWriter(screen.additions, context, ledger);
  const released = pass.held.slice(0, ofHeld) + text.slice(0, ofText);
  writeText(writer, released, hasPairs(pass, scanned) ? codePointLength(released) : released.length);
  writePlaced(writer, { found: [], isFinal: false });
  const held = pass.held.slice(ofHeld) + text.slice(ofText);
  return [{ screen, context, exempt, scan: scanned, held, base, findings, open, triggered, ledger: writer.ledger }, outputOf(writer)];
}

/** Whether there is a pair of surrogates in what has been read and was not yet released. */
function hasPairs({ base, ledger }: Pass, { pairs }: Scan): boolean {
  return base - pairs < ledger.upstreamPoints;
}

/** Ends the channel: decides what was open, then writes footnotes and the additions that stand at the end. */
export function finish(pass: Pass): Output {
  const end = finishScan(pass.screen.table, pass.scan);
  const read = withHits(pass, end.hits);
  const writer = createWriter(pass.screen.additions, pass.context, pass.ledger);
  const released = release(read, { settled: end.position, settledSymbols: Infinity, final: true, writer });
  writePlaced(writer, { found: [], isFinal: true });
  writeEnd(writer, released.triggered);
  return outputOf(writer);
}

/** Ends a channel whose text broke off: what was held is not said, and what was left out before is still told of (R3). */
export function abandon(pass: Pass): Output {
  const writer = createWriter(pass.screen.additions, pass.context, pass.ledger);
  writeFootnotes(writer);
  return outputOf(writer);
}

function outputOf({ segments, disclosures }: Writer): Output {
  return { segments, disclosures };
}

function withHits(pass: Pass, hits: readonly Hit[]): Pass {
  return hits.length === 0 ? pass : { ...pass, findings: findingsWith(pass.findings, hits, pass) };
}

interface Horizon {
  /** Offset before which nothing can change any more. */
  readonly settled: number;
  /** The same in symbols that can be seen. */
  readonly settledSymbols: number;
  readonly final: boolean;
  readonly writer: Writer;
}

/** Decides about candidates in order, as far as all is settled that a decision rests on; so the decisions do not depend on the chunks (R7). */
function release(before: Pass, horizon: Horizon): Pass {
  const { candidates } = before.findings;
  let pass = before;
  let next = 0;
  for (;;) {
    const candidate = candidates[next];
    const isDue = candidate !== undefined && candidate.start < horizon.settled;
    const limit = isDue ? candidate.start : horizon.settled;
    pass = pass.open === null ? releaseFree(pass, limit, horizon.writer) : closeSentence(pass, pass.open, { ...horizon, limit, isDue });
    // A sentence that has just ended leaves text behind it, up to the same candidate.
    if (pass.open === null && pass.base < limit) continue;
    if (!isDue) return forget(pass, next, horizon.writer);
    const isOmitted = counts(candidate, surroundings(pass, { horizon, undecided: candidates.slice(next + 1) }));
    if (isOmitted === null) return forget(pass, next, horizon.writer);
    next++;
    if (isOmitted) pass = { ...pass, open: absorbed(pass, candidate) };
  }
}

function surroundings(pass: Pass, place: { readonly horizon: Horizon; readonly undecided: readonly Candidate[] }): Surroundings {
  const { contexts, exempted, published, omitted: before } = pass.findings;
  const { settled, settledSymbols: symbols } = place.horizon;
  const omitted = pass.open === null ? before : [...before, ...omissionsOf(pass.open.stretches)];
  const isExempt = (candidate: Candidate): boolean =>
    exempted.some((kept) => keeps(kept, candidate)) || published.some((span) => isPartOf(candidate, span));
  const known = { contexts, isExempt, omitted };
  const behind = { text: pass.held, base: pass.base, settled, settledSymbols: symbols, contexts, candidates: place.undecided, omitted };
  return { ...known, isFollowed: (candidate) => followed(candidate, { ...behind, mayCountAlone: (inner) => mayCount(inner, known) }) };
}

function absorbed({ open, held, base }: Pass, candidate: Candidate): OpenSentence {
  return absorb(open, candidate, (from, to) => held.slice(from - base, to - base));
}

/** Releases the open sentence when it ends before `limit`, or a published number stands after its last match, or it has no match within reach, or the text is over; otherwise remembers how far it looked. */
function closeSentence(pass: Pass, open: OpenSentence, place: Horizon & { readonly limit: number; readonly isDue: boolean }): Pass {
  const { base } = pass;
  const from = Math.max(open.end, open.searchedTo);
  const found = sentenceEnd(pass.held, from - base, { limit: place.limit - base, hiddenBefore: open.end - base });
  const { published, kept } = pass.findings;
  const stays = [...published, ...kept].filter((span) => span.start >= open.end && span.end <= place.limit).map((span) => span.end);
  const end = Math.min(found === null ? Infinity : found + base, ...stays);
  const reach = reachOf(open, place.limit, (start, stop) => pass.held.slice(start - base, stop - base));
  if (end <= reach) return releaseSentence(pass, end, { open, writer: place.writer });
  if (reach < place.limit || (open.end === place.limit && isFull(open)))
    return releaseSentence(pass, wholeCodePoint(pass, reach), { open, writer: place.writer });
  if (place.final && !place.isDue) return releaseSentence(pass, place.settled, { open, writer: place.writer });
  return { ...pass, open: { ...open, searchedTo: Math.max(from, place.limit - confirming) } };
}

function wholeCodePoint(pass: Pass, offset: number): number {
  const unit = pass.held.charCodeAt(offset - pass.base);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset;
}

function releaseFree(pass: Pass, end: number, writer: Writer): Pass {
  if (end <= pass.base) return pass;
  writeText(writer, pass.held.slice(0, end - pass.base));
  return { ...pass, held: pass.held.slice(end - pass.base), base: end };
}

function releaseSentence(pass: Pass, end: number, place: { readonly open: OpenSentence; readonly writer: Writer }): Pass {
  const omissions = omissionsOf(place.open.stretches);
  const heldAt = (from: number, to: number): string => pass.held.slice(from - pass.base, to - pass.base);
  let at = pass.base;
  for (const omission of omissions) {
    writeText(place.writer, heldAt(at, omission.start));
    writeOmission(place.writer, omission.winner, heldAt(omission.start, omission.end));
    at = omission.end;
  }
  writeText(place.writer, heldAt(at, end));
  const findings = { ...pass.findings, omitted: [...pass.findings.omitted, ...omissions] };
  return { ...pass, held: pass.held.slice(end - pass.base), base: end, open: null, findings };
}

/** Drops what has been dealt with, `decided` candidates among it, and counts the triggers that readers can still see. */
function forget(pass: Pass, decided: number, writer: Writer): Pass {
  const { findings, base, scan: scanned } = pass;
  if (findings === noFindings) return pass;
  const candidates = findings.candidates.slice(decided);
  // No candidate that is still to be decided begins before this symbol.
  const nearest = Math.min(candidates[0]?.from ?? scanned.seen, settledSymbols(scanned));
  const isNear = (context: ContextWord): boolean => visibleDistance(context.to, nearest, findings.omitted) <= contextReach;
  // What is left out of an open sentence may still grow, and bring a context word within reach.
  const contexts = pass.open === null ? findings.contexts.filter(isNear) : findings.contexts;
  const triggers = findings.triggers.filter((trigger) => trigger.end > base);
  const oldest = [...contexts, ...triggers].reduce((least, span) => Math.min(least, span.start), base);
  const seen = findings.triggers.filter((trigger) => trigger.end <= base && !findings.omitted.some((span) => overlaps(span, trigger)));
  const left: Findings = {
    candidates,
    exempted: findings.exempted.filter((exempt) => exempt.end > base),
    published: findings.published.filter((span) => span.end > base),
    kept: findings.kept.filter((span) => span.end > base),
    contexts,
    triggers,
    omitted: findings.omitted.filter((span) => span.end > oldest),
  };
  writer.seen.push(...seen);
  const triggered = seen.length === 0 ? pass.triggered : [...new Set([...pass.triggered, ...seen.map((trigger) => trigger.rule)])];
  return { ...pass, findings: isEmpty(left) ? noFindings : left, triggered };
}
