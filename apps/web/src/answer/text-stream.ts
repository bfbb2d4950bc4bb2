import { type TextMark } from '@parlance/wire';
import { type InterfaceText } from '../interface/interface-text.ts';
import { escapeHtml } from './escape-html.ts';
import { createKnownWriter, type KnownTexts, nothingKnown } from './known-text.ts';
import { createAtoms } from './markdown/atoms.ts';
import { createBlockStream, type BlockStream } from './markdown/block-stream.ts';
import { type InlineWriting } from './markdown/inline-stream.ts';
import { createMathematics } from './markdown/mathematics.ts';
import { type PageIds } from './page-ids.ts';
import { type ToldAbove } from './told-above.ts';

/** Writes the text of one channel, with its marked parts, as HTML that is never taken back. */
export interface TextStream {
  write(delta: string, mark: TextMark | null): string;
  close(): string;
}

/** One run of text with the same mark. */
interface Run {
  write(text: string): string;
  close(): string;
}

interface Draft extends TextPlace {
  readonly writing: InlineWriting;
  readonly blocks: BlockStream;
  mark: TextMark | null;
  run: Run;
  /** Nothing was written yet. */
  isFresh: boolean;
  /** First half of a surrogate pair whose second half has not come. */
  half: string;
}

/** Where a text stands, and in which words the page speaks of it. */
export interface TextPlace {
  readonly text: InterfaceText;
  readonly language: string;
  readonly ids: PageIds;
  /** Disclosures and sources that already have a place on the page, so that no id is given twice. */
  readonly placed: Set<string>;
  /** Help stands above the text, and the text begins with the addition that says the same: that one is folded. */
  readonly isHelpShown?: boolean;
  /** Null or absent: nothing stands at the head of the page. */
  readonly toldAbove?: ToldAbove | null;
  /** What the pack knows, where the text was put together from the pack; absent: a model may have written it. */
  readonly known?: KnownTexts;
}

export function createTextStream(place: TextPlace): TextStream {
  const writing = newWriting(place);
  const blocks = createBlockStream(writing);
  const run = plainRun({ ...place, writing, blocks });
  const draft: Draft = { ...place, writing, blocks, mark: null, run, isFresh: true, half: '' };
  return {
    write(delta, mark) {
      const html = sameMark(draft.mark, mark) ? '' : changeMark(draft, mark);
      if (delta !== '') draft.isFresh = false;
      return (
        html + inPieces(wholePairs(draft, delta)).reduce((written, piece) => written + draft.run.write(writing.atoms.admit(piece)), '')
      );
    },
    close: () => changeMark(draft, null) + blocks.close(),
  };
}

function changeMark(draft: Draft, mark: TextMark | null): string {
  const html = draft.run.write(draft.half) + draft.run.close();
  draft.half = '';
  draft.mark = mark;
  const opened = openRun(draft, mark);
  draft.run = opened.run;
  return html + opened.html;
}

function openRun(draft: Draft, mark: TextMark | null): { readonly html: string; readonly run: Run } {
  switch (mark?.kind) {
    case undefined:
      return { html: '', run: plainRun(draft) };
    case 'notice':
      // The footnote in the text is shown as a whole card at the end of the answer.
      return { html: '', run: { write: () => '', close: () => '' } };
    case 'marker':
      return { html: '', run: wholeRun(draft, (words) => markerHtml(draft, mark.disclosure, words)) };
    case 'insertion':
      return { html: '', run: wholeRun(draft, (words) => insertionHtml(draft, mark.disclosure, words)) };
    case 'addition': {
      const { disclosure } = mark;
      const isFolded = draft.isFresh && draft.isHelpShown === true;
      if (draft.toldAbove != null && !isFolded) return { html: '', run: wholeAdditionRun(draft, disclosure, draft.toldAbove) };
      return { html: additionStart(draft, disclosure, !isFolded), run: additionRun(draft, disclosure) };
    }
  }
}

function plainRun({ known = nothingKnown, writing, blocks }: Pick<Draft, 'known' | 'writing' | 'blocks'>): Run {
  return createKnownWriter(known, writing.atoms, (text) => blocks.write(text));
}

/** A marker or an insertion goes into the text as one character, so that it can stand inside whatever the text is there. It is whole with its closing bracket. */
function wholeRun(draft: Draft, htmlOf: (words: string) => string): Run {
  let words = '';
  const put = (): string => {
    if (words === '') return '';
    const html = htmlOf(words);
    words = '';
    return draft.blocks.write(draft.writing.atoms.put({ html, source: null, isLink: true }));
  };
  const writeOne = (character: string): string => {
    // The space that sets it off from the text.
    if (words === '' && character === ' ') return draft.blocks.write(character);
    words += character;
    return character === '⟧' ? put() : '';
  };
  return { write: (text) => Array.from(text, writeOne).join(''), close: put };
}

