import { type Curriculum, type CurriculumAssociation, type Pack } from '../pack.ts';
import { shown } from './pack-issue.ts';
import { type PackDraft } from './read-pack.ts';
import { languagesOf, mustKnow, type Report, stemsIn } from './reference.ts';

interface Place {
  readonly file: string;
  readonly curriculum: Curriculum;
  readonly report: Report;
}

/** Within and between curricula: ids of their own, associations whose ends exist, one parent each, no circles; and the sectors that use them. */
export function checkCurricula(draft: PackDraft, pack: Pack, report: Report): void {
  const { fileOf, sources } = draft;
  const languages = languagesOf(draft);
  const seen = new Set<string>();
  for (const curriculum of pack.curriculum.values()) {
    const place = { file: fileOf.get(curriculum) ?? '', curriculum, report };
    checkIds(place, seen);
    checkLanguage(place, languages);
    checkEnds(place);
    checkParents(place);
    checkCircles(place);
  }
  const known = stemsIn(sources, 'curriculum');
  for (const sector of pack.sectors.values())
    sector.curriculum.forEach((written, index) => {
      mustKnow(report, { file: fileOf.get(sector) ?? '', path: `curriculum.${index}` }, { written, known, what: 'curriculum' });
    });
}

function checkIds({ file, curriculum, report }: Place, seen: Set<string>): void {
  const named = [
    { path: 'CFDocument', id: curriculum.id },
    ...curriculum.items.map(({ id }, index) => ({ path: `CFItems.${index}`, id })),
    ...curriculum.associations.map(({ id }, index) => ({ path: `CFAssociations.${index}`, id })),
  ];
  for (const { path, id } of named) {
    if (seen.has(id))
      report(file, `${path}.identifier`, {
        code: 'duplicate-id',
        expected: 'an id of its own',
        received: shown(id),
        mend: 'Give one of the two another id.',
      });
    seen.add(id);
  }
}

/** One language a file, so that each statement is checked as what it is. */
function checkLanguage({ file, curriculum, report }: Place, known: ReadonlySet<string> | null): void {
  mustKnow(report, { file, path: 'CFDocument.language' }, { written: curriculum.language, known, what: 'language of the pack' });
  curriculum.items.forEach(({ language }, index) => {
    if (language === null || language === curriculum.language) return;
    report(file, `CFItems.${index}.language`, {
      code: 'other-language',
      expected: curriculum.language,
      received: shown(language),
      mend: 'Put items of another language into a file of their own.',
    });
  });
}

function checkEnds({ file, curriculum, report }: Place): void {
  const items = new Set(curriculum.items.map(({ id }) => id));
  const missing = (path: string, received: string): void => {
    report(file, path, {
      code: 'dangling',
      expected: 'the identifier of an item of this file',
      received: shown(received),
      mend: 'Name an item of this file, or add it.',
    });
  };
  curriculum.associations.forEach(({ kind, from, to }, index) => {
    if (!items.has(from)) missing(`CFAssociations.${index}.originNodeURI.identifier`, from);
    const isDocument = kind === 'isChildOf' && to === curriculum.id;
    if (!items.has(to) && !isDocument) missing(`CFAssociations.${index}.destinationNodeURI.identifier`, to);
  });
}

/** A tree: each item is a child of one other or of the document. */
function checkParents({ file, curriculum, report }: Place): void {
  const parents = new Map<string, number>();
  for (const { kind, from } of curriculum.associations) if (kind === 'isChildOf') parents.set(from, (parents.get(from) ?? 0) + 1);
  curriculum.items.forEach(({ id }, index) => {
    const count = parents.get(id) ?? 0;
    if (count === 1) return;
    report(file, `CFItems.${index}.identifier`, {
      code: 'not-one-parent',
      expected: 'one association isChildOf that starts here',
      received: String(count),
      mend: 'Make the item a child of one other item, or of the document.',
    });
  });
}

function checkCircles({ file, curriculum, report }: Place): void {
  for (const kind of ['isChildOf', 'precedes'] as const) {
    const found = circleIn(curriculum.associations.filter((association) => association.kind === kind));
    if (found === null) continue;
    report(file, `CFAssociations.${curriculum.associations.indexOf(found)}`, {
      code: 'circle',
      expected: `associations ${kind} without a circle`,
      received: 'an item that comes back to itself',
      mend: 'Remove one of the associations of the circle.',
    });
  }
}

/** An association of a circle, or one that leads into it from behind; null when there is none. In linear time, whatever the depth (Kahn). */
function circleIn(associations: readonly CurriculumAssociation[]): CurriculumAssociation | null {
  const open = new Map<string, number>();
  const into = new Map<string, CurriculumAssociation[]>();
  for (const association of associations) {
    open.set(association.from, (open.get(association.from) ?? 0) + 1);
    const others = into.get(association.to) ?? [];
    others.push(association);
    into.set(association.to, others);
  }
  const done = [...into.keys()].filter((id) => !open.has(id));
  for (let id = done.pop(); id !== undefined; id = done.pop()) {
    for (const { from } of into.get(id) ?? []) {
      const left = (open.get(from) ?? 0) - 1;
      open.set(from, left);
      if (left === 0) done.push(from);
    }
  }
  return associations.find(({ from, to }) => (open.get(from) ?? 0) > 0 && (open.get(to) ?? 0) > 0) ?? null;
}
