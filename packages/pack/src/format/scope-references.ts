import { type Pack, type Scope } from '../pack.ts';
import { actsIn } from '../resolve/in-scope.ts';
import { type PackDraft } from './read-pack.ts';
import { mustKnow, type Report, stemsIn } from './reference.ts';

/** The sectors of a scope exist, and its exception takes away something and not everything. */
export function checkScopes({ fileOf, sources }: PackDraft, pack: Pack, report: Report): void {
  const known = stemsIn(sources, 'sectors');
  for (const rule of [...pack.restrictions, ...pack.additions]) {
    const file = fileOf.get(rule) ?? '';
    const { sectors, except } = rule.scope;
    const named = [
      { path: 'scope.sectors', list: sectors === 'all' ? [] : sectors },
      { path: 'scope.except.sectors', list: except?.sectors ?? [] },
    ];
    for (const { path, list } of named)
      list.forEach((written, index) => {
        mustKnow(report, { file, path: `${path}.${index}` }, { written, known, what: 'sector' });
      });
    const fault = exceptionFault(rule.scope, known);
    if (fault !== null) report(file, 'scope.except', fault);
  }
}

/** What an exception cannot mean. The reader of a law should not be told of one that has no effect. */
function exceptionFault({ sectors, audience, except }: Scope, known: ReadonlySet<string>): Parameters<Report>[2] | null {
  if (except === undefined) return null;
  const before = [...known].filter((sector) => actsIn({ sectors, audience }, sector));
  const left = before.filter((sector) => !except.sectors.includes(sector));
  if (before.length > 0 && left.length === 0)
    return {
      code: 'acts-nowhere',
      expected: 'a sector in which the rule acts',
      received: 'none',
      mend: 'Leave a sector in which the rule acts, or remove the rule.',
    };
  if (left.length === before.length)
    return {
      code: 'excepts-nothing',
      expected: 'an exception from a sector in which the rule acts',
      received: 'an exception from others',
      mend: 'Remove the exception: the rule does not act in those sectors.',
    };
  return null;
}
