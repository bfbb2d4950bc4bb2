import { parse, stringify } from 'yaml';
import { minimalPack } from '../minimal-pack.ts';

/** A pack that holds the texts of one case, and where they stand in it. */
export interface PlacedPack {
  readonly files: ReadonlyMap<string, string>;
  /** File and path of each text. */
  readonly places: readonly { readonly file: string; readonly path: string }[];
}

type Tree = Record<string, unknown>;

/** Settings that are closed lists: a text there is refused by the grammar, whatever it says. */
const knobs = new Set(['register', 'address', 'reading_level', 'date']);
const minimalLanguages: readonly string[] = ['en', 'fr', 'es', 'ru', 'ar', 'zh'];

/** The minimal pack in which French has made room for a language that the pack does not speak; the one fact of its card is then a number. */
function packIn(language: string): Map<string, string> {
  if (minimalLanguages.includes(language)) return new Map(Object.entries(minimalPack));
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  return new Map(
    Object.entries(minimalPack).map(([path, text]) => [
      path.replace('locale/fr', `locale/${language}`),
      path === 'locale/fr.yaml'
        ? text.replace('language: fr', `language: ${language}`).replace('Latn', script)
        : text.replaceAll('fr, es', `${language}, es`).replaceAll(/\bfr:/g, `${language}:`).replace('Un passeport coûte 60 euros.', '60'),
    ]),
  );
}

/** Puts each text into the field that it was written for, or into the nearest one that the format has. */
export function placeTexts(language: string, texts: readonly (readonly [where: string, text: string])[]): PlacedPack {
  const files = packIn(language);
  const places = texts.map(([where, text], index) => {
    const place = placeOf(where, language, index);
    files.set(place.file, place.write(files.get(place.file) ?? '', text));
    return place;
  });
  return { files, places: places.map(({ file, path }) => ({ file, path })) };
}

interface Place {
  readonly file: string;
  readonly path: string;
  readonly write: (before: string, text: string) => string;
}

function placeOf(where: string, language: string, index: number): Place {
  const [kind = ''] = where.split('.', 1);
  const field = where.slice(kind.length + 1).replace(/^\d+\./, '');
  const place = kinds[kind]?.({ field, language, index });
  if (place === undefined) throw new Error(`no field for ${where}`);
  return place;
}

interface Wanted {
  readonly field: string;
  readonly language: string;
  readonly index: number;
}

const kinds: Readonly<Record<string, (wanted: Wanted) => Place>> = {
  addition: ({ language }) => yamlPlace('additions/ai-notice.yaml', ['text', language]),
  case: () => yamlPlace('evals/cases.yaml', ['0', 'ask']),
  contact: ({ language }) => yamlPlace('pack.yaml', ['contacts', 'state-information', 'name', language]),
  pack: ({ field, language }) => yamlPlace('pack.yaml', [...field.split('.'), language]),
  safety: ({ field, language }) => yamlPlace('safety.yaml', ['resources', '0', field, ...(field === 'number' ? [] : [language])]),
  restriction: restrictionPlace,
  service: servicePlace,
  notice: ({ field, language }) => (field === 'omission' ? omissionPlace(language) : noticePlace(field, language)),
  interface: ({ field, language }) => wordPlace(interfaceIds[field] ?? field, language),
  passage: ({ field, language }) => passagePlace(language, field),
  knowledge: ({ field, language }) => passagePlace(language, field),
  // A learning goal stands in no file yet; a passage is the nearest text that says something of the world.
  study: ({ language }) => passagePlace(language, 'text'),
  // A free wording of tone has no field; a definition is the nearest text that S8 speaks of.
  locale: ({ field, language, index }) =>
    knobs.has(field) ? knobPlace(field, language) : termPlace({ field: 'definition', language, index }),
  terminology: termPlace,
};

/** Words of the pages by names that the format does not have. */
const interfaceIds: Readonly<Record<string, string>> = {
  greeting: 'lead',
  about: 'promises.sources.text',
  footer: 'example-banner',
  error: 'refusal',
};

function noticePlace(field: string, language: string): Place {
  return field === 'contest' ? wordPlace('object', language) : yamlPlace(`notices/${language}.yaml`, [field]);
}

