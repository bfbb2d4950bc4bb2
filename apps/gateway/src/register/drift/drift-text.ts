import { type DriftFacts, type DriftRate, type DriftRow, wasJudged } from '@parlance/web';

/** The drift of a month for a terminal: what stands out, and what stands for review. */
export function driftText({ month, past, answers, rules, languages, between, review, not_seen }: DriftFacts): string {
  if (month === null) return 'the log has no ten answers of any month\n';
  const moved = [...rules, ...languages].filter(({ verdict }) => verdict === 'rose' || verdict === 'fell');
  const apart = between.filter(({ verdict }) => verdict !== 'alike');
  const isJudged = wasJudged({ rules, languages }) || between.length > 0;
  const lines = [
    `Month ${month}, ${answers.now === null ? 'fewer than ten' : `at least ${answers.now}`} answers, beside ${past.length} months before it with at least ${answers.past} answers`,
    ...moved.map(movedLine),
    ...apart.map(
      ({ rule, kind, language, verdict, ratio, here, elsewhere, q }) =>
        `${kind} ${rule} in ${language}: ${side(verdict === 'more', ratio)} as in the other languages (${of(here)} and ${of(elsewhere)} of 10,000 entries, q ${q})`,
    ),
    ...(moved.length + apart.length === 0 ? [nothing(isJudged)] : []),
    ...review.map(({ rule, law, reasons }) => `for review: ${rule}${law === null ? '' : ` (${law})`}: ${reasons.join(', ')}`),
    'What this does not show:',
    ...not_seen.map((line) => `- ${line}`),
  ];
  // Names come from packs: nothing of them may steer a terminal.
  return lines.map((line) => `${line.replaceAll(/\p{C}/gu, '?')}\n`).join('');
}

const nothing = (isJudged: boolean): string =>
  isJudged ? 'Nothing stands out.' : 'Nothing could be judged yet: there is too little to compare.';

function movedLine({ rule, kind, language, verdict, ratio, now, past, q }: DriftRow): string {
  const where = language === null ? '' : ` in ${language}`;
  const unit = language === null ? 'answers' : 'entries';
  return `${kind} ${rule}${where}: ${side(verdict === 'rose', ratio)} as before (${of(now)} and ${of(past)} of 10,000 ${unit}, q ${q ?? 1})`;
}

const side = (isMore: boolean, ratio: number | null): string => `${isMore ? 'at least' : 'at most'} ${ratio ?? 0} times as often`;
const of = ({ per_10000 }: DriftRate): string => (per_10000 === null ? 'fewer than ten' : String(per_10000));
