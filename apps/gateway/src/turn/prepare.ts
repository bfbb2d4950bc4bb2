import { findMatches, minimise, type Minimised } from '@parlance/disclosure';
import { type ChatRequest } from '@parlance/wire';
import { type Country } from '../country/country.ts';
import { type Upstream } from '../upstream/upstream.ts';
import { type Localized, textOf } from './localize.ts';
import { mapStrings } from './map-strings.ts';

/** A request ready to leave, and what is needed to read the answer. */
export interface Prepared {
  readonly body: Readonly<Record<string, unknown>>;
  /** Pseudonym to original; empty when nothing was replaced. */
  readonly originals: ReadonlyMap<string, string>;
  /** Identifiers that the person typed: given back and not omitted as privacy. */
  readonly typed: readonly string[];
  readonly egress: {
    readonly jurisdiction: string | null;
    readonly policy: 'minimise' | 'home';
    readonly classes: Readonly<Record<string, number>>;
  };
}

/**
 * Puts the layers in front of the conversation, whose messages keep their roles and order (R1), and replaces identifiers by pseudonyms unless the upstream stands
 * in the country itself (R11). An upstream of unknown jurisdiction counts as outside.
 */
export function prepare(
  request: ChatRequest,
  localized: Localized,
  place: { readonly country: Country; readonly upstream: Upstream },
): Prepared {
  const { country, upstream } = place;
  const body = withoutOurs(request);
  const typed = typedIdentifiers(request, country);
  const atHome = upstream.jurisdiction === country.pack.id;
  const withLayers = (conversation: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
    ...conversation,
    messages: [
      { role: 'system', content: localized.instructions },
      ...(Array.isArray(conversation['messages']) ? (conversation['messages'] as readonly unknown[]) : []),
    ],
  });
  if (atHome)
    return {
      body: withLayers(body),
      originals: new Map(),
      typed,
      egress: { jurisdiction: upstream.jurisdiction, policy: 'home', classes: {} },
    };
  const minimised = minimiseBody(body, country);
  return {
    body: withLayers(minimised.body),
    originals: minimised.originals,
    typed,
    egress: { jurisdiction: upstream.jurisdiction, policy: 'minimise', classes: minimised.classes },
  };
}

/** Reads every string of the request, whatever holds it, then puts the replaced ones back in the same order. */
function minimiseBody(
  body: Readonly<Record<string, unknown>>,
  country: Country,
): Minimised & { readonly body: Readonly<Record<string, unknown>> } {
  const texts: string[] = [];
  mapStrings(body, { text: (text) => texts[texts.push(text) - 1] ?? text });
  const minimised = minimise(country.minimising, texts);
  const replaced = new Map(texts.map((text, index) => [text, minimised.texts[index] ?? text]));
  return { ...minimised, body: mapStrings(body, { text: (text) => replaced.get(text) ?? text }) as Readonly<Record<string, unknown>> };
}

/** The upstream gets the request without our own member. */
function withoutOurs(request: ChatRequest): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(request).filter(([member]) => member !== 'parlance'));
}

function typedIdentifiers(request: ChatRequest, country: Country): readonly string[] {
  const texts = request.messages.filter(({ role }) => role === 'user').map(textOf);
  return texts.flatMap((text) => findMatches(country.identifying, text).map(({ start, end }) => text.slice(start, end)));
}
