import { type AgeBand, type CharterRuleName, type Clause } from '@parlance/charter';
import { type EgressPolicy } from '@parlance/wire';
import { type ChangeSentence, type TransparencyWord } from '../interface/transparency/transparency-text.ts';

/** The facts of each page on transparency: what it shows, and what it is as data. */

type LastPart<Start extends string> = TransparencyWord extends infer Word ? (Word extends `${Start}.${infer Rest}` ? Rest : never) : never;

/** A text of the pack and the language that it is in, which is the reader's where there is such a one. */
interface WrittenIn {
  readonly lang: string;
  readonly text: string;
}

export interface LawFact {
  readonly instrument: string;
  readonly article: string;
  readonly jurisdiction: string;
  readonly url: string;
}

/** Where the public log states something: its name, and the place from 0. */
export interface LeafFact {
  readonly log: string;
  readonly position: string;
}

/** A rule in one line. */
export interface ShortRule {
  readonly id: string;
  readonly what: string;
  readonly law: LawFact;
}

/** A rule of the charter in one line. */
export interface ShortCharterRule {
  readonly name: CharterRuleName;
  readonly id: string;
  readonly kind: 'omit' | 'add';
  /** Names of what it leaves out, or what it adds is for. */
  readonly what: readonly string[];
}

export interface CharterRuleFact extends ShortCharterRule {
  readonly clauses: readonly Pick<Clause, 'id' | 'authority'>[];
  /** Version of the charter that brought it. */
  readonly since: string;
  /** Each `id@version` under which it acts here, the day since which the log says so, and where. */
  readonly acting: readonly { readonly rule: string; readonly since: string | null; readonly leaf: LeafFact | null }[];
}

export interface OverviewFacts {
  readonly charter: {
    readonly version: string;
    readonly digest: string;
    readonly clauses: number;
    readonly byCode: number;
    readonly askedAlone: number;
  };
  readonly pack: { readonly id: string; readonly version: string; readonly digest: string };
  /** Those that act today. */
  readonly leftOut: readonly ShortRule[];
  readonly added: readonly ShortRule[];
  readonly byCharter: readonly ShortCharterRule[];
}

export interface CharterFacts {
  readonly version: string;
  /** Hour (`2026-11-21T13Z`) since which it is in force here, and where the log says so; null where no log does. */
  readonly from: string | null;
  readonly leaf: LeafFact | null;
  readonly digest: string;
  readonly modelSpec: { readonly version: string; readonly url: string };
  /** Digest of the pack in force. */
  readonly pack: string;
  readonly isModelConnected: boolean;
  readonly rules: readonly CharterRuleFact[];
  readonly clauses: readonly Clause[];
}

type ChangeClass = LastPart<'classes'>;

/** A version of the pack and the time in which it was in force. */
export interface VersionFact {
  readonly version: string;
  readonly digest: string;
  /** Null where nobody signed. */
  readonly change: ChangeClass | null;
  /** Ids of keys: who put it in force, then everybody else whose word counted. */
  readonly signedBy: readonly string[];
  readonly reviews: readonly { readonly keyId: string; readonly role: LastPart<'roles'>; readonly day: string }[];
  /** Hours, `2026-11-21T13Z`. Null where no log says. */
  readonly from: string | null;
  /** Null: it is in force. */
  readonly until: string | null;
  readonly leaf: LeafFact | null;
  /** Digest of the version before. */
  readonly previous: string | null;
  /** Why it came back in the place of the version before; null: it did not, or its step says nothing here. */
  readonly cameBack: LastPart<'reasons'> | null;
}

export interface PacksFacts {
  readonly id: string;
  /** The newest first. */
  readonly versions: readonly VersionFact[];
  readonly byCharter: readonly ShortCharterRule[];
}

export type RuleState = 'active' | 'expired' | 'pending';

export interface RuleFact {
  readonly id: string;
  /** What is left out, or what the text that is added is for. */
  readonly what: { readonly code: string; readonly name: string };
  readonly law: LawFact;
  readonly authority: WrittenIn | null;
  /** Days. Of the law. */
  readonly since: string;
  /** Hour (`2026-11-21T13Z`) since which the version of the pack is in force; null where no log says. */
  readonly applied: string | null;
  /** What it takes for the rule to act. */
  readonly acts: LastPart<'acts'>;
  readonly reviewBy: string | null;
  readonly state: RuleState;
  readonly scope: {
    readonly sectors: 'all' | readonly string[];
    readonly except: readonly string[];
    readonly audience: 'all' | LastPart<'audiences'>;
  };
  /** Why something is left out, or what is added. */
  readonly text: WrittenIn;
  readonly decidedBy: 'fixed rule' | 'safeguard model';
  readonly redress: { readonly office: WrittenIn; readonly url: string; readonly days: number | null } | null;
  readonly leaf: LeafFact | null;
}

