import { type DriftRow, type LanguageRow, type ReviewReason, type ReviewRow } from '@parlance/web';
import { compare, fewest, inTens } from '../cube/told-classes.ts';
import { type RegisterTotals } from '../../store/register-row.ts';

/** Of decided objections, the share that were found right, from which on a rule is to be looked at. */
const oftenRight = 0.2;

interface Found {
  readonly rules: readonly DriftRow[];
  readonly languages: readonly DriftRow[];
  readonly between: readonly LanguageRow[];
  readonly decisions: RegisterTotals['decisions'];
}

type Named = Pick<ReviewRow, 'rule' | 'kind' | 'type' | 'law' | 'law_url'>;

/** Rules that leave something out and stand out: they may take away more than the law asks for. Nothing here says that they do. */
export function reviewList({ rules, languages, between, decisions }: Found): readonly ReviewRow[] {
  return rules
    .filter(({ kind }) => kind === 'omit')
    .map((row) => {
      const isSame = (each: Named): boolean => each.rule === row.rule && each.kind === row.kind;
      const rose = languages.filter((each) => isSame(each) && each.verdict === 'rose');
      const more = between.filter((each) => isSame(each) && each.verdict === 'more');
      const objections = toldObjections(row.rule, decisions);
      const reasons: readonly (ReviewReason | false)[] = [
        (row.verdict === 'rose' || rose.length > 0) && 'rose',
        more.length > 0 && 'more-in-a-language',
        isOftenRight(objections) && 'objections',
      ];
      const { rule, kind, type, law, law_url } = row;
      const named = [...new Set([...rose, ...more].flatMap(({ language }) => language ?? []))].toSorted(compare);
      return { rule, kind, type, law, law_url, reasons: reasons.filter((each) => each !== false), languages: named, objections };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((left, right) => right.reasons.length - left.reasons.length || compare(left.rule, right.rule));
}

/** Two sets of decisions that do not overlap, each in whole tens and below ten not told. */
function toldObjections(rule: string, decisions: RegisterTotals['decisions']): ReviewRow['objections'] {
  const sumOf = (isRight: boolean): number =>
    decisions.filter((each) => each.rule === rule && (each.outcome === 'rejected') !== isRight).reduce((sum, { count }) => sum + count, 0);
  return { found_right: inTens(sumOf(true)), rejected: inTens(sumOf(false)) };
}

/** The other side may have up to nine more than it tells, and counts as if it had. */
function isOftenRight({ found_right: right, rejected }: ReviewRow['objections']): boolean {
  return right >= fewest && right / (right + rejected + fewest - 1) >= oftenRight;
}
