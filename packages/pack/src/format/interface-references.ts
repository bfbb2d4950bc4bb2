import { type Pack } from '../pack.ts';
import { stemOf } from './layout.ts';
import { type PackDraft } from './read-pack.ts';
import { mustKnow, type Report } from './reference.ts';

/** A language of the pages alone has its notices and its words, and is none of those in which answers are given. */
export function checkInterfaceLanguages(draft: PackDraft, pack: Pack, report: Report): void {
  const { sources } = draft;
  // Languages of the pages alone cannot be told from those that nobody named while pack.yaml has errors.
  const known = draft.pack === null ? null : new Set([...pack.languages, ...pack.interfaceLanguages.keys()]);
  for (const file of sources.keys())
    if (/^(?:notices|interface)\//.test(file))
      mustKnow(report, { file, path: '' }, { written: stemOf(file), known, what: 'language of the pack or its pages' });
  for (const language of pack.interfaceLanguages.keys()) {
    if (pack.languages.includes(language))
      report('pack.yaml', `interface_languages.${language}`, {
        code: 'language-twice',
        expected: 'a language in which no answers are given',
        received: language,
        mend: 'Remove it from languages or from interface_languages.',
      });
    for (const file of [`notices/${language}.yaml`, `interface/${language}.yaml`])
      if (!sources.has(file)) report(file, '', { code: 'missing-file', expected: file, received: 'nothing', mend: `Add ${file}.` });
  }
}