export interface KnobFact {
  /** Null: for every language of a sector. */
  readonly language: string | null;
  /** Null: in every sector. */
  readonly sector: string | null;
  readonly setting: string;
  readonly value: string;
  readonly guideline: string;
}

export interface IdentifierFact {
  readonly class: LastPart<'identifier-classes'>;
  readonly ids: readonly string[];
}

export interface PackFacts {
  readonly id: string;
  readonly issuer: WrittenIn;
  /** No office named in it has agreed to anything. */
  readonly isExample: boolean;
  readonly note: WrittenIn;
  readonly version: VersionFact;
  readonly restrictions: readonly RuleFact[];
  readonly additions: readonly RuleFact[];
  readonly knobs: readonly KnobFact[];
  readonly privacy: {
    readonly minimised: readonly IdentifierFact[];
    readonly recognised: readonly IdentifierFact[];
    readonly days: number;
    readonly law: LawFact | null;
  };
}

/** A difference in plain words. */
export interface ToldChange {
  readonly sentence: ChangeSentence;
  /** What may stand in the sentence. */
  readonly slots: Readonly<Record<string, string>>;
  readonly class: ChangeClass;
  readonly kind: 'added' | 'removed' | 'changed' | 'respelt';
  readonly file: string;
  /** Empty for the whole file. */
  readonly field: string;
  /** What stood there and what stands there now; null where nothing does, or where a whole file came or went. */
  readonly before: string | null;
  readonly after: string | null;
  /** Whether a page shows the two: what a rule looks for may be ugly to read. */
  readonly areWordsShown: boolean;
}

export interface ComparedFacts {
  readonly from: VersionFact;
  readonly to: VersionFact;
  /** How many there are on all pages. */
  readonly all: number;
  /** Number of the first that is shown, from 1; 0 where there is none. */
  readonly first: number;
  readonly page: number;
  readonly pages: number;
  readonly changes: readonly ToldChange[];
}

export interface CompareFacts {
  readonly versions: readonly VersionFact[];
  /** Null: two versions are still to be chosen. */
  readonly compared: ComparedFacts | null;
}

export interface InstructionsFacts {
  readonly sector: string;
  readonly language: string;
  readonly age: AgeBand;
  readonly sectors: readonly string[];
  readonly languages: readonly string[];
  readonly isModelConnected: boolean;
  readonly layers: readonly {
    readonly name: LastPart<'layers'>;
    readonly instructs: boolean;
    readonly digest: string;
    readonly text: string;
  }[];
}

export interface PurposesFacts {
  readonly keys: readonly {
    readonly id: string;
    readonly purpose: string;
    readonly about: string;
    readonly office: string;
    readonly sector: string | null;
    readonly age_band: AgeBand;
    /** ISO 8601; null: it does not expire. */
    readonly expires: string | null;
    readonly isExpired: boolean;
    /** The key that a server makes for trying things out: no office answers for it. */
    readonly isNobodys: boolean;
  }[];
}

export interface LogFacts {
  readonly state: LastPart<'states'>;
  readonly origin: string;
  readonly entries: string;
  /** ISO 8601, and how many minutes ago; null: there is none. */
  readonly checkpoint: { readonly written: string; readonly minutes: number } | null;
  readonly witnesses: readonly string[];
  /** Null where there are no witnesses. */
  readonly hasQuorum: boolean | null;
  /** As vkeys (c2sp.org/signed-note). */
  readonly keys: readonly string[];
}

interface HelpingServer {
  readonly model: string | null;
  /** ISO 3166-1 alpha-2; null counts as outside. */
  readonly jurisdiction: string | null;
}

export interface SystemFacts {
  /** Null: service cards answer. */
  readonly answering:
    | (HelpingServer & {
        /** As the last answer named its model, where none is set; null: none has. */
        readonly named: string | null;
        readonly host: string;
        readonly downSince: string | null;
      })
    | null;
  /** What leaves the country of questions, apart from what `embedded` tells. */
  readonly leaving: 'none' | 'home' | EgressPolicy;
  /** How questions go to an embeddings server outside; null: they do not. */
  readonly embedded: Exclude<EgressPolicy, 'home-only'> | null;
  readonly isJudgedOutside: boolean;
  /** What is replaced before anything leaves. */
  readonly identifiers: readonly IdentifierFact[];
  readonly servers: { readonly safeguard: HelpingServer | null; readonly embeddings: HelpingServer | null };
  /** Days for which what was written in an objection is kept after the decision. */
  readonly keptDays: number;
  readonly log: LogFacts;
  readonly versions: {
    readonly software: string;
    readonly charter: string;
    readonly modelSpec: string;
    readonly pack: { readonly id: string; readonly version: string; readonly digest: string };
  };
}
