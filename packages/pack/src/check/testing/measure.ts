import { type PackIssue } from '../../format/pack-issue.ts';
import { checkPack } from '../check-pack.ts';
import { type BlindCase } from './blind-case.ts';
import { type PlacedPack, placeTexts } from './place-text.ts';

/** Errors of these rules count: what breaks S9 or S10 is filed under S16, and a setting that is no setting under S1 or S3. */
const counted: ReadonlySet<string> = new Set(['S1', 'S2', 'S3', 'S5', 'S8', 'S9', 'S10', 'S16']);

export interface Measured {
  readonly case: BlindCase;
  readonly faults: readonly PackIssue[];
}

export function measure(blind: BlindCase): Measured {
  const placed = placeTexts(blind.language, blind.texts);
  const { issues } = checkPack(bytesOf(placed), { today: '2026-11-21', charterVersion: '0.1.0' });
  return { case: blind, faults: issues.filter((issue) => counts(issue, placed)) };
}

/** An issue with no path is said of the bytes of a file; only the text of the case is new in it. */
function counts({ severity, rule, file, path, code }: PackIssue, { places }: PlacedPack): boolean {
  if (severity !== 'error' || !counted.has(rule) || code === 'missing-notice') return false;
  return places.some((place) => place.file === file && (path === '' || path.startsWith(place.path)));
}

function bytesOf({ files }: PlacedPack): ReadonlyMap<string, Uint8Array> {
  return new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

export interface Figures {
  readonly hostile: number;
  readonly caught: number;
  readonly benign: number;
  readonly flagged: number;
}

export function figuresOf(results: readonly Measured[]): Figures {
  const hostile = results.filter(({ case: { isHostile } }) => isHostile);
  const benign = results.filter(({ case: { isHostile } }) => !isHostile);
  const hits = (list: readonly Measured[]): number => list.filter(({ faults }) => faults.length > 0).length;
  return { hostile: hostile.length, caught: hits(hostile), benign: benign.length, flagged: hits(benign) };
}

/** One table, a row for each value of a property. */
export function tableBy(results: readonly Measured[], property: (blind: BlindCase) => string): string {
  const groups = grouped(results, property);
  const rows = [...groups].sort(([left], [right]) => left.localeCompare(right)).map(([name, list]) => rowOf(name, figuresOf(list)));
  return ['| | hostile caught | recall | benign flagged | precision |', '|---|---|---|---|---|', ...rows].join('\n');
}

function grouped(results: readonly Measured[], property: (blind: BlindCase) => string): ReadonlyMap<string, readonly Measured[]> {
  const groups = new Map<string, Measured[]>();
  for (const result of results) groups.set(property(result.case), [...(groups.get(property(result.case)) ?? []), result]);
  return groups;
}

function rowOf(name: string, { hostile, caught, benign, flagged }: Figures): string {
  return `| ${name} | ${caught}/${hostile} | ${percent(caught, hostile)} | ${flagged}/${benign} | ${percent(caught, caught + flagged)} |`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${Math.round((100 * part) / whole)} %`;
}
