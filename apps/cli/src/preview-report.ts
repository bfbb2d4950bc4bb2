import { type CaseChange, charactersPerToken, type PackPreview } from '@parlance/gateway';
import { changedText, visible } from './changed-text.ts';
import { lineChangeText } from './line-change-text.ts';
import { previewTable } from './preview-table.ts';

/** The preview for a person at a terminal: every case, then one line per language, then what has to be looked at. */
export function previewReport(preview: PackPreview): string {
  const { before, after, answeredBy, sector, today, cases, languages, rules } = preview;
  const broken = cases.filter(({ expectation }) => expectation === 'broken');
  return [
    `${before === null ? 'nothing' : named(before)} -> ${named(after)}`,
    `answered by ${answererText(answeredBy)}; sector ${sector}, rules of ${today}`,
    '',
    ...cases.flatMap((change) => caseLines(change, answeredBy.kind !== 'cards')),
    ...steadyLines(languages),
    ...previewTable(languages),
    '',
    `rules that newly act: ${listed(rules.newly)}`,
    `rules that no longer act: ${listed(rules.noLonger)}`,
    `expectations that held and fail now: ${listed(broken.map(({ asked }) => asked.id))}`,
    ...estimateNote(preview),
    '',
  ].join('\n');
}

function named({ id, version, digest }: PackPreview['after']): string {
  return `${id} ${version} (${digest.slice(0, 19)}…)`;
}

function answererText({ kind, upstream, model }: PackPreview['answeredBy']): string {
  return kind === 'cards' ? "the pack's own service cards, without a model" : `${model} at ${upstream}`;
}

/** What changed in the prompt of every question, once for all languages in which it changed alike. */
function steadyLines(languages: PackPreview['languages']): readonly string[] {
  const told = new Map<string, readonly string[]>();
  for (const { language, layers } of languages)
    for (const change of layers) {
      const text = lineChangeText(change, language);
      told.set(text, [...(told.get(text) ?? []), language]);
    }
  const lines = [...told].map(([text, spoken]) => `  ${text} (${spoken.join(', ')})`);
  return lines.length === 0 ? [] : ['every prompt:', ...lines, ''];
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}

function estimateNote({ languages }: PackPreview): readonly string[] {
  return languages.some(({ cost }) => cost.after?.isEstimated === true)
    ? [`~ tokens are estimated: ${charactersPerToken} characters of prompt or answer count as one`]
    : [];
}

const kindWords = { omit: 'left out', add: 'added', unjudged: 'delivered unjudged' } as const;

const expectations = {
  kept: 'expectation met, as before',
  broken: 'EXPECTATION NO LONGER MET',
  mended: 'expectation met, which it was not before',
  'never-met': 'expectation not met, nor before',
  met: 'expectation met',
  unmet: 'expectation not met',
} as const satisfies Record<CaseChange['expectation'], string>;

function caseLines(change: CaseChange, hasModel: boolean): readonly string[] {
  const { asked, status, expectation } = change;
  const only = asked.in === 'both' ? '' : ` (only in the ${asked.in === 'before' ? 'old' : 'new'} version)`;
  const head = `${asked.language} ${asked.id}: ${status}, ${expectations[expectation]}${only}`;
  return status === 'same' ? [head, ''] : [head, `  asked: ${visible(asked.ask)}`, ...answerLines(change, hasModel), ''];
}

function answerLines(change: CaseChange, hasModel: boolean): readonly string[] {
  const { before, after, text } = change;
  if (after.kind === 'failed' || before?.kind === 'failed') return [...failureLine('before', before), ...failureLine('after', after)];
  return [
    ...changedText(text).map((line) => `  | ${line}`),
    ...disclosedLines(change),
    ...sourceLines(change),
    ...(before !== null && before.ending !== after.ending ? [`  ending: ${before.ending} -> ${after.ending}`] : []),
    ...(before !== null && before.language !== after.language ? [`  language: ${before.language} -> ${after.language}`] : []),
    ...promptLines(change, hasModel),
  ];
}

function disclosedLines({ disclosures }: CaseChange): readonly string[] {
  const lines = (sign: string, list: CaseChange['disclosures']['added']): readonly string[] =>
    list.map(({ kind, what, cause, rule, count }) => {
      const times = count === 1 ? '' : `, ${count} times`;
      return `  ${sign} ${kindWords[kind]}: ${what}, cause ${cause}, rule ${rule}${times}`;
    });
  return [...lines('-', disclosures.removed), ...lines('+', disclosures.added)];
}

function sourceLines({ sources }: CaseChange): readonly string[] {
  const lines = (sign: string, list: CaseChange['sources']['added']): readonly string[] =>
    list.map(({ title, url }) => `  ${sign} source: ${visible(title)} ${visible(url)}`);
  return [...lines('-', sources.removed), ...lines('+', sources.added)];
}

/** Without a model nobody reads the prompt, and the answer shows the same words. */
function promptLines({ layers, asked }: CaseChange, hasModel: boolean): readonly string[] {
  const known = layers.filter(({ layer }) => layer === 'knowledge');
  if (hasModel) return known.map((change) => `  prompt: ${lineChangeText(change, asked.language)}`);
  return known.length === 0 ? [] : [`  prompt: ${known.length} ${known.length === 1 ? 'line' : 'lines'} of the knowledge layer`];
}

function failureLine(which: string, answer: CaseChange['before']): readonly string[] {
  return answer?.kind === 'failed' ? [`  ${which}: ${answer.code}, ${visible(answer.message)}`] : [];
}
