import { findMatches } from '@parlance/disclosure';
import { type ChatMessage, type ChatRequest } from '@parlance/wire';
import { type ClientFault } from '../errors.ts';
import { type Gateway } from '../gateway.ts';
import { readings } from '../turn/decoded.ts';
import { visitStrings } from '../turn/map-strings.ts';

/** What cannot be read cannot be minimised, and what cannot be replaced must not leave: such a request stays at home (R11). */
export function egressFault({ country, upstream }: Gateway, request: ChatRequest): ClientFault | null {
  if (upstream.jurisdiction === country.pack.id) return null;
  const unread = request.messages.findIndex(({ content }) => Array.isArray(content) && !content.every(isReadable));
  if (unread !== -1) return unreadable(`messages.${unread}.content`);
  const valuesIn = (text: string): readonly string[] =>
    findMatches(country.minimising, text).map(({ start, end }) => text.slice(start, end));
  const split = request.messages.findIndex((message) => {
    const parts = textParts(message);
    const seen = new Set(parts.flatMap(valuesIn));
    return ['', ' ', '\n'].some((between) => valuesIn(parts.join(between)).some((value) => !seen.has(value)));
  });
  if (split !== -1) {
    const param = `messages.${split}.content`;
    return { code: 'invalid_request', message: `${param}: an identifier is divided among text parts; write them as one part`, param };
  }
  const fixed: string[] = [];
  const texts: string[] = [];
  visitStrings(request, { text: (each) => texts.push(each), fixed: (each) => fixed.push(each) });
  if (texts.some((each) => readings(each).some(holdsFile))) return unreadable('a data: address');
  if (fixed.every((each) => valuesIn(each).length === 0)) return null;
  return {
    code: 'invalid_request',
    message:
      'an identifier stands as a number or as the name of a member, a tool or a type, where nothing can take its place before the request leaves the country; write it as text',
  };
}

function unreadable(param: string): ClientFault {
  return {
    code: 'unsupported_parameter',
    message: `${param}: images, sound and files cannot be searched for identifiers, so they do not leave the country`,
    param,
  };
}

/** A file within the request, wherever it stands in a text and however long its type is. What only names an address is read like any text. */
function holdsFile(text: string): boolean {
  let isInAddress = false;
  for (const { 0: part } of text.matchAll(/data:|,|;\s{0,9}base64\s{0,9},(?=\s{0,9}[a-z0-9+/_-])/giu)) {
    if (part.startsWith(';') && isInAddress) return true;
    isInAddress = /^data:$/iu.test(part);
  }
  return false;
}

const readableTypes: ReadonlySet<unknown> = new Set(['text', 'refusal']);
/** A part that says that it is text may carry something else as well. */
const fileMembers: ReadonlySet<string> = new Set([
  'image',
  'image_url',
  'input_image',
  'input_audio',
  'audio',
  'audio_url',
  'video_url',
  'file',
  'input_file',
]);

function isReadable(part: Readonly<Record<string, unknown>>): boolean {
  return readableTypes.has(part['type']) && !Object.keys(part).some((member) => fileMembers.has(member));
}

/** The parts of a message, which the upstream may read as one text. */
function textParts({ content }: ChatMessage): readonly string[] {
  if (!Array.isArray(content) || content.length < 2) return [];
  return content.flatMap((part) => [part['text'], part['refusal']].filter((text) => typeof text === 'string'));
}
