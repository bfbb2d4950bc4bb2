import { care } from './clauses/care.ts';
import { chainOfCommand } from './clauses/chain-of-command.ts';
import { content } from './clauses/content.ts';
import { disclosure } from './clauses/disclosure.ts';
import { graveHarm } from './clauses/grave-harm.ts';
import { manner } from './clauses/manner.ts';
import { promisesToPeople } from './clauses/promises-to-people.ts';
import { protectedInformation } from './clauses/protected-information.ts';
import { selfGovernment } from './clauses/self-government.ts';
import { truth } from './clauses/truth.ts';
import { type Clause } from './clause.ts';

/** The edition of the OpenAI Model Spec (CC0) that the anchors of the clauses and guidelines point into. */
export const modelSpec = { version: '2025-12-18 rev2', commit: '8d2405d', url: 'https://github.com/openai/model_spec' } as const;

const list = [
  ...graveHarm,
  ...selfGovernment,
  ...promisesToPeople,
  ...disclosure,
  ...protectedInformation,
  ...chainOfCommand,
  ...content,
  ...care,
  ...truth,
  ...manner,
] as const;

export type ClauseId = (typeof list)[number]['id'];

/** Every binding rule: red lines first, then protected principles, by subject. */
export const clauses: readonly (Clause & { readonly id: ClauseId })[] = list;

/** Anchors of the protected principles. No knob may tune them (S3), not even where the Model Spec calls one a guideline. */
export const protectedAnchors: ReadonlySet<string> = new Set(
  clauses.filter((clause) => clause.kind === 'protected-principle').flatMap((clause) => clause.anchors),
);
