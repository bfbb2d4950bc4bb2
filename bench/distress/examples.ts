import { readdirSync, readFileSync } from 'node:fs';
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

const folder = new URL('../../vectors/distress-training/', import.meta.url);

/** All examples, in the order of their files' names and lines. */
export function readExamples(): readonly Example[] {
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
