import { type PackChange } from '@parlance/pack';
import { type ChangeSentence } from '@parlance/web';

type Kinds = Partial<Readonly<Record<PackChange['kind'], ChangeSentence>>>;

/** What is said of a change at a field of a file; the first line that fits counts. A kind that a line does not name is told in general. */
interface SentenceRule {
  readonly file: RegExp;
  /** Against the empty text where a whole file came or went. */
  readonly field: RegExp;
  readonly say: Kinds;
}

const always = (sentence: ChangeSentence): Kinds => ({ added: sentence, removed: sentence, changed: sentence });

const restriction = /^restrictions\//;
const addition = /^additions\//;
const privacy = /^privacy\.yaml$/;

const rules: readonly SentenceRule[] = [
  { file: /^pack\.yaml$/, field: /^version$/, say: always('changes.version') },
  { file: /^pack\.yaml$/, field: /^charter$/, say: always('changes.charter') },
  {
    file: /^pack\.yaml$/,
    field: /^contacts\.[^.]+$/,
    say: { added: 'changes.contact-added', removed: 'changes.contact-removed', changed: 'changes.contact' },
  },
  { file: /^pack\.yaml$/, field: /^contacts\.[^.]+\./, say: always('changes.contact') },
  {
    file: /^safety\.yaml$/,
    field: /^resources\.[^.]+$/,
    say: { added: 'changes.help-added', removed: 'changes.help-removed', changed: 'changes.help' },
  },
  { file: /^safety\.yaml$/, field: /^resources\.[^.]+\./, say: always('changes.help') },
  { file: restriction, field: /^$/, say: { added: 'changes.restriction-added', removed: 'changes.restriction-removed' } },
  { file: restriction, field: /^legal_basis\.(?:instrument|article|jurisdiction|url)$/, say: always('changes.law') },
  { file: restriction, field: /^legal_basis\.authority(?:\.|$)/, say: always('changes.authority') },
  { file: restriction, field: /^legal_basis\.in_force$/, say: always('changes.since') },
  { file: restriction, field: /^legal_basis\.review_by$/, say: always('changes.review-by') },
  { file: restriction, field: /^type$/, say: always('changes.type') },
  { file: restriction, field: /^rationale(?:\.|$)/, say: always('changes.rationale') },
  { file: restriction, field: /^redress(?:\.|$)/, say: always('changes.redress') },
  { file: restriction, field: /^fixtures(?:\.|$)/, say: always('changes.fixtures') },
  { file: /^(?:restrictions|additions)\//, field: /^scope(?:\.|$)/, say: always('changes.scope') },
  { file: restriction, field: /^match(?:\.|$)/, say: always('changes.matcher') },
  { file: addition, field: /^$/, say: { added: 'changes.addition-added', removed: 'changes.addition-removed' } },
  { file: addition, field: /^basis\.(?:instrument|article|jurisdiction|url)$/, say: always('changes.law') },
  { file: addition, field: /^basis\.in_force$/, say: always('changes.since') },
  { file: addition, field: /^purpose$/, say: always('changes.purpose') },
  { file: addition, field: /^text(?:\.|$)/, say: always('changes.text') },
  { file: addition, field: /^(?:place|when)(?:\.|$)/, say: always('changes.place') },
  { file: privacy, field: /^minimise(?:\.|$)/, say: always('changes.minimised') },
  { file: privacy, field: /^identifiers(?:\.|$)/, say: always('changes.recognised') },
  { file: privacy, field: /^retention(?:\.|$)/, say: always('changes.retention') },
  { file: /^locale\//, field: /^(?:register|address|reading_level)(?:\.|$)/, say: always('changes.manner') },
  { file: /^sectors\//, field: /^knobs\./, say: always('changes.manner') },
  { file: /^notices\//, field: /./, say: always('changes.notice') },
  { file: /^interface\//, field: /./, say: always('changes.interface') },
  { file: /^services\//, field: /^$/, say: { added: 'changes.service-added', removed: 'changes.service-removed' } },
  { file: /^services\//, field: /./, say: always('changes.service') },
  { file: /^knowledge\//, field: /^$/, say: { added: 'changes.passage-added', removed: 'changes.passage-removed' } },
  { file: /^knowledge\//, field: /./, say: always('changes.passage') },
];

/** The sentence that tells a change: its own, else the general one of its kind. */
export function changeSentence(change: PackChange): ChangeSentence {
  const { kind, file, field, before, after } = change;
  // Nothing is known of what cannot be read but that it is another.
  if (field === '' && before === null && after === null) return generalSentence(change);
  const rule = rules.find((each) => each.file.test(file) && each.field.test(field));
  return rule?.say[kind] ?? generalSentence(change);
}

/** Tells a change by its file and field, whatever they are. */
export function generalSentence({ kind, field }: Pick<PackChange, 'kind' | 'field'>): ChangeSentence {
  if (kind === 'respelt') return 'changes.respelt';
  return (field === '' ? wholeFile : general)[kind];
}

const wholeFile = { added: 'changes.file-added', removed: 'changes.file-removed', changed: 'changes.file' } as const;
const general = { added: 'changes.general-added', removed: 'changes.general-removed', changed: 'changes.general' } as const;
