/** One thing that is wrong with the configuration. */
export interface ConfigIssue {
  /** Where it stands: the name in the environment, or `<file>:<line> <key>`. */
  readonly field: string;
  /** What stood there, shortened and quoted; `(set, hidden)` for a secret; null when nothing did. */
  readonly value: string | null;
  readonly expected: string;
  /** What to do, as a sentence. */
  readonly mend: string;
}

export const hidden = '(set, hidden)';

const longestShown = 80;

/** Keys have such beginnings, and addresses may carry a password; people also paste a secret into the wrong setting. */
const looksSecret = /^(sk|pk|key|hf|gsk)[-_]|^bearer\s|:\/\/[^/]*@/i;

/** A value as it may be shown: quoted, control characters escaped, at most 80 characters, never a secret. */
export function shownValue(text: string, secret: boolean): string {
  if (secret || looksSecret.test(text.trim())) return hidden;
  return JSON.stringify(text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);
}

/** All issues as one text for a terminal. */
export function formatConfigIssues(issues: readonly ConfigIssue[]): string {
  const heading = issues.length === 1 ? 'One setting needs mending:' : `${issues.length} settings need mending:`;
  return [heading, ...issues.map(formatIssue)].join('\n\n');
}

function formatIssue({ field, value, expected, mend }: ConfigIssue): string {
  // Names come from outside too, and a terminal obeys control characters.
  const place = field.replaceAll(/\p{C}/gu, '?');
  const heading = value === null ? place : `${place} = ${value}`;
  return `  ${heading}\n    expected: ${expected}\n    mend:     ${mend}`;
}
