import { issueAt } from './pack-issue.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { type RawFile, unreadable } from './reading.ts';
import { type SourceText } from './source-text.ts';
import { readWholeYaml } from './whole-yaml.ts';

/** In UTF-16 units. The largest honest file so far has a tenth of it. */
const longestYaml = 256 * 1024;

/** Reads a YAML file of a pack: quickly when it is written plainly, else with all that YAML allows and a pack does not. */
export function readYaml(source: SourceText): RawFile {
  return source.text.length > longestYaml ? tooLarge(source) : (readPlainYaml(source.text) ?? readWholeYaml(source));
}

function tooLarge(source: SourceText): RawFile {
  const limit = { expected: `at most ${longestYaml} characters`, received: `${source.text.length}`, mend: 'Split the file.' };
  return unreadable([issueAt(source.positionAt(0), { rule: 'S1', path: '', code: 'too-large', ...limit })]);
}
