import { type Figures } from './figures.ts';
import { type ArmName, type Measured, type Mode, type ModeResults, type Results } from './measure.ts';

const arms: readonly ArmName[] = ['parlance', 'words', 'postgres'];

/** What the first place must be for, in each language. */
const leastRecall = 0.85;

/** Languages in which the search of the packs misses what it must reach: recall@1, and word BM25 when all languages are together. */
export function missesOf({ modes }: Results): readonly string[] {
  const tooFew = Object.entries(modes).flatMap(([mode, { languages }]) =>
    Object.entries(languages).flatMap(([language, { parlance }]) =>
      (parlance?.all.recall1 ?? 0) < leastRecall ? [`${mode} ${language}`] : [],
    ),
  );
  return [...new Set([...tooFew, ...belowWords(modes.together).map((language) => `together ${language}`)])];
}

/** Languages in which word BM25 finds more. */
export function belowWords({ languages }: ModeResults): readonly string[] {
  return Object.entries(languages).flatMap(([language, { parlance, words }]) =>
    (parlance?.all.recall1 ?? 0) < (words?.all.recall1 ?? 1) ? [language] : [],
  );
}

export function tableOf({ documents, questions, modes }: Results): string {
  const heading = `${documents} documents in one index, ${questions} questions`;
  const part = (mode: Mode, meaning: string): string => `${mode}: ${meaning}\n\n${modeTable(modes[mode])}\n\n${speedLine(modes[mode])}`;
  return [
    heading,
    part('together', 'every document of every language may be the answer, and the search does not know which language is asked'),
    part('apart', 'the language is known, and documents of other languages are passed over'),
  ].join('\n\n');
}

function modeTable({ languages }: ModeResults): string {
  const rows = Object.entries(languages).map(([language, measured]) => [
    language,
    ...arms.map((arm) => shown(measured[arm], ({ all }) => all)),
    ...arms.map((arm) => halves(measured[arm])),
  ]);
  const heading = ['', ...arms.map((arm) => `${arm}: R@1 R@5 MRR`), ...arms.map((arm) => `${arm}: R@1 tuning, confirming`)];
  return [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function shown(measured: Measured | null, of: (measured: Measured) => Figures): string {
  if (measured === null) return '–';
  const { recall1, recall5, mrr } = of(measured);
  return [recall1, recall5, mrr].map(digits).join(' ');
}

function halves(measured: Measured | null): string {
  return measured === null ? '–' : `${digits(measured.tuning.recall1)} ${digits(measured.confirming.recall1)}`;
}

function speedLine({ speed, settings }: ModeResults): string {
  const { parlance_ms, words_ms, ratio, index_ms, index_mebibytes } = speed;
  const memory = index_mebibytes === null ? '' : `, ${index_mebibytes.toFixed(1)} MiB`;
  return `${parlance_ms.toFixed(3)} ms a question, ${ratio.toFixed(2)} of word BM25 (${words_ms.toFixed(3)} ms, k1 ${settings.saturation}, b ${settings.lengthPenalty}); index in ${index_ms.toFixed(0)} ms${memory}`;
}

const digits = (value: number): string => value.toFixed(3);
