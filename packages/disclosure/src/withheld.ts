import { type Candidate } from './candidate.ts';
import { inOrder } from './findings.ts';
import { type Judged } from './judging/judged.ts';
import { scan } from './matching/scanner.ts';
import { type Pass, step, stepJudged } from './pass.ts';
import { type Original } from './pseudonym.ts';
import { type Restored } from './restore.ts';
import { type Output } from './writer.ts';

/**
 * Reads restored text, `judged` where it is one of the sentences that were. What the reader did not type is left out where its pseudonym stood, whatever stands
 * against it: a screen that reads the text alone would not find it in a word that a model inflects.
 */
export function stepRestored(before: Pass, restored: readonly Restored[], judged: Judged | null = null): readonly [Pass, Output] {
  const text = restored.map((segment) => segment.text).join('');
  const pass = restored.every(({ kind }) => kind === 'text') ? before : takeWithheld(before, restored);
  return judged === null ? step(pass, text) : stepJudged(pass, text, judged);
}

function takeWithheld(pass: Pass, restored: readonly Restored[]): Pass {
  const found: Candidate[] = [];
  let before = '';
  for (const segment of restored) {
    const rule = segment.kind === 'edit' ? ruleAgainst(pass, segment.original) : null;
    const after = before + segment.text;
    if (rule !== null)
      found.push({ ...rule, ...spanOf(pass, before, after), identifier: null, verdict: 'certain', decidedBy: 'automated' });
    before = after;
  }
  if (found.length === 0) return pass;
  return { ...pass, findings: { ...pass.findings, candidates: inOrder([...pass.findings.candidates, ...found]) } };
}

function spanOf({ screen, scan: scanned, base, held }: Pass, before: string, after: string) {
  const seen = (text: string): number => scan(screen.table, scanned, text)[0].seen;
  const offset = base + held.length;
  return { start: offset + before.length, end: offset + after.length, from: seen(before), to: seen(after) };
}

/** The first rule that looks for such an identifier. None for privacy keeps from people what they typed themselves. */
function ruleAgainst({ screen, exempt }: Pass, { identifier, text }: Original): Pick<Candidate, 'rule' | 'rank'> | null {
  if (identifier === null) return null;
  const found = screen.roles.flatMap((role) => (role.kind === 'omit' && role.found?.identifier.id === identifier ? [role] : []));
  const [first] = found.sort((left, right) => left.rank - right.rank);
  const sought = first?.found?.identifier;
  if (first === undefined || sought === undefined) return null;
  const isTyped = exempt.has(`${identifier}:${sought.key(text)}`);
  const against = isTyped ? found.find(({ rule }) => rule.cause !== 'privacy') : first;
  return against === undefined ? null : { rule: against.rule, rank: against.rank };
}
