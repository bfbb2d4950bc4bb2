import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { type CrisisKind } from '../packages/charter/src/crisis-phrase.ts';
import { type LinearModel, logOdds } from '../apps/gateway/src/country/distress/linear-judge.ts';
import { type Example } from './distress/examples.ts';
import { labelled, readLessons } from './distress/lessons.ts';
import { train } from './distress/train.ts';

/**
 * How well distress is learned from `vectors/distress-training`, by holding out a fifth of the examples five times, and with `--write` the model that the gateway has.
 * `npm run bench:distress [-- --write] [--json]`. Lines of several languages speak of like scenes, so that held-out figures flatter; `vectors/crisis-blind*` are by other hands.
 */
const { values: options } = parseArgs({
  options: { write: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});

const folds = 5;
/** Of held-out ordinary questions so many may be taken for distress. */
const wrongShare = 0.0145;
const kindBuckets = 1 << 14;
const charsPerLine = 4000;

const kindOf: Partial<Record<Example['kind'], CrisisKind>> = { violence: 'violence', medical: 'medical', child: 'child' };
const learnedKinds: readonly CrisisKind[] = ['self-harm', 'violence', 'medical', 'child'];

const examples = readLessons();

const heldOut = Array.from({ length: folds }, (_fold, fold) => {
  const isHeld = (index: number): boolean => index % folds === fold;
  const model = train(labelled(examples.filter((_example, index) => !isHeld(index))));
  return examples
    .filter((_example, index) => isHeld(index))
    .map((example) => ({ ...example, odds: logOdds(model, new Set(example.features)) }));
}).flat();

const ordinary = heldOut.filter(({ kind }) => kind === 'ordinary').map(({ odds }) => odds);
const threshold = Number((ordinary.sort((one, other) => other - one)[Math.floor(ordinary.length * wrongShare)] ?? 0).toFixed(3));

const shareAbove = (some: readonly { readonly odds: number }[]): number => some.filter(({ odds }) => odds > threshold).length / some.length;
const figures = {
  examples: examples.length,
  threshold,
  heard: shareAbove(heldOut.filter(({ distress }) => distress)),
  wrong: shareAbove(heldOut.filter(({ distress }) => !distress)),
  ...byKind('wrong', ({ distress }) => !distress),
  ...Object.fromEntries(
    [...new Set(examples.map(({ language }) => language))].map((language) => [
      `heard_${language}`,
      shareAbove(heldOut.filter((one) => one.distress && one.language === language)),
    ]),
  ),
  ...byKind('heard', ({ distress }) => distress),
};
for (const [name, value] of Object.entries(figures))
  console.log(`${name.padEnd(20)} ${Number.isInteger(value) ? value : value.toFixed(3)}`);
if (options.json) console.log(JSON.stringify(figures));
if (options.write) write();

/** The share above the threshold for each kind of example. */
function byKind(name: string, isMeant: (example: Example) => boolean): Readonly<Record<string, number>> {
  const meant = heldOut.filter(isMeant);
  const kinds = [...new Set(meant.map(({ kind }) => kind))];
  return Object.fromEntries(kinds.map((kind) => [`${name}_${kind}`, shareAbove(meant.filter((one) => one.kind === kind))]));
}

function write(): void {
  const inDistress = examples.filter(({ distress }) => distress);
  const kinds = learnedKinds.map((kind) => ({
    kind,
    model: train(
      inDistress.map((example) => ({ features: example.features, isOfKind: (kindOf[example.kind] ?? 'self-harm') === kind })),
      { buckets: kindBuckets },
    ),
  }));
  const text = [
    "import { type CrisisKind } from '@parlance/charter';",
    '',
    '/** Weights are whole numbers of one byte, deflated, in base64. */',
    'export interface WrittenModel {\n  readonly bias: number;\n  readonly unit: number;\n  readonly weights: string;\n}',
    '',
    '/** Made by `npm run bench:distress -- --write` from `vectors/distress-training`; not written by hand. */',
    'export const learned: {\n  readonly threshold: number;\n  readonly distress: WrittenModel;\n  readonly kinds: readonly { readonly kind: CrisisKind; readonly model: WrittenModel }[];\n} = {',
    `  threshold: ${threshold},`,
    `  distress: ${written(train(labelled(examples)))},`,
    `  kinds: [\n${kinds.map(({ kind, model }) => `    { kind: '${kind}', model: ${written(model)} },`).join('\n')}\n  ],`,
    '};',
    '',
  ].join('\n');
  writeFileSync(new URL('../apps/gateway/src/country/distress/learned-weights.ts', import.meta.url), text);
}

function written({ bias, unit, weights }: LinearModel): string {
  const base64 = deflateRawSync(weights, { level: 9 }).toString('base64');
  const lines = base64.match(new RegExp(`.{1,${charsPerLine}}`, 'g')) ?? [];
  return `{ bias: ${bias}, unit: ${unit}, weights: \`${lines.join('\n')}\` }`;
}
