import { type Cause } from '@parlance/charter';
import { MessageFormat } from 'messageformat';
import { type OmitDisclosure, type UnjudgedDisclosure } from './disclosure.ts';
import { type Wording } from './wording.ts';

/** Unicode MessageFormat 2 source of a message in the reader's language, or null when there is none. */
export type Catalogue = (message: string) => string | null;

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Formats messages of one catalogue; each message is parsed once. A message that is missing, broken or empty, or lacks a value for a slot, gives its id:
 * visible, never silent. `onFault` hears of it, by the id alone.
 */
export function createFormatter(
  language: string,
  catalogue: Catalogue,
  onFault: (message: string) => void = () => undefined,
): (message: string, slots?: Readonly<Record<string, string | number>>) => string {
  const parsed = new Map<string, MessageFormat | null>();
  const parse = (message: string, source: string, isolate: boolean): MessageFormat | null => {
    const key = `${message}:${String(isolate)}`;
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const format = parseMessage(language, source, isolate);
    parsed.set(key, format);
    return format;
  };
  return (message, slots = {}) => {
    const source = catalogue(message) ?? '';
    // Isolation marks are invisible bytes: they are put in only where two directions meet.
    const isolate = rightToLeft.test(source) || Object.values(slots).some((value) => typeof value === 'string' && rightToLeft.test(value));
    const faults: unknown[] = [];
    const text = parse(message, source, isolate)?.format(slots, (fault) => faults.push(fault)) ?? '';
    if (faults.length === 0 && text !== '') return text;
    onFault(message);
    return message;
  };
}

function parseMessage(language: string, source: string, isolate: boolean): MessageFormat | null {
  try {
    return new MessageFormat(language, source, { bidiIsolation: isolate ? 'default' : 'none' });
  } catch {
    return null;
  }
}

/** Wording of markers, footnotes and labels from a catalogue: `omission.marker`, `omission.notice`, `omission.notice.law`, `unjudged.omission`, `unjudged.notice`, `addition.label` and the names they use. */
export function createWording(language: string, catalogue: Catalogue): Wording {
  const format = createFormatter(language, catalogue);
  const causeName = (cause: Cause): string => format(`cause.${cause}`);
  const labels = new Map<string, string>();
  const labelOf = (purpose: string): string => {
    const label = labels.get(purpose) ?? format('addition.label', { purpose: format(`purpose.${purpose}`) });
    labels.set(purpose, label);
    return label;
  };
  return {
    marker: (disclosure, number) => format('omission.marker', { number, type: format(`type.${disclosure.type}`) }),
    notice: (disclosure, number) => {
      const slots = {
        number,
        type: format(`type.${disclosure.type}`),
        cause: causeName(disclosure.cause),
        rationale: disclosure.rationale.text,
        redress: disclosure.redress ?? '',
      };
      const notice =
        disclosure.cause === 'law'
          ? format('omission.notice.law', { ...slots, ...lawSlots(disclosure) })
          : format('omission.notice', slots);
      return disclosure.decidedBy === 'nobody' ? `${notice} · ${format('unjudged.omission')}` : notice;
    },
    unjudged: (disclosure) =>
      format('unjudged.notice', {
        type: format(`type.${disclosure.type}`),
        sentences: disclosure.sentences,
        redress: disclosure.redress ?? '',
        ...lawSlots(disclosure),
      }),
    // Some additions stand in every answer.
    additionLabel: (disclosure) => labelOf(disclosure.purpose),
  };
}

function lawSlots(disclosure: OmitDisclosure | UnjudgedDisclosure): Record<string, string> {
  return {
    instrument: disclosure.basis?.instrument ?? '',
    article: disclosure.basis?.article ?? '',
    authority: disclosure.authority ?? '',
    since: disclosure.since ?? '',
  };
}
