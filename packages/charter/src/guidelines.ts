import { hints, studyStyles, tries } from './study.ts';

/** What a pack, an organisation or a person may tune. Everything that is not in the list of guidelines cannot be tuned at all. */
export interface Guideline {
  readonly id: string;
  /** Guideline-level section of the OpenAI Model Spec that the knob tunes, without `#`. */
  readonly anchor: string;
  /** Name of the knob in a pack. */
  readonly knob: string;
  readonly values: readonly [string, ...string[]];
}

/** Closed: a missing knob is a change to the charter, discussed in the open. */
export const guidelines = [
  { id: 'tone-register', anchor: 'be_professional', knob: 'register', values: ['formal', 'neutral', 'plain'] },
  { id: 'form-of-address', anchor: 'be_warm', knob: 'address', values: ['formal-you', 'informal-you', 'none'] },
  // About B2, B1 and A2 of the Common European Framework of Reference (CEFR).
  { id: 'reading-level', anchor: 'be_clear', knob: 'reading_level', values: ['standard', 'plain', 'easy'] },
  { id: 'hint-ladder', anchor: 'be_thorough_but_efficient', knob: 'hints', values: hints },
  { id: 'tries-before-answer', anchor: 'be_thorough_but_efficient', knob: 'tries', values: tries },
  { id: 'study-style', anchor: 'ask_clarifying_questions', knob: 'style', values: studyStyles },
] as const satisfies readonly Guideline[];

export type GuidelineId = (typeof guidelines)[number]['id'];
export type Knob = (typeof guidelines)[number]['knob'];
export type KnobValue<Name extends Knob> = Extract<(typeof guidelines)[number], { knob: Name }>['values'][number];
