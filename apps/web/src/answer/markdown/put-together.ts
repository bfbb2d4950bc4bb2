/** A shorter run of letters or digits is no word or number that anything was looked for by. */
const shortest = 5;

const token = /<(?<name>mi|mn|mtext|ms)(?: [^<>]*)?>(?<text>[^<]*)<\/\k<name>>|<\/?(?<other>[a-z]+)[^<>]*>/g;
/** Elements between which letters stand side by side all the same. */
const transparent = new Set(['mspace', 'mrow', 'mstyle', 'mpadded', 'mphantom', 'span']);

/**
 * Whether a formula shows a word or number that its source has in pieces: what was looked for was looked for in the source, past signs, and the names of commands
 * (`matching/rest.ts` of the screen), but not past what a command is given, as in `494\hspace{0pt}0313`.
 */
export function putsTogether(tex: string, markup: string): boolean {
  const written = letters(tex.replace(/\\[a-zA-Z]+/g, ''));
  return runsIn(markup, written).some((run) => run.length >= shortest && !written.includes(run));
}

/** Letters and digits that stand side by side. What a command names, a Greek letter, stands between the others. */
function runsIn(markup: string, written: string): readonly string[] {
  const runs = [''];
  for (const { groups } of markup.matchAll(token)) {
    const text = letters(groups?.['text'] ?? '');
    const isApart = groups?.['other'] === undefined ? !written.includes(text) : !transparent.has(groups['other']);
    if (isApart) runs.push('');
    else runs.push((runs.pop() ?? '') + text);
  }
  return runs;
}

function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