function wordPlace(id: string, language: string): Place {
  const place = yamlPlace(`interface/${language}.yaml`, [id]);
  return { ...place, write: (before, text) => place.write(before, text.replace(/\{\$[^{}]*\}/g, 'X')) };
}

/** A notice that was written without the slots of the charter gets them, so that what counts is what it says. */
function omissionPlace(language: string): Place {
  const place = yamlPlace(`notices/${language}.yaml`, ['omission.notice']);
  const slots = '{$number} {$type} {$cause} {$rationale}';
  return { ...place, write: (before, text) => place.write(before, `${text.replace(/\{\$[^{}]*\}/g, 'X')} ${slots}`) };
}

function restrictionPlace({ field, language }: Wanted): Place {
  const file = 'restrictions/tobacco-promotion.yaml';
  const localized = { rationale: ['rationale'], authority: ['legal_basis', 'authority'], 'redress.body': ['redress', 'body'] }[field];
  if (localized !== undefined) return yamlPlace(file, [...localized, language]);
  if (field === 'instrument') return yamlPlace(file, ['legal_basis', 'instrument']);
  const list = field === 'terms' ? ['match', 'terms'] : ['fixtures', 'hits'];
  return { ...yamlPlace(file, [...list, '0']), path: field === 'terms' ? 'match' : 'fixtures' };
}

const factKinds: Readonly<Record<string, string>> = { who: 'who', steps: 'step', note: 'note', summary: 'note', phone: 'phone' };

function servicePlace({ field, language }: Wanted): Place {
  const file = 'services/passport.yaml';
  if (field === 'title') return yamlPlace(file, ['title', language]);
  if (field.endsWith('title')) return yamlPlace(file, ['sources', 'ppa', 'title']);
  const kind = factKinds[field] ?? 'note';
  const base = yamlPlace(file, []);
  return {
    ...base,
    path: 'facts',
    write: (before, text) => {
      const card = treeIn(before);
      const facts = Array.isArray(card['facts']) ? card['facts'].map((fact: unknown): unknown => fact) : [];
      const first = facts.find(isTree) ?? {};
      const others = isTree(first['text']) ? first['text'] : {};
      return stringify({ ...card, facts: [...facts, { ...first, kind, text: { ...others, [language]: text } }] });
    },
  };
}

function yamlPlace(file: string, path: readonly string[]): Place {
  return {
    file,
    path: path.join('.'),
    write: (before, text) => stringify(replaced(before.trim() === '' ? {} : parse(before), path, text)),
  };
}

function replaced(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === key ? replaced(item, rest, text) : item));
  const tree = isTree(value) ? value : {};
  return { ...tree, [key]: replaced(tree[key], rest, text) };
}

function treeIn(yaml: string): Tree {
  const value: unknown = parse(yaml);
  return isTree(value) ? value : {};
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function knobPlace(field: string, language: string): Place {
  return yamlPlace(`locale/${language}.yaml`, [field, 'value']);
}

function passagePlace(language: string, field: string): Place {
  const front = { title: 'X', publisher: 'Riigi Teataja', source: 'https://www.riigiteataja.ee/', licence: 'official text' };
  return {
    file: `knowledge/${language}/placed.md`,
    path: field,
    write: (before, text) => {
      const [, written, body = 'X'] = before.split('---\n');
      const facts: Tree = written === undefined ? { ...front, language, date: '2026-11-01' } : treeIn(written);
      const isBody = field === 'text';
      return `---\n${stringify(isBody ? facts : { ...facts, [field]: text })}---\n${isBody ? text : body}\n`;
    },
  };
}

const defaults: Readonly<Record<string, string>> = { term: 'x', definition: 'x', alternatives: '' };

function termPlace({ field, language, index }: Wanted): Place {
  const row = (text: string): string => {
    const fields = { ...defaults, [field === 'preferred' ? 'term' : field]: text };
    return [fields['term'], fields['definition'], fields['alternatives'], 'https://www.riigiteataja.ee/'].map(quoted).join(',');
  };
  return {
    file: `terminology/${language}.csv`,
    path: `${index}.`,
    write: (before, text) => `${index === 0 ? 'term,definition,alternatives,source\n' : before}${row(text)}\n`,
  };
}

function quoted(field = ''): string {
  return `"${field.replaceAll('"', '""')}"`;
}
