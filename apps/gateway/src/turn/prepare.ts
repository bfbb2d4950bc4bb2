import { findMatches, minimise, type Minimised, type Originals } from '@parlance/disclosure';
import { type ChatRequest, type EgressPolicy, type ParlanceObject } from '@parlance/wire';
import { type Country } from '../country/country.ts';
import { type MinimisedBody, type Upstream } from '../upstream/upstream.ts';
import { readings } from './decoded.ts';
import { textOf } from './localize.ts';
import { mapStrings, visitStrings } from './map-strings.ts';

/** A request ready to leave, and what is needed to read the answer. */
export interface Prepared {
  readonly body: MinimisedBody;
  /** Empty when nothing was replaced. */
  readonly originals: Originals;
  /** Identifiers that the person typed: given back and not omitted as privacy. */
  readonly typed: readonly string[];
  readonly egress: Omit<ParlanceObject['egress'], 'classes' | 'embeddings' | 'judge'> & {
    readonly classes: Readonly<Record<string, number>>;
  };
}

/** Whether a request may leave at all; null: it may, or has no need to. */
export function egressStop(request: ChatRequest, { country, upstream, policy }: Leaving): Exclude<EgressPolicy, 'minimise'> | null {
  if (policy === 'minimise' || upstream.jurisdiction === country.pack.id) return null;
  if (policy === 'home-only') return policy;
  return minimiseBody(withoutOurs(request), country).originals.size === 0 ? null : policy;
}

interface Leaving {
  readonly country: Country;
  readonly upstream: Pick<Upstream, 'jurisdiction'>;
  readonly policy: EgressPolicy;
}

/** Replaces identifiers by pseudonyms unless the upstream stands in the country itself (R11). An upstream of unknown jurisdiction counts as outside. */
export function prepare(
  request: ChatRequest,
  place: { readonly country: Country; readonly upstream: Pick<Upstream, 'jurisdiction'>; readonly policy?: EgressPolicy | undefined },
): Prepared {
  const { country, upstream, policy = 'minimise' } = place;
  const { jurisdiction } = upstream;
  const body = withoutOurs(request);
  const asked = request.messages.filter(({ role }) => role === 'user').map(textOf);
  const typed = typedIdentifiers(asked, country);
  if (jurisdiction === country.pack.id) return { body, originals: new Map(), typed, egress: { jurisdiction, policy: 'home', classes: {} } };
  const minimised = minimiseBody(body, country);
  return {
    body: minimised.body,
    originals: minimised.originals,
    typed: [...typed, ...replacedIn(asked, minimised.originals)],
    egress: { jurisdiction, policy, classes: minimised.classes },
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
function minimiseBody(body: MinimisedBody, country: Country): Omit<Minimised, 'texts'> & { readonly body: MinimisedBody } {
  const texts: string[] = [];
  visitStrings(body, { text: (text) => texts.push(text), fixed: () => undefined });
  const minimised = minimise(
    country.minimising,
    texts.map((text) => readable(text, country)),
  );
  const { originals, classes } = minimised;
  if (originals.size === 0) return { originals, classes, body };
  const replaced = new Map(texts.map((text, index) => [text, minimised.texts[index] ?? text]));
  return { originals, classes, body: mapStrings(body, (text) => replaced.get(text) ?? text) as MinimisedBody };
}

/** An identifier may hide in escapes, however many programs put them there; then the text leaves as it reads without them. */
function readable(text: string, { minimising }: Country): string {
  const [plain = text, ...others] = readings(text);
  if (others.length === 0) return plain;
  const counted = [plain, ...others].map((reading) => ({ reading, count: findMatches(minimising, reading).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).reading;
}

/** The upstream gets the request without our own member. */
function withoutOurs(request: ChatRequest): MinimisedBody {
  // JSON knows no `undefined`.
  return request.parlance === undefined ? request : { ...request, parlance: undefined };
}

function typedIdentifiers(texts: readonly string[], country: Country): readonly string[] {
  return texts.flatMap((text) => findMatches(country.identifying, text).map(({ start, end }) => text.slice(start, end)));
}

/** More is replaced than counts as an identifier by itself: a number alone in a message, and values that overlap. */
function replacedIn(texts: readonly string[], originals: Originals): readonly string[] {
  return [...originals.values()].flatMap(({ text }) => (texts.some((typed) => typed.includes(text)) ? [text] : []));
}
