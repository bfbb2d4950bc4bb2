import { type Curriculum, type CurriculumItem, type Sector, type Study } from '@parlance/pack';
import { type StudyGroup } from '@parlance/web';
import { type Gateway } from '../../gateway.ts';
import { shortTitle } from './short-title.ts';

interface Subject {
  /** Of its file in the pack. */
  readonly name: string;
  readonly curriculum: Curriculum;
}

/** What can be studied here. */
export interface StudyOffer {
  readonly sector: Sector & { readonly study: Study };
  readonly subjects: readonly Subject[];
}

const usualSector = 'education';

/** The sector of study mode and its subjects; null: the pack has none, or the key of the pages is for another sector. */
export function studyOffer({ country, pageKey }: Pick<Gateway, 'country' | 'pageKey'>): StudyOffer | null {
  const own = pageKey?.sector ?? null;
  const wanted = own === null ? [usualSector, ...country.sectors] : [own];
  for (const id of wanted) {
    const sector = country.sectors.includes(id) ? country.pack.sectors.get(id) : undefined;
    if (sector === undefined || sector.study === null) continue;
    const subjects = sector.curriculum.flatMap((name) => {
      const curriculum = country.pack.curriculum.get(name);
      return curriculum === undefined ? [] : [{ name, curriculum }];
    });
    if (subjects.length > 0) return { sector: { ...sector, study: sector.study }, subjects };
  }
  return null;
}

export interface FoundItem {
  readonly subject: Subject;
  readonly item: CurriculumItem;
}

export function findItem({ subjects }: StudyOffer, id: string): FoundItem | null {
  for (const subject of subjects) {
    const item = subject.curriculum.items.find((each) => each.id === id);
    if (item !== undefined) return { subject, item };
  }
  return null;
}

/** The items that have none below them, under what they are a child of. Both stand in the order of the curriculum. */
export function groupsOf({ items, associations, language: own }: Curriculum, page: string): readonly StudyGroup[] {
  const children = associations.filter(({ kind }) => kind === 'isChildOf');
  const parents = new Set(children.map(({ to }) => to));
  const edges = new Map(children.map((edge) => [edge.from, edge]));
  const leaves = items.filter(({ id }) => !parents.has(id));
  const groups = new Map<string, CurriculumItem[]>();
  for (const leaf of leaves) {
    const parent = edges.get(leaf.id)?.to ?? '';
    const known = groups.get(parent);
    if (known === undefined) groups.set(parent, [leaf]);
    else known.push(leaf);
  }
  const place = ({ id }: CurriculumItem): number => edges.get(id)?.place ?? Number.MAX_SAFE_INTEGER;
  return [...groups].map(([parent, list]) => ({
    heading: items.find(({ id }) => id === parent)?.statement ?? null,
    items: list
      .toSorted((one, other) => place(one) - place(other))
      .map(({ id, code, statement, language }) => {
        const written = language ?? own;
        return {
          id,
          code,
          statement,
          short: shortTitle(statement),
          language: written,
          foreign: written === own ? null : foreignName(written, page),
        };
      }),
  }));
}

/** Name of a language, in that of the page; null where it is that of the page. */
export function foreignName(language: string, page: string): string | null {
  return language === page ? null : (new Intl.DisplayNames([page], { type: 'language' }).of(language) ?? language);
}
