import { type Clause, type Hint } from '@parlance/charter';
import { type Curriculum, type CurriculumItem, type Pack } from '../pack.ts';
import { type Resolved } from '../resolve/index.ts';
import { oncePer } from '../resolve/once-per.ts';
import { charterLayer } from './charter-layer.ts';
import { countryLines, termLines } from './country-lines.ts';
import { layerOf, type Layer, type Line } from './layer.ts';
import { relevantTerms } from './relevant-terms.ts';
import { inLanguage } from './wording.ts';

/** A text that may be cited; a `Passage` is one. It is cited by its place in the list: `[s1]`, `[s2]` ... */
export interface QuotedSource {
  readonly title: string;
  readonly publisher: string;
  /** Address. */
  readonly source: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly text: string;
}

export interface ComposeInput {
  /** All clauses of the charter; those enforced by `prompt` are put in. */
  readonly clauses: readonly Clause[];
  readonly pack: Pack;
  readonly resolved: Resolved;
  /** Decides, with the passages, which official terms are put in. Does not itself become part of a layer. */
  readonly question: string;
  readonly passages: readonly QuotedSource[];
  /** What somebody learns, and how far the help goes; null or absent: nobody does. */
  readonly study?: StudyPlace | null;
}

/** An item of a curriculum, and the rung of the ladder on which help is given. */
export interface StudyPlace {
  readonly curriculum: Curriculum;
  readonly item: CurriculumItem;
  readonly rung: Hint;
}

/** Puts together what the model is told before the conversation: always the five layers, in order. */
export function compose(input: ComposeInput): readonly Layer[] {
  const { pack, resolved, passages, study = null } = input;
  const language = resolved.defaults.language.value;
  const terms = relevantTerms(pack.terminology.get(language) ?? [], [input.question, ...passages.map(({ text }) => text)]);
  const known = [...terms.flatMap(termLines), ...passages.flatMap(sourceLines)];
  const [country, sector, reader] = steadyLayers(pack)(resolved);
  const manner = study === null ? null : { rung: study.rung, style: resolved.study?.style.value ?? 'mixed' };
  return [
    charterLayer(input.clauses, resolved.age.band, manner),
    country,
    study === null ? sector : layerOf('sector', [...sectorLines(pack, resolved), ...studyLines(study)]),
    reader,
    known.length === 0 ? nothingKnown : layerOf('knowledge', known),
  ];
}

const nothingKnown = layerOf('knowledge', []);

/** The layers that do not depend on the question are the same for most requests, and their digests cost more than all the rest. */
const steadyLayers = oncePer((pack: Pack) =>
  oncePer((resolved: Resolved): readonly [country: Layer, sector: Layer, reader: Layer] => [
    layerOf('country', countryLines(pack, resolved.defaults.language.value)),
    layerOf('sector', sectorLines(pack, resolved)),
    layerOf('reader', readerLines(resolved)),
  ]),
);

function sectorLines(pack: Pack, resolved: Resolved): readonly Line[] {
  const title = pack.sectors.get(resolved.sector)?.title ?? {};
  return [
    ['id', resolved.sector],
    ['title', inLanguage(title, pack, resolved.defaults.language.value)],
  ];
}

/** What is learnt is data of the pack; how help is given stands in the charter's layer. */
function studyLines({ curriculum, item }: StudyPlace): readonly Line[] {
  return [
    ['study.curriculum', curriculum.title],
    ['study.item', item.code ?? item.id],
    ['study.statement', item.statement],
  ];
}

function readerLines({ defaults, age }: Resolved): readonly Line[] {
  const chosen = (['language', 'script', 'register', 'address', 'reading_level'] as const).map((name): Line => [
    name,
    defaults[name].value,
  ]);
  return age.band === 'any-age' ? chosen : [...chosen, ['age_band', age.band]];
}

function sourceLines(source: QuotedSource, index: number): readonly Line[] {
  return (['title', 'publisher', 'source', 'date', 'text'] as const).map((name) => [`s${index + 1}.${name}`, source[name]]);
}
