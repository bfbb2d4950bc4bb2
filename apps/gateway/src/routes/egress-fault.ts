import { findMatches } from '@parlance/disclosure';
import { type ChatRequest } from '@parlance/wire';
import { type ClientFault } from '../errors.ts';
import { type Gateway } from '../gateway.ts';
import { mapStrings } from '../turn/map-strings.ts';

/** What cannot be read cannot be minimised, and what cannot be replaced must not leave: such a request stays at home (R11). */
export function egressFault({ country, upstream }: Gateway, request: ChatRequest): ClientFault | null {
  if (upstream.jurisdiction === country.pack.id) return null;
  const unread = request.messages.findIndex(
    ({ content }) => Array.isArray(content) && content.some(({ type }) => !readableParts.has(type)),
  );
  if (unread !== -1) {
    const param = `messages.${unread}.content`;
    return {
      code: 'unsupported_parameter',
      message: `${param}: images, sound and files cannot be searched for identifiers, so they do not leave the country`,
      param,
    };
  }
  const fixed: string[] = [];
  mapStrings(request, { text: (text) => text, fixed: (text) => fixed.push(text) });
  if (!fixed.some((text) => findMatches(country.minimising, text).length > 0)) return null;
  return {
    code: 'invalid_request',
    message:
      'an identifier stands as a member name or number, where nothing can take its place before the request leaves the country; write it as text',
  };
}

const readableParts: ReadonlySet<string> = new Set(['text', 'refusal']);
