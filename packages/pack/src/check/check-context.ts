import { issueAt, type IssueFacts, type PackIssue } from '../format/pack-issue.ts';
import { type PackDraft, positionIn } from '../format/read-pack.ts';
import { type Pack } from '../pack.ts';
import { type FreeText } from './free-text.ts';

/** What every check is given. `pack` holds only what could be read; what `pack.yaml` did not say is empty, and no file is held against it. */
export interface CheckContext {
  readonly draft: PackDraft;
  readonly pack: Pack;
  readonly freeTexts: readonly FreeText[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly charterVersion: string;
}

/** One static guarantee, or a part of one. */
export type Check = (context: CheckContext) => readonly PackIssue[];

export function issueIn(draft: PackDraft, file: string, facts: IssueFacts): PackIssue {
  return issueAt(positionIn(draft, file, facts.path), facts);
}
