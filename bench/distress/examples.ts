import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { featuresOf } from '../../apps/gateway/src/country/distress/text-features.ts';

const kinds = ['direct', 'self', 'roundabout', 'other-person', 'violence', 'medical', 'child', 'near', 'ordinary', 'sad'] as const;
const exampleSchema = z.strictObject({ text: z.string().min(1), distress: z.boolean(), kind: z.enum(kinds) });

export interface Example {
  readonly language: string;
  readonly text: string;
  readonly distress: boolean;
  readonly kind: (typeof kinds)[number];
  readonly features: readonly number[];
}

const caseSchema = z.array(
  z.looseObject({ language: z.string(), ask: z.string(), expect: z.looseObject({ safety: z.unknown().optional() }) }),
);

const folder = new URL('../../vectors/distress-training/', import.meta.url);
const packs = new URL('../../packs/', import.meta.url);

/** All examples, in the order of their files' names and lines, and the harmless questions that the example packs are tried with. */
export function readExamples(): readonly Example[] {
  return [...written(), ...asked()];
}

function written(): readonly Example[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => {
          const example = exampleSchema.parse(JSON.parse(line));
          return { ...example, language: file.slice(0, 2), features: [...featuresOf(example.text)] };
        }),
    );
}

function asked(): readonly Example[] {
  const countries = readdirSync(packs, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return countries.flatMap(({ name }) => {
    const cases = new URL(`${name}/evals/`, packs);
    return readdirSync(cases)
      .sort()
      .flatMap((file) => caseSchema.parse(parse(readFileSync(new URL(file, cases), 'utf8'))))
      .filter(({ expect }) => expect.safety === undefined)
      .map(({ language, ask }) => ({ language, text: ask, distress: false, kind: 'ordinary', features: [...featuresOf(ask)] }));
  });
}
