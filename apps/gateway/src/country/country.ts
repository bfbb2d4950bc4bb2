import { charter, crisisLines, fallbackLanguages, messages, type MessageId } from '@parlance/charter';
import {
  compile,
  createFormatter,
  createWording,
  forgedNoticeRule,
  type IdentifierId,
  type Rule,
  type Screen,
  type Wording,
} from '@parlance/disclosure';
import {
  type AgeSaid,
  buildIndex,
  type Choices,
  type KnowledgeIndex,
  openSectors,
  type OrganisationValues,
  type Pack,
  type PackFiles,
  protectedIdentifiers,
  type Reader,
  type Resolved,
  resolveValues,
  rulesOf,
} from '@parlance/pack';
import { CodedError } from '@parlance/core';

type Format = (message: MessageId, slots?: Readonly<Record<string, string | number>>) => string;

/** The words of one language: the pack's, else the charter's own. */
export interface Words {
  readonly language: string;
  readonly format: Format;
  readonly wording: Wording;
}

/** What a request and its key say of the reader. */
interface Said {
  readonly choices?: Choices | undefined;
  readonly age?: AgeSaid | undefined;
}

type Audience = 'all' | 'under-18';

/** A pack in force with everything that is made from it once: index, screens, wording. Immutable but for its caches. */
export interface Country {
  readonly pack: Pack;
  readonly files: PackFiles;
  readonly index: KnowledgeIndex;
  readonly words: (language: string) => Words;
  /** What the organisation that runs the server sets; empty when it sets nothing. */
  readonly organisation: OrganisationValues;
  /** In which it answers. */
  readonly sectors: readonly string[];
  /** Of requests whose key names none. */
  readonly defaultSector: string;
  /** Resolved for a reader: their language as far as it is known, what they chose in the request, and what is said of their age. */
  readonly values: (sector: string, reader: Reader, said?: Said) => Resolved;
  /** Charter and pack rules for a sector on a day (`YYYY-MM-DD`), for readers of whom nobody knows the age or for those under 18. */
  readonly screen: (sector: string, today: string, audience?: Audience) => Screen;
  /** Finds what must not leave the jurisdiction. */
  readonly minimising: Screen;
  /** Finds every identifier that the pack knows: what people type of these is given back to them. */
  readonly identifying: Screen;
}

const usualSector = 'citizen-services';

export function createCountry(pack: Pack, files: PackFiles, organisation: OrganisationValues = {}): Country {
  const exempt = publishedNumbers(pack);
  const sectors = openSectors(pack, organisation);
  const minimised = protectedIdentifiers(pack, [...pack.privacy.minimise, ...(organisation.minimise ?? [])]);
  const known = protectedIdentifiers(pack, [...minimised, ...pack.privacy.identifiers]);
  const screensFor = (audience: Audience) =>
    rememberPairs((sector, today) =>
      compileOrThrow([forgedNoticeRule(charter.version), ...rulesOf(pack, { sector, audience, today })], exempt),
    );
  const screens = { all: screensFor('all'), 'under-18': screensFor('under-18') } as const;
  return {
    pack,
    files,
    index: buildIndex(pack),
    organisation,
    sectors,
    defaultSector: sectors.includes(usualSector) || sectors[0] === undefined ? usualSector : sectors[0],
    words: remember((language) => wordsOf(pack, language)),
    values: rememberValues(pack, organisation),
    screen: (sector, today, audience = 'all') => screens[audience](sector, today),
    minimising: compileOrThrow([identifierRule(minimised)], exempt),
    identifying: compileOrThrow([identifierRule(known)], exempt),
  };
}

/** Offices and hotlines are never masked (R10). */
function publishedNumbers(pack: Pack): readonly string[] {
  const contacts = [...pack.contacts.values()].flatMap(({ phone, email }) => [phone, email]);
  const facts = pack.services.flatMap(({ facts: stated }) => stated.map(({ number }) => number));
  const people = [...pack.handovers.values()].flatMap(({ channels }) =>
    channels.flatMap(({ kind, reach }) => (kind === 'phone' || kind === 'email' ? [reach] : [])),
  );
  return [...crisisLines.map(({ reach }) => reach), ...contacts, ...facts, ...people, ...pack.safety.map(({ number }) => number)].filter(
    (number) => number !== null,
  );
}

function compileOrThrow(rules: readonly Rule[], exempt: readonly string[]): Screen {
  const { screen, issues } = compile(rules, { exempt });
  if (screen === null)
    throw new CodedError(
      'pack_rules_invalid',
      `rules do not compile: ${issues.map(({ path, expected }) => `${path}: ${expected}`).join('; ')}`,
    );
  return screen;
}

function identifierRule(identifiers: readonly IdentifierId[]): Rule {
  return {
    kind: 'omit',
    id: 'parlance.minimise',
    version: charter.version,
    cause: 'privacy',
    type: 'personal-identifier',
    matcher: { identifiers },
    rationale: {},
  };
}

function wordsOf(pack: Pack, language: string): Words {
  const notices = pack.notices.get(language);
  const spoken = fallbackLanguages.find((candidate) => candidate === language) ?? 'en';
  const catalogue = (message: string): string | null => notices?.get(message) ?? charterWording(message, spoken);
  return { language, format: createFormatter(language, catalogue), wording: createWording(language, catalogue) };
}

function charterWording(message: string, language: (typeof fallbackLanguages)[number]): string | null {
  const definition = Object.entries(messages).find(([id]) => id === message)?.[1];
  return definition?.wording[language] ?? null;
}

/** Most readers choose nothing: then the key is short and made without a pass over what was chosen. What can be chosen is a closed list, so keys are few. */
function rememberValues(pack: Pack, organisation: OrganisationValues): Country['values'] {
  const known = new Map<string, Resolved>();
  return (sector, reader, { choices, age } = {}) => {
    const { language, by, script } = reader;
    const said = `${choices === undefined ? '' : ` ${choiceKey(choices)}`}${age === undefined ? '' : ` ${ageKey(age)}`}`;
    const key = `${sector} ${language ?? ''} ${by ?? ''} ${script ?? ''}${said}`;
    const value = known.get(key) ?? resolveValues(pack, { sector, reader, organisation, age, ...(choices && { user: choices }) });
    if (!known.has(key) && known.size >= mostRemembered) known.clear();
    known.set(key, value);
    return value;
  };
}

function choiceKey({ language, script, register, address, reading_level }: Choices): string {
  return [language, script, register, address, reading_level].join(' ');
}

function ageKey({ key, keySector, request }: AgeSaid): string {
  return `age ${key ?? ''} ${keySector ?? ''} ${request ?? ''}`;
}

function rememberPairs<Value>(make: (first: string, second: string) => Value): (first: string, second: string) => Value {
  const made = remember((first) => remember((second) => make(first, second)));
  return (first, second) => made(first)(second);
}

const mostRemembered = 256;

function remember<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    if (!known.has(key) && known.size >= mostRemembered) known.clear();
    known.set(key, value);
    return value;
  };
}
