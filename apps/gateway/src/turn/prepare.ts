import { findMatches, minimise, type Minimised } from '@parlance/disclosure';
import { type ChatRequest } from '@parlance/wire';
import { type Country } from '../country/country.ts';
import { type MinimisedBody, type Upstream } from '../upstream/upstream.ts';
import { withoutEscapes } from './json-token.ts';
import { textOf } from './localize.ts';
import { mapStrings, visitStrings } from './map-strings.ts';

/** A request ready to leave, and what is needed to read the answer. */
export interface Prepared {
  readonly body: MinimisedBody;
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

/** Replaces identifiers by pseudonyms unless the upstream stands in the country itself (R11). An upstream of unknown jurisdiction counts as outside. */
export function prepare(
  request: ChatRequest,
  place: { readonly country: Country; readonly upstream: Pick<Upstream, 'jurisdiction'> },
): Prepared {
  const { country, upstream } = place;
  const { jurisdiction } = upstream;
  const body = withoutOurs(request);
  const typed = typedIdentifiers(request, country);
  if (jurisdiction === country.pack.id) return { body, originals: new Map(), typed, egress: { jurisdiction, policy: 'home', classes: {} } };
  const minimised = minimiseBody(body, country);
  return {
    body: minimised.body,
    originals: minimised.originals,
    typed,
    egress: { jurisdiction, policy: 'minimise', classes: minimised.classes },
  };
}

/** One text, as it may leave for a place: with pseudonyms that nobody needs to turn back. */
export function minimisedText(text: string, country: Country, jurisdiction: string | null): string {
  return minimisedTexts([text], country, jurisdiction)[0] ?? '';
}

/** The same of texts that belong together: one value has one name in all of them. */
export function minimisedTexts(texts: readonly string[], country: Country, jurisdiction: string | null): readonly string[] {
  if (jurisdiction === country.pack.id) return texts;
  return minimise(
    country.minimising,
    texts.map((text) => readable(text, country)),
  ).texts;
}

/** Reads every string of the request, whatever holds it, then puts the replaced ones back in the same order. */
function minimiseBody(body: MinimisedBody, country: Country): Minimised & { readonly body: MinimisedBody } {
  const texts: string[] = [];
  visitStrings(body, { text: (text) => texts.push(text), fixed: () => undefined });
  const minimised = minimise(
    country.minimising,
    texts.map((text) => readable(text, country)),
  );
  if (minimised.originals.size === 0) return { ...minimised, body };
  const replaced = new Map(texts.map((text, index) => [text, minimised.texts[index] ?? text]));
  return { ...minimised, body: mapStrings(body, (text) => replaced.get(text) ?? text) as MinimisedBody };
}

/** Text that only looks like JSON may hide an identifier in its escapes; then it leaves with its escapes read. */
function readable(text: string, { minimising }: Country): string {
  const plain = withoutEscapes(text);
  return plain !== text && findMatches(minimising, plain).length > findMatches(minimising, text).length ? plain : text;
}

/** The upstream gets the request without our own member. */
function withoutOurs(request: ChatRequest): MinimisedBody {
  // JSON knows no `undefined`.
  return { ...request, parlance: undefined };
}

function typedIdentifiers(request: ChatRequest, country: Country): readonly string[] {
  const texts = request.messages.filter(({ role }) => role === 'user').map(textOf);
  return texts.flatMap((text) => findMatches(country.identifying, text).map(({ start, end }) => text.slice(start, end)));
}
