/** How much of a line is known, and what its rest goes into. */
export interface Line {
  phase: 'start' | 'text' | 'code' | 'heading' | 'fence' | 'row';
  /** Space in front of what is held that no container has taken, and how many columns it is. */
  lead: string;
  columns: number;
  /** Text that waits for a decision. */
  held: string;
  /** Open containers that the line goes on with. */
  matched: number;
  isMatched: boolean;
  /** A space that follows belongs to the sign before it. */
  eatsSpace: boolean;
  /** A list item has just begun. */
  isFresh: boolean;
}

const tabWidth = 4;

export function freshLine(): Line {
  return { phase: 'start', lead: '', columns: 0, held: '', matched: 0, isMatched: false, eatsSpace: false, isFresh: false };
}

/** Takes a space or a tab in front of the text. */
export function addSpace(line: Line, character: string): void {
  if (line.eatsSpace && character === ' ') {
    line.eatsSpace = false;
    return;
  }
  line.eatsSpace = false;
  line.lead += character;
  line.columns += character === '\t' ? tabWidth - (line.columns % tabWidth) : 1;
}

/** Takes columns away from the front of the lead. */
export function takeColumns(line: Line, columns: number): void {
  let left = Math.min(columns, line.columns);
  line.columns -= left;
  let taken = 0;
  for (; left > 0; taken += 1) left -= line.lead.charAt(taken) === '\t' ? tabWidth : 1;
  line.lead = ' '.repeat(-left) + line.lead.slice(taken);
}

/** The sign at the front of what is held is read; its rest is a line start of its own. */
export function takeSign(line: Line, width: number): void {
  line.held = line.held.slice(width).trimStart();
  line.lead = '';
  line.columns = 0;
}
