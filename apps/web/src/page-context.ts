import { type SafetyObject } from '@parlance/wire';
import { type InterfaceText } from './interface/interface-text.ts';

/** What a suggested question shows: an ordinary service, an answer with a cut, a person in distress, or something the pack does not know. */
export type QuestionKind = 'service' | 'cut' | 'distress' | 'unknown';

/** How an answer is written; the charter's knob `reading_level`. */
export type ReadingLevel = 'standard' | 'plain' | 'easy';

/** What every page knows. Texts in it come from the pack or from the configuration and are escaped when they are written. */
export interface PageContext {
  /** BCP 47 tag of the language that the reader chose. */
  readonly language: string;
  /** The words of the page. */
  readonly interfaceText: InterfaceText;
  /** Whether somebody has reviewed these words; where nobody has, each page says so. */
  readonly isReviewed: boolean;
  /** Names of the languages in which answers are given, in those languages; empty when that of the page is one of them. */
  readonly answersIn: readonly string[];
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  /** Name of the country, in the language of the page. */
  readonly country: string;
  readonly pack: { readonly id: string; readonly version: string; readonly note: string };
  /** Who runs the service, as the organisation's file names it; null: nobody is named. */
  readonly operator: string | null;
  readonly mode: 'development' | 'production';
  /** Name of the model; empty when the pack's service cards answer without one. */
  readonly answeredBy: string;
  /** The start page shows the ordinary ones; the page that tries things out shows one of each kind. */
  readonly questions: readonly { readonly text: string; readonly kind: QuestionKind }[];
  readonly safety: readonly SafetyObject[];
  /** Whether the pack has a study mode: without one nothing leads to it. */
  readonly hasStudy: boolean;
}

export type Speed = 'instant' | 'fast' | 'reading';

export interface TryContext extends PageContext {
  /** What the visitor lets the model say. */
  readonly text: string;
  /** What the visitor lets a person ask. */
  readonly question: string;
  readonly speed: Speed;
  /** YAML of the rule in the editor. */
  readonly rule: string;
  readonly examples: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly ruleExamples: readonly { readonly id: string; readonly title: string; readonly yaml: string }[];
  /** Keys of the log, as c2sp.org/tlog-policy. */
  readonly policy: string;
}

export interface VerifyContext extends PageContext {
  /** Id in the address; empty when it names no receipt. */
  readonly id: string;
  /** JSON of the receipt of that id; null when there is none. */
  readonly receipt: string | null;
  /** Keys of the log, as c2sp.org/tlog-policy. */
  readonly policy: string;
}

/** What the check of a rule found; an issue of `@parlance/pack` fits. */
export interface RuleResult {
  readonly ok: boolean;
  readonly issues: readonly RuleIssue[];
}

export interface RuleIssue {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  readonly mend: string;
  readonly severity: string;
}

/** An error as a person meets it: HTTP status, a short title and a sentence that says what to do. */
export interface PageFault {
  readonly status: number;
  readonly title: string;
  readonly message: string;
}