function markerHtml(draft: Draft, disclosure: string, words: string): string {
  const html = draft.writing.atoms.html(words).replace(/[⟦⟧]/gu, hidden);
  return `<a class="cut" ${notice(draft, disclosure)}${place(draft, disclosure)}${ownLanguage(draft)}>${html}</a>`;
}

/** The label leads to the law behind it; what is added is text. */
function insertionHtml(draft: Draft, disclosure: string, words: string): string {
  const [, label = words, said = ''] = /^([^:]*:)([^]*)$/.exec(words) ?? [];
  const html = (part: string): string => draft.writing.atoms.html(part).replace(/⟦(?:\+ )?|⟧/gu, hidden);
  return `<ins class="added"${place(draft, disclosure)}${ownLanguage(draft)}><a ${notice(draft, disclosure)}>${html(label)}</a>${html(said)}</ins>`;
}

function notice(draft: Draft, disclosure: string): string {
  return `href="#${escapeHtml(draft.ids.of(disclosure))}"`;
}

function ownLanguage(draft: Draft): string {
  return ` lang="${escapeHtml(draft.language)}" dir="auto"`;
}

function additionStart(draft: Draft, disclosure: string, isOpen: boolean): string {
  return `${draft.blocks.close()}<details class="addition"${isOpen ? ' open' : ''}${place(draft, disclosure)}><summary dir="auto">`;
}

/** Whether it says what the head of the page says already is known when it is whole. */
function wholeAdditionRun(draft: Draft, disclosure: string, { told }: ToldAbove): Run {
  let whole = '';
  return {
    write(text) {
      whole += text;
      return '';
    },
    close() {
      const said = /^⟦[^:]*:\s*([^]*?)⟧\s*$/u.exec(whole)?.[1];
      const start = additionStart(draft, disclosure, said === undefined || !told.includes(said));
      const run = additionRun(draft, disclosure);
      return start + run.write(whole) + run.close();
    },
  };
}

/** `⟦+ label: text⟧`: the label heads a block that can be folded. */
function additionRun(draft: Draft, disclosure: string): Run {
  const blocks = createBlockStream(draft.writing);
  let label = '';
  let inLabel = true;
  const writeOne = (character: string): string => {
    if (character === '⟧') return inLabel ? hidden(character) : blocks.close() + hidden(character);
    if (!inLabel) return blocks.write(character);
    if (label === '' && /[\s⟦+]/u.test(character)) return character.trim() === '' ? '' : hidden(character);
    label += character;
    if (character !== ':' && label.length < longestLabel) return draft.writing.atoms.html(character);
    inLabel = false;
    return `${character === ':' ? hidden(': ') : draft.writing.atoms.html(character)}</summary>`;
  };
  return {
    write: (text) => Array.from(text, writeOne).join(''),
    close() {
      const why = `<p class="why"><a href="#${escapeHtml(draft.ids.of(disclosure))}">${escapeHtml(draft.text.whyAdded)}</a></p>`;
      return `${inLabel ? '</summary>' : blocks.close()}${why}</details>`;
    },
  };
}

const longestLabel = 120;

/** Brackets stay in the text for those who copy it; the design of the page shows them in its own way. */
function hidden(bracket: string): string {
  return `<span class="bracket" aria-hidden="true">${bracket}</span>`;
}

function place(draft: Draft, disclosure: string): string {
  if (draft.placed.has(disclosure)) return '';
  draft.placed.add(disclosure);
  return ` id="${escapeHtml(draft.ids.placeOf(disclosure))}"`;
}

function newWriting({ text, ids, placed }: TextPlace): InlineWriting {
  const cite = {
    address: (source: string) => `#${ids.of(source)}`,
    label: (number: string) => text.sourceNumber(number),
    place: (source: string) => {
      if (placed.has(source)) return '';
      placed.add(source);
      return ` id="${escapeHtml(ids.of(source))}"`;
    },
  };
  return { atoms: createAtoms(), mathematics: createMathematics(), cite };
}

/** However much comes at once, little is held at once: what stands for a marker is good for some thousand characters. */
function inPieces(text: string): readonly string[] {
  return text.length <= longestPiece ? [text] : (text.match(/.{1,300}/gsu) ?? []);
}

const longestPiece = 300;

/** A pair that was cut between two deltas is written when it is whole: each half alone would become U+FFFD on the wire. */
function wholePairs(draft: Draft, delta: string): string {
  const text = draft.half + delta;
  draft.half = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : '';
  return draft.half === '' ? text : text.slice(0, -1);
}

function sameMark(one: TextMark | null, other: TextMark | null): boolean {
  return one?.kind === other?.kind && one?.disclosure === other?.disclosure;
}
