import { type Pack } from '../pack.ts';
import { checkCurricula } from './curriculum-references.ts';
import { stemOf } from './layout.ts';
import { issueAt, type PackIssue, shown } from './pack-issue.ts';
import { type PackDraft, positionIn } from './read-pack.ts';
import { checkInterfaceLanguages } from './interface-references.ts';
import { contactsOf, languagesOf, mustKnow, type Report, stemsIn } from './reference.ts';
import { checkScopes } from './scope-references.ts';

/** What one file says about another, or about its own name, has to be true. */
export function referenceIssues(draft: PackDraft): readonly PackIssue[] {
  const pack = draft.readable;
  const issues: PackIssue[] = [];
  const report: Report = (file, path, facts) => issues.push(issueAt(positionIn(draft, file, path), { rule: 'S1', path, ...facts }));
  checkFiles(draft, pack, report);
  checkNames(draft, pack, report);
  checkLanguages(draft, pack, report);
  checkInterfaceLanguages(draft, pack, report);
  checkCards(draft, pack, report);
  checkHandovers(draft, pack, report);
  checkScopes(draft, pack, report);
  checkCases(draft, report);
  checkCurricula(draft, pack, report);
  return issues;
}

const required = ['safety.yaml', 'privacy.yaml'];

function checkFiles({ sources }: PackDraft, pack: Pack, report: Report): void {
  const wanted = [...required, ...pack.languages.map((language) => `locale/${language}.yaml`)];
  for (const file of wanted) {
    if (!sources.has(file)) report(file, '', { code: 'missing-file', expected: file, received: 'nothing', mend: `Add ${file}.` });
  }
  if (![...sources.keys()].some((file) => file.startsWith('sectors/'))) {
    report('pack.yaml', '', {
      code: 'missing-file',
      expected: 'sectors/<name>.yaml',
      received: 'nothing',
      mend: 'Add at least one sector.',
    });
  }
}

function checkNames(draft: PackDraft, pack: Pack, report: Report): void {
  const { fileOf } = draft;
  const unique = new Set<string>();
  const check = (value: object, id: string, expected: string): void => {
    const file = fileOf.get(value) ?? '';
    if (stemOf(file) !== expected) {
      report(file, 'id', {
        code: 'wrong-name',
        expected: stemOf(file),
        received: shown(id),
        mend: `Name the file ${expected}, or change the id.`,
      });
    }
  };
  for (const rule of [...pack.restrictions, ...pack.additions]) {
    check(rule, rule.id, rule.id.split('.').at(-1) ?? '');
    const file = fileOf.get(rule) ?? '';
    const prefix = `${pack.id.toLowerCase()}.`;
    if (pack.id !== '' && !rule.id.startsWith(prefix))
      report(file, 'id', {
        code: 'wrong-name',
        expected: `an id that starts with ${prefix}`,
        received: shown(rule.id),
        mend: `Start the id with ${prefix}`,
      });
    if (unique.has(rule.id))
      report(file, 'id', {
        code: 'duplicate-id',
        expected: 'an id of its own',
        received: shown(rule.id),
        mend: 'Give one of the two another id.',
      });
    unique.add(rule.id);
  }
  for (const value of [...pack.services, ...pack.sectors.values()]) check(value, value.id, value.id);
  mustKnow(
    report,
    { file: 'pack.yaml', path: 'general' },
    { written: pack.generalContact, known: pack.generalContact === '' ? null : contactsOf(draft), what: 'contact' },
  );
}

function checkLanguages(draft: PackDraft, pack: Pack, report: Report): void {
  const { fileOf, sources } = draft;
  const known = languagesOf(draft);
  const check = (file: string, path: string, written: string): void => {
    mustKnow(report, { file, path }, { written, known, what: 'language of the pack' });
  };
  for (const file of sources.keys()) {
    if (/^(?:locale|terminology)\//.test(file)) check(file, '', stemOf(file));
  }
  const same = (file: string, named: string, said: string): void => {
    if (named !== said)
      report(file, 'language', {
        code: 'wrong-name',
        expected: named,
        received: shown(said),
        mend: 'Give the file the place of its language, or change the language.',
      });
  };
  for (const [language, locale] of pack.locales) same(`locale/${language}.yaml`, language, locale.language);
  for (const passage of pack.knowledge) {
    const file = fileOf.get(passage) ?? '';
    check(file, 'language', passage.language);
    same(file, file.split('/')[1] ?? '', passage.language);
  }
}

function checkCards(draft: PackDraft, pack: Pack, report: Report): void {
  const { fileOf, sources } = draft;
  const contacts = contactsOf(draft);
  for (const card of pack.services) {
    const file = fileOf.get(card) ?? '';
    mustKnow(report, { file, path: 'office' }, { written: card.office, known: contacts, what: 'contact' });
    const known = new Set(card.sources.keys());
    card.facts.forEach((fact, index) => {
      mustKnow(report, { file, path: `facts.${index}.source` }, { written: fact.source, known, what: 'source of the card' });
    });
  }
  const cards = stemsIn(sources, 'services');
  for (const sector of pack.sectors.values()) {
    if (sector.services === 'all') continue;
    sector.services.forEach((written, index) => {
      mustKnow(report, { file: fileOf.get(sector) ?? '', path: `services.${index}` }, { written, known: cards, what: 'service card' });
    });
  }
}

function checkHandovers(draft: PackDraft, pack: Pack, report: Report): void {
  const contacts = contactsOf(draft);
  for (const [named, { office }] of pack.handovers) {
    const file = `handover/${named}.yaml`;
    if (named !== office)
      report(file, 'office', {
        code: 'wrong-name',
        expected: named,
        received: shown(office),
        mend: `Name the file ${office}, or change the office.`,
      });
    mustKnow(report, { file, path: 'office' }, { written: office, known: contacts, what: 'contact' });
  }
}

function checkCases(draft: PackDraft, report: Report): void {
  const { sources, raw } = draft;
  const languages = languagesOf(draft);
  const cards = stemsIn(sources, 'services');
  const seen = new Set<string>();
  for (const file of sources.keys()) {
    if (!file.startsWith('evals/')) continue;
    for (const { path, text } of raw.get(file)?.texts ?? []) {
      if (path.endsWith('.expect.card')) mustKnow(report, { file, path }, { written: text, known: cards, what: 'service card' });
      if (path.endsWith('.language')) mustKnow(report, { file, path }, { written: text, known: languages, what: 'language of the pack' });
      if (!path.endsWith('.id')) continue;
      if (seen.has(text))
        report(file, path, {
          code: 'duplicate-id',
          expected: 'an id of its own',
          received: shown(text),
          mend: 'Give one of the two cases another id.',
        });
      seen.add(text);
    }
  }
}
