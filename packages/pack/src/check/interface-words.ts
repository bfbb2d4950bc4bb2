import { interfaceIds, interfaceMessages } from '@parlance/charter';
import { type PackIssue } from '../format/pack-issue.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';
import { senseFaults } from './notice-sense.ts';
import { wordingFaults } from './notices.ts';

const slotsById: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(interfaceMessages));

/** Words of the pages are wordings like notices: plain, with every slot that they must use and no other, and those that name an omission, its law and the way to object say so (S11, S16). */
export const interfaceWords: Check = (context) =>
  [...context.pack.interface].flatMap(([language, wordings]) => {
    const file = `interface/${language}.yaml`;
    const wrong = [...wordings].flatMap(([id, wording]) =>
      [...wordingFaults(wording, { required: slotsById.get(id) ?? [], optional: [] }), ...senseFaults(language, id, wording)].map((fault) =>
        issueIn(context.draft, file, { path: id, ...fault }),
      ),
    );
    return [...wrong, ...missingWords(context, file, wordings)];
  });

/** A page shows its own words, in its own language, for what a pack leaves out: a reader loses nothing but the language. */
function missingWords({ draft }: CheckContext, file: string, wordings: ReadonlyMap<string, string>): readonly PackIssue[] {
  const missing = interfaceIds.filter((id) => !wordings.has(id));
  if (missing.length === 0) return [];
  const facts = { code: 'missing-word', expected: 'a wording of every word of the pages', received: `${missing.length} missing` };
  const mend = `Translate ${missing.slice(0, 20).join(', ')}${missing.length > 20 ? ' and others' : ''}.`;
  return [issueIn(draft, file, { rule: 'S16', path: '', severity: 'warning', ...facts, mend })];
}
