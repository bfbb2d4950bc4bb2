import { counts, judge, mayCount, type Candidate, type ContextWord, type Surroundings } from './candidate.ts';
import { followed } from './following-context.ts';
import { mayHoldIdentifier } from './identifiers/may-hold-identifier.ts';
import { type Hit } from './matching/hit.ts';
import { finishScan, freshScan, scan } from './matching/scanner.ts';
import { insideOf } from './inside-of.ts';
import { type Screen } from './screen.ts';
import { withoutSigns } from './text/sign.ts';

/** Where a rule matches a whole text, in UTF-16 units, end exclusive. */
export interface Match {
  readonly rule: string;
  readonly identifier: string | null;
  readonly start: number;
  readonly end: number;
}

/** How a whole text is read. */
interface Reading {
  /** Whether a number whose check digit is right counts without a context word where nothing else is said, as in the answer to a question for it. */
  readonly isReply?: boolean;
}

/** Every match of every rule, triggers of additions included: what `check` runs over the safety corpus, and what minimising runs over a request. */
export function findMatches(screen: Screen, text: string, { isReply = false }: Reading = {}): readonly Match[] {
  if (screen.isForIdentifiers && !mayHoldIdentifier(text)) return [];
  const [scanned, first] = scan(screen.table, freshScan, text);
  const hits = [...first, ...finishScan(screen.table, scanned).hits];
  if (hits.length === 0) return [];
  const judged = hits.map((hit) => judge({ screen, hit, text: withoutSigns(text.slice(hit.start, hit.end)), exempt: new Set() }));
  const surroundings = surroundingsIn(screen, { text, hits, judged: judged.filter((candidate) => candidate !== null) });
  return hits.flatMap((hit, index): readonly Match[] => {
    const { start, end } = hit;
    const role = screen.roles[hit.entry];
    if (role?.kind === 'trigger') return [{ rule: role.rule.id, identifier: null, start, end }];
    const candidate = judged[index] ?? null;
    if (candidate === null) return [];
    const alone = isReply && standsAlone(candidate, text) && !surroundings.isExempt(candidate);
    if (!alone && counts(candidate, surroundings) !== true) return [];
    return [{ rule: candidate.rule.id, identifier: candidate.identifier?.id ?? null, start, end }];
  });
}

/** UTF-16 units that a number and what is typed around it can take. */
const longestReply = 100;

/** A number without a check digit may be anything. */
function standsAlone({ identifier, verdict, start, end }: Candidate, text: string): boolean {
  if (text.length > longestReply || verdict !== 'likely' || identifier?.hasChecksum !== true) return false;
  return !/[\p{L}\p{N}]/u.test(text.slice(0, start) + text.slice(end));
}

interface Whole {
  readonly text: string;
  readonly hits: readonly Hit[];
  readonly judged: readonly Candidate[];
}

function surroundingsIn(screen: Screen, { text, hits, judged }: Whole): Surroundings {
  const contexts = hits.flatMap((hit) => contextWord(screen, hit)).sort((left, right) => left.end - right.end);
  const exempt = judged.filter(({ verdict }) => verdict === 'exempt');
  const published = hits.filter((hit) => screen.roles[hit.entry]?.kind === 'published');
  const isExempt = insideOf([...exempt, ...published]);
  const known = { contexts, isExempt, omitted: [] };
  const candidates = judged.filter(({ verdict }) => verdict !== 'exempt').sort((left, right) => left.start - right.start);
  const behind = {
    text,
    base: 0,
    settled: text.length,
    settledSymbols: Infinity,
    contexts,
    candidates,
    omitted: [],
    mayCountAlone: (inner: Candidate) => mayCount(inner, known),
  };
  return { contexts, isExempt, omitted: [], isFollowed: (candidate) => followed(candidate, behind) };
}

export function contextWord(screen: Screen, hit: Hit): readonly ContextWord[] {
  const role = screen.roles[hit.entry];
  if (role?.kind !== 'context') return [];
  const { start, end, from, to } = hit;
  return [{ identifier: role.identifier.id, start, end, from, to }];
}
