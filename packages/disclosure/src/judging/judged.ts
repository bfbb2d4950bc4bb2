import { codePointLength } from '@parlance/core';
import { type Candidate } from '../candidate.ts';
import { type Findings, inOrder } from '../findings.ts';
import { scan, type Scan } from '../matching/scanner.ts';
import { type Screen } from '../screen.ts';
import { pointsWaiting } from '../placing.ts';
import { type Ledger } from '../writer.ts';
import { type Effect } from './effect.ts';
import { omittedPart } from './sentences.ts';
import { awaitUnjudged } from './unjudged-run.ts';

/** What is known of a sentence before its text is screened. */
export interface Judged {
  readonly effects: readonly Effect[];
  /** It holds safety information: no classifier leaves it out, and no omission around it reaches across it (R10). */
  readonly isProtected: boolean;
}

interface Judging {
  readonly screen: Screen;
  readonly scan: Scan;
  readonly held: string;
  readonly base: number;
  readonly findings: Findings;
  readonly ledger: Ledger;
}

/** Puts what was judged of the sentence that comes next among the findings, so that it is decided together with what matchers find in it. */
export function takeJudged<Pass extends Judging>(pass: Pass, text: string, { effects, isProtected }: Judged): Pass {
  if (effects.length === 0 && !isProtected) return pass;
  const offset = pass.base + pass.held.length;
  const [start, end] = omittedPart(text);
  const span = { start: offset + start, end: offset + end, from: pass.scan.seen, to: scan(pass.screen.table, pass.scan, text)[0].seen };
  const candidates = effects
    .filter(({ action }) => action !== 'disclose')
    .map(({ role: { rule, rank }, decidedBy }): Candidate => ({ ...span, rule, rank, identifier: null, verdict: 'certain', decidedBy }));
  const kept = isProtected ? [{ ...span, start: offset, end: offset + text.length }] : [];
  return {
    ...pass,
    findings: {
      ...pass.findings,
      candidates: inOrder([...pass.findings.candidates, ...candidates]),
      kept: [...pass.findings.kept, ...kept],
    },
    ledger: effects
      .filter(({ action }) => action === 'disclose')
      .reduce((ledger, effect) => awaiting(pass, ledger, { effect, text }), pass.ledger),
  };
}

function awaiting({ held }: Judging, ledger: Ledger, { effect, text }: { readonly effect: Effect; readonly text: string }): Ledger {
  const before = ledger.upstreamPoints + pointsWaiting(ledger.placing) + codePointLength(held);
  const [start, end] = omittedPart(text);
  const from = before + codePointLength(text.slice(0, start));
  const to = from + codePointLength(text.slice(start, end));
  return { ...ledger, unjudged: awaitUnjudged(ledger.unjudged, { rule: effect.role.rule, from, to }) };
}
