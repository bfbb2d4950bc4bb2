import { type Pack } from '../pack.ts';
import { oncePer } from './once-per.ts';

type RuleFolder = 'restrictions' | 'additions';

const idMark = '.yaml#id';

const ruleFiles = oncePer((pack: Pack): Readonly<Record<RuleFolder, readonly string[]>> => {
  const marked = [...pack.positions.keys()].filter((key) => key.endsWith(idMark)).sort();
  const filesIn = (folder: RuleFolder): readonly string[] =>
    marked.filter((key) => key.startsWith(`${folder}/`)).map((key) => key.slice(0, -'#id'.length));
  return { restrictions: filesIn('restrictions'), additions: filesIn('additions') };
});

/**
 * The file of the n-th rule of a folder. A rule's id is not its file's name; the parser reads files in the order of their paths,
 * so the rules of a pack stand in the order of the files that have an id.
 */
export function ruleFile(pack: Pack, folder: RuleFolder, index: number): string {
  return ruleFiles(pack)[folder][index] ?? folder;
}
