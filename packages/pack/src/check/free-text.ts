import { stemOf } from '../format/layout.ts';
import { issueAt, type IssueFacts } from '../format/pack-issue.ts';
import { type PackDraft } from '../format/read-pack.ts';
import { type TextAt } from '../format/reading.ts';
import { type SourceText } from '../format/source-text.ts';
import { type Check, type CheckContext } from './check-context.ts';
import { type TextKind, textKind } from './meaning/text-kind.ts';

/** A text of a pack that people or a model may come to read. Where it stands more than once, it is judged once. */
export interface FreeText {
  readonly text: string;
  readonly subject: TextSubject;
  readonly places: readonly TextPlace[];
}

export interface TextPlace {
  readonly source: SourceText;
  readonly path: string;
  readonly offset: number;
}

/** What kind of text it is: a verdict may depend on this and on the text, and on nothing else. */
interface TextSubject {
  /** The language that it is written in; null where its file does not say. */
  readonly language: string | null;
  /** Top folder, or the file itself. */
  readonly folder: string;
  readonly kind: TextKind;
  /** Whether it is said of a source, in the language of the source, or is a term, which may be borrowed. */
  readonly isBorrowed: boolean;
}

/** What a matcher looks for and what the cases ask is what people may write, not what the pack says. A policy is what the pack says. */
const notSaid: Readonly<Record<string, RegExp>> = {
  restrictions: /^(?:match\.(?!classifier\.policy\.)|fixtures\.)/,
  additions: /^when\./,
  evals: /\.ask$/,
};

/** Values with a form of their own, by the last name of their path. A message or a language may bear the same name: `ending.charter`, Indonesian `id`. */
const technical =
  /(?:^|\.)(?:url|uri|id|identifier|source|officialSourceURL|lastChangeDateTime|guideline|read|in_force|review_by|published|version|charter|language|languages\.\d+)$/;
const borrowed = /^(?:sources\..*|publisher|licence|\d+\.term)$/;

/** Every text of every file is a free text unless it is known to be none, so that no field is forgotten. */
export function freeTexts(draft: PackDraft): readonly FreeText[] {
  const { raw, sources } = draft;
  const languages = languagesOf(draft);
  const subjects = new Map<string, Group | null>();
  for (const [file, { texts }] of raw) {
    const source = sources.get(file);
    if (source === undefined) continue;
    const language = languageOfFile(file, languages) ?? languageSaidIn(texts, languages);
    const base = { language, folder: file.split('/')[0] ?? '' };
    for (const { path, text, offset } of texts) {
      const key = `${base.folder} ${base.language ?? ''} ${path}`;
      let group = subjects.get(key);
      if (group === undefined) subjects.set(key, (group = groupFor(path, base, languages)));
      if (group === null) continue;
      const places = group.places.get(text) ?? [];
      if (places.length === 0) group.places.set(text, places);
      places.push({ source, path, offset });
    }
  }
  return [...subjects.values()].flatMap((group) =>
    group === null ? [] : [...group.places].map(([text, places]) => ({ text, subject: group.subject, places })),
  );
}

/** Of the answers and of the pages alone. */
function languagesOf({ languages, pack }: PackDraft): readonly string[] {
  return [...languages, ...(pack?.interfaceLanguages.keys() ?? [])];
}

interface Group {
  readonly subject: TextSubject;
  readonly places: Map<string, TextPlace[]>;
}

/** Null for a path that holds no free text. */
function groupFor(path: string, base: Pick<TextSubject, 'language' | 'folder'>, languages: readonly string[]): Group | null {
  if (notSaid[base.folder]?.test(path) === true || isTechnical(path, base.folder, languages)) return null;
  return {
    subject: {
      folder: base.folder,
      kind: textKind(base.folder, path),
      language: languageOfPath(path, languages) ?? base.language,
      isBorrowed: borrowed.test(path),
    },
    places: new Map(),
  };
}

/** Every path of a message is a text, and so is whatever is said in a language of the pack. */
function isTechnical(path: string, folder: string, languages: readonly string[]): boolean {
  if (folder === 'notices' || folder === 'interface') return false;
  return technical.test(path) && !languages.includes(path.split('.').at(-1) ?? '');
}

/** `terminology/et.csv`, `notices/et.yaml` and `knowledge/et/x.md` are in Estonian. */
function languageOfFile(file: string, languages: readonly string[]): string | null {
  const [folder = '', second = ''] = file.split('/');
  if (folder === 'knowledge') return languages.includes(second) ? second : null;
  return ['terminology', 'notices', 'interface'].includes(folder) && languages.includes(stemOf(file)) ? stemOf(file) : null;
}

/** A curriculum says of itself in which language it is. */
function languageSaidIn(texts: readonly TextAt[], languages: readonly string[]): string | null {
  const said = texts.find(({ path }) => path === 'CFDocument.language')?.text ?? '';
  return languages.includes(said) ? said : null;
}

/** `title.et` and `questions.et.0` are in Estonian. */
function languageOfPath(path: string, languages: readonly string[]): string | null {
  return path.split('.').findLast((part) => languages.includes(part)) ?? null;
}

export type TextFault = Omit<IssueFacts, 'path'>;

export type TextVerdict = (text: string, subject: TextSubject) => readonly TextFault[];

/** A check that looks at each free text by itself. */
export function textCheck(verdictFor: (context: CheckContext) => TextVerdict): Check {
  return (context) => {
    const verdict = verdictFor(context);
    return context.freeTexts.flatMap(({ text, subject, places }) =>
      verdict(text, subject).flatMap((fault) =>
        places.map(({ source, path, offset }) => issueAt(source.positionAt(offset), { path, ...fault })),
      ),
    );
  };
}
